import {
  precautionTopics,
  type Precaution,
  type PrecautionTopic,
} from '../../../record/precaution.ts'
import { feelings, type Feeling, type Talk } from '../../../record/talk.ts'
import type { Id, Time } from '../../../record/types.ts'

export type PrecautionFields = {
  readonly topic: PrecautionTopic
  readonly text: string
  readonly note: string
}

export const precautionFieldsOf = (line: Precaution | undefined): PrecautionFields => ({
  topic: line?.topic ?? 'bag',
  text: line?.text ?? '',
  note: line?.note ?? '',
})

/** The line that the form describes; whether it is ready is said elsewhere. */
export const precautionOf = (
  { topic, text, note }: PrecautionFields,
  before: Precaution,
  now: Time,
): Precaution => ({
  ...before,
  topic: precautionTopics.find((one) => one === topic) ?? before.topic,
  text: text.trim(),
  note: note.trim(),
  edited: now,
})

export type TalkFields = {
  readonly on: string
  readonly contact: string
  readonly tool: string
  readonly told: string
  readonly review: string
  readonly own: Feeling
  readonly note: string
}

export const talkFieldsOf = (talk: Talk | undefined, today: string): TalkFields => ({
  on: talk?.on ?? today,
  contact: talk?.contact ?? '',
  tool: talk?.tool ?? '',
  told: talk?.told ?? '',
  review: talk?.review ?? '',
  own: talk?.own ?? '',
  note: talk?.note ?? '',
})

/** A talk with something in it besides its day. */
export const saysSomething = ({ tool, told, contact, own }: TalkFields): boolean =>
  [tool.trim(), told.trim(), contact, own].some((text) => text !== '')

/** The talk that the form describes. A new day to look again is not looked at yet. */
export const talkOf = (fields: TalkFields, id: Id, now: Time, before: Talk | undefined): Talk => ({
  kind: 'talk',
  id,
  on: fields.on,
  contact: fields.contact || null,
  tool: fields.tool.trim(),
  told: fields.told.trim(),
  review: fields.review,
  reviewed: before?.review === fields.review ? before.reviewed : '',
  own: feelings.find((one) => one === fields.own) ?? '',
  note: fields.note.trim(),
  written: before?.written ?? now,
  edited: now,
})
