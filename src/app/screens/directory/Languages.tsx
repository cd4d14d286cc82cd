import type { Service, Spoken } from '../../../exchange/service.ts'
import { textIn } from '../../../exchange/text.ts'
import { Fact } from '../../parts/Fact.tsx'
import { useApp } from '../../use.ts'
import { hoursIn } from '../contact/hours.ts'

const Line = ({ spoken: { tag, number, tel, hours } }: { readonly spoken: Spoken }) => {
  const { words } = useApp()
  const names = new Intl.DisplayNames(words.language.tag, { type: 'language' })
  const said = hours && hoursIn(hours, words)
  return (
    <span class="fact-line">
      {names.of(tag)}
      {number && ': '}
      {number && (
        <bdi dir="ltr">
          <a href={`tel:${tel}`}>{number}</a>
        </bdi>
      )}
      {said && ' · '}
      {said && <bdi>{said}</bdi>}
    </span>
  )
}

/** Which languages they answer in, each with its own number and hours where there are such. */
export const Languages = ({ service: { languages } }: { readonly service: Service }) => {
  const { t, words } = useApp()
  if (!languages) return null
  return (
    <Fact label={t('directory.languages')}>
      {languages.each.map((spoken) => (
        <Line key={spoken.tag} spoken={spoken} />
      ))}
      {languages.note && (
        <span class="fact-line" dir="auto">
          {textIn(languages.note, words.language.tag)}
        </span>
      )}
    </Fact>
  )
}
