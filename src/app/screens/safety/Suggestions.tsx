import type { PrecautionTopic } from '../../../record/precaution.ts'
import { precautionsOf } from '../../../record/safety.ts'
import { List } from '../../parts/List.tsx'
import { Row } from '../../parts/Row.tsx'
import { Unfold } from '../../parts/Unfold.tsx'
import { useApp } from '../../use.ts'
import { suggestions } from './suggestions.ts'

type Props = { readonly topic: PrecautionTopic; readonly add: (text: string) => void }

const sources = ['read', 'own'] as const

/** What others have found useful, with where it was read. A touch makes it a line of hers. */
export const Suggestions = ({ topic, add }: Props) => {
  const { record, t } = useApp()
  const taken = precautionsOf(record, topic).map(({ text }) => text)
  const left = suggestions[topic]
    .map(({ name, from }) => ({ from, text: t(`safety.idea.${topic}.${name}`) }))
    .filter(({ text }) => !taken.includes(text))
  if (left.length === 0) return null
  return (
    <Unfold more={t('safety.ideas')}>
      {sources
        .map((from) => ({ from, ideas: left.filter((idea) => idea.from === from) }))
        .filter(({ ideas }) => ideas.length > 0)
        .map(({ from, ideas }) => (
          <List key={from} label={t(`safety.source.${from}`)}>
            {ideas.map(({ text }) => (
              <Row key={text} lead="plus" title={text} end="" onPress={() => add(text)} />
            ))}
          </List>
        ))}
    </Unfold>
  )
}
