import { listOf } from './record.ts'
import { nextOf } from './repeat.ts'
import {
  topics,
  type Appointment,
  type ClientRecord,
  type Contact,
  type LocalTime,
  type Share,
  type Story,
} from './types.ts'

/** What people call a contact: the organisation first, since letters come from it. */
export const titleOf = (contact: Contact): string => contact.organisation || contact.person

export const contactsInOrder = (record: ClientRecord, language: string): Contact[] => {
  const { compare } = new Intl.Collator(language)
  return listOf(record, 'contact').toSorted((a, b) => compare(titleOf(a), titleOf(b)))
}

/** Times and dates stand in order as they are written: no language need be asked. */
export const inTime = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

const byStart = (a: Appointment, b: Appointment): number => inTime(a.start, b.start)

/** What lies ahead; of what comes again, the next time. */
export const upcoming = (record: ClientRecord, now: LocalTime): Appointment[] =>
  listOf(record, 'appointment')
    .flatMap((appointment) => nextOf(appointment, now) ?? [])
    .toSorted(byStart)

/** What will not come again, the latest first. */
export const past = (record: ClientRecord, now: LocalTime): Appointment[] =>
  listOf(record, 'appointment')
    .filter((appointment) => !nextOf(appointment, now))
    .toSorted(byStart)
    .toReversed()

/** Contacts where something is to be done, or a day is given for it, the soonest date first, undated ones last. */
export const nextSteps = (record: ClientRecord): Contact[] =>
  listOf(record, 'contact')
    .filter(({ next, nextOn, status }) => (next !== '' || nextOn !== '') && status !== 'ended')
    .toSorted((a, b) => inTime(a.nextOn || '9999', b.nextOn || '9999'))

export const storiesInOrder = (record: ClientRecord): Story[] =>
  listOf(record, 'story').toSorted(
    (a, b) => topics.indexOf(a.topic) - topics.indexOf(b.topic) || inTime(a.written, b.written),
  )

/** The newest first. */
export const sharesInOrder = (record: ClientRecord): Share[] =>
  listOf(record, 'share').toSorted((a, b) => inTime(b.made, a.made))
