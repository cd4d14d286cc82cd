import '../../../look/rating.css'
import { answers, questions, type Question, type Rating } from '../../../record/rating.ts'
import { countsOf, ratingsOf } from '../../../record/ratings.ts'
import { titleOf } from '../../../record/order.ts'
import type { Id } from '../../../record/types.ts'
import { Card } from '../../parts/Card.tsx'
import { Check } from '../../parts/Check.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Growing } from '../../parts/Growing.tsx'
import { List } from '../../parts/List.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { Unfold } from '../../parts/Unfold.tsx'
import { useApp } from '../../use.ts'
import { useSetting } from '../setting/useSetting.ts'
import { Mark, Plot } from './Plot.tsx'
import { Tally } from './Tally.tsx'
import { saidIn, useOccasion } from './words.ts'

type Props = { readonly ratings: readonly Rating[] }

const Legend = () => {
  const { t } = useApp()
  return (
    <ul class="plot-legend" role="list" aria-label={t('rating.legend')}>
      {answers.map((answer) => (
        <li key={answer}>
          <svg viewBox="-7 -7 14 14" aria-hidden="true" focusable="false">
            <Mark answer={answer} />
          </svg>
          {t(`rating.answer.${answer}`)}
        </li>
      ))}
    </ul>
  )
}

const One = ({ ratings, question }: Props & { readonly question: Question }) => {
  const { t } = useApp()
  const counts = countsOf(ratings, question)
  const told = answers
    .filter((answer) => counts[answer] > 0)
    .map((answer) => `${t(`rating.answer.${answer}`)} ${counts[answer]}`)
  return (
    <li>
      <h3>{t(`rating.question.${question}`)}</h3>
      {told.length > 0 && <Plot ratings={ratings} question={question} />}
      <small>{told.length > 0 ? told.join(' · ') : t('rating.notSaid')}</small>
    </li>
  )
}

const Plots = ({ ratings }: Props) => {
  const { t } = useApp()
  return (
    <Card title={t('rating.overTime')}>
      <Legend />
      <ul class="plots" role="list">
        {questions.map((question) => (
          <One key={question} ratings={ratings} question={question} />
        ))}
      </ul>
    </Card>
  )
}

const Told = ({ rating }: { readonly rating: Rating }) => {
  const { words, go } = useApp()
  const { whom, day } = useOccasion(rating)
  const { contact, appointment, on } = rating
  return (
    <Row
      title={day}
      detail={[whom, saidIn(rating, words)].filter(Boolean).join(' · ')}
      onPress={() => go({ at: 'rate', contact, appointment, on })}
    />
  )
}

/** The same without a picture: each time in words, the latest first. */
const InWords = ({ ratings }: Props) => {
  const { t } = useApp()
  return (
    <Unfold more={t('rating.inWords')}>
      <List label={t('rating.inWords')}>
        <Growing entries={ratings.toReversed()} more={t('list.more')} inList>
          {(some) => some.map((rating) => <Told key={rating.id} rating={rating} />)}
        </Growing>
      </List>
    </Unfold>
  )
}

const Asking = () => {
  const { t } = useApp()
  const { setting, change } = useSetting()
  return (
    <Check
      label={t('rating.ask')}
      hint={t('rating.askHint')}
      checked={setting.askAfter}
      onChange={(askAfter) => change('askAfter', askAfter)}
    />
  )
}

/** How it has been, with one contact or with all of them. */
export const Ratings = ({ contact }: { readonly contact: Id | null }) => {
  const { record, t, back, go } = useApp()
  const ratings = ratingsOf(record, contact)
  const office = record.contact.get(contact ?? '')
  return (
    <Page
      title={office ? titleOf(office) : t('rating.title')}
      back={{ label: t('action.back'), go: back }}
    >
      {ratings.length === 0 ? (
        <Empty title={t('rating.empty.title')}>{t('rating.empty.text')}</Empty>
      ) : (
        <Plots ratings={ratings} />
      )}
      <Tally ratings={ratings} contact={contact} />
      {ratings.length > 0 && <InWords ratings={ratings} />}
      {contact === null && ratings.length > 0 && (
        <List label={t('council.title')} unseen>
          <Row
            title={t('council.open')}
            detail={t('council.hint')}
            onPress={() => go({ at: 'council' })}
          />
        </List>
      )}
      {contact === null && <Asking />}
    </Page>
  )
}
