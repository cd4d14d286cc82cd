import {
  answers,
  blankRating,
  questions,
  ratingId,
  type Occasion,
  type Question,
  type Rating,
} from '../../../record/rating.ts'
import { isSaid } from '../../../record/ratings.ts'
import { drop, put } from '../../../record/record.ts'
import { Button } from '../../parts/Button.tsx'
import { Choice } from '../../parts/Choice.tsx'
import { List } from '../../parts/List.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import { useOccasion } from './words.ts'

type AskProps = { readonly rating: Rating; readonly say: (change: Partial<Rating>) => void }

/** One touch answers; another touch on the same takes it back. Passed over is an answer too. */
const Ask = ({ rating, say, question }: AskProps & { readonly question: Question }) => {
  const { t } = useApp()
  return (
    <Choice
      label={t(`rating.question.${question}`)}
      options={answers.map((value) => ({ value, label: t(`rating.answer.${value}`) }))}
      value={rating[question]}
      onChange={(value) => say({ [question]: value === rating[question] ? '' : value })}
    />
  )
}

const retold = ['yes', 'no'] as const

const AskRetold = ({ rating, say }: AskProps) => {
  const { t } = useApp()
  return (
    <Choice
      label={t('rating.retold')}
      options={retold.map((value) => ({ value, label: t(`rating.answer.${value}`) }))}
      value={rating.retold}
      onChange={(value) => say({ retold: value === rating.retold ? '' : value })}
    />
  )
}

const Over = ({ rating }: Pick<AskProps, 'rating'>) => {
  const { t, go, back, send } = useApp()
  const remove = (): void => {
    send(drop('rating', rating.id), 'rating.deleted')
    back()
  }
  return (
    <>
      <Button kind="main" wide onPress={back}>
        {t(isSaid(rating) ? 'rating.done' : 'rating.skip')}
      </Button>
      <List label={t('rating.title')} unseen>
        <Row
          title={t('rating.overTime')}
          onPress={() => go({ at: 'ratings', contact: rating.contact })}
        />
      </List>
      {isSaid(rating) && (
        <Button kind="plain" wide onPress={remove}>
          {t('rating.remove')}
        </Button>
      )}
    </>
  )
}

/** How it was: four questions and a fifth, each kept at the touch. */
export const Rate = ({ occasion }: { readonly occasion: Occasion }) => {
  const { record, t, back, send, time } = useApp()
  const { whom, day } = useOccasion(occasion)
  const rating = record.rating.get(ratingId(occasion)) ?? blankRating(occasion, time())
  // Nothing is said of it: the mark shows it, and another touch takes it back.
  const say = (change: Partial<Rating>): void =>
    send(put({ ...rating, ...change, edited: time() }), 'rating.saved')
  return (
    <Page title={t('rating.how')} back={{ label: t('action.back'), go: back }}>
      <p>
        <bdi>{whom}</bdi>
        <br />
        <small>{day}</small>
      </p>
      <p>{t('rating.lead')}</p>
      {questions.map((question) => (
        <Ask key={question} rating={rating} say={say} question={question} />
      ))}
      <AskRetold rating={rating} say={say} />
      <Over rating={rating} />
    </Page>
  )
}
