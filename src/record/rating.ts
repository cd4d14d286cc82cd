import { oneOf, orNull, text, times, type Fields } from './fields.ts'

// How it was with a contact, or at one appointment: four questions of our own, a touch each, none that
// must be answered. No words of hers, so that nothing in it names anybody. Ids and times are as in
// types.ts.

export const questions = ['listened', 'knew', 'influence', 'helped'] as const
export type Question = (typeof questions)[number]

export const answers = ['yes', 'partly', 'no'] as const
export type Answer = (typeof answers)[number]

/** What was answered; a question that she passed over is empty. */
export type Answers = Readonly<Record<Question, Answer | ''>>

export type Rating = Answers & {
  readonly kind: 'rating'
  /** As `ratingId` makes it. */
  readonly id: string
  readonly contact: string | null
  readonly appointment: string | null
  /** The day that it is about, "2026-11-23". */
  readonly on: string
  /** Whether she had to tell everything again; empty when she does not say. */
  readonly retold: 'yes' | 'no' | ''
  readonly written: string
  readonly edited: string
}

export type Occasion = Pick<Rating, 'contact' | 'appointment' | 'on'>

/** One for each occasion, so that nothing can be answered twice. */
export const ratingId = ({ contact, appointment, on }: Occasion): string =>
  `${appointment ?? contact ?? ''}.${on}`

/** An occasion that nothing is said about yet. */
export const blankRating = (occasion: Occasion, now: string): Rating => ({
  kind: 'rating',
  id: ratingId(occasion),
  ...occasion,
  listened: '',
  knew: '',
  influence: '',
  helped: '',
  retold: '',
  written: now,
  edited: now,
})

const answer = (value: unknown): Answer | '' => oneOf<Answer | ''>(value, answers, '')

export const readRating = (id: string, from: Fields): Rating => ({
  kind: 'rating',
  id,
  contact: orNull(from['contact']),
  appointment: orNull(from['appointment']),
  on: text(from['on']),
  listened: answer(from['listened']),
  knew: answer(from['knew']),
  influence: answer(from['influence']),
  helped: answer(from['helped']),
  retold: oneOf<Rating['retold']>(from['retold'], ['yes', 'no'], ''),
  ...times(from),
})
