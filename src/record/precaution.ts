import { oneOf, text, times, type Fields } from './fields.ts'

// A line of her safety plan. Ids and times are as in types.ts.

export const precautionTopics = [
  'word',
  'way',
  'bag',
  'papers',
  'money',
  'phone',
  'home',
  'work',
  'school',
] as const
export type PrecautionTopic = (typeof precautionTopics)[number]

export type Precaution = {
  readonly kind: 'precaution'
  readonly id: string
  readonly topic: PrecautionTopic
  readonly text: string
  /** When it was ready; empty until then. */
  readonly ready: string
  /** Hers alone: never part of a summary. */
  readonly note: string
  readonly written: string
  readonly edited: string
}

export const readPrecaution = (id: string, from: Fields): Precaution => ({
  kind: 'precaution',
  id,
  topic: oneOf(from['topic'], precautionTopics, 'bag'),
  text: text(from['text']),
  ready: text(from['ready']),
  note: text(from['note']),
  ...times(from),
})
