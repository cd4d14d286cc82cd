import { answers, questions, ratingId, type Answer, type Question, type Rating } from './rating.ts'
import { inTime } from './order.ts'
import { listOf, settingOf } from './record.ts'
import { timesOf } from './repeat.ts'
import { dayAfter } from './wall.ts'
import type { Appointment, ClientRecord, Id, LocalDate, LocalTime } from './types.ts'

// What she has said of how it was, as it is looked at.

export const isSaid = (rating: Rating): boolean =>
  rating.retold !== '' || questions.some((question) => rating[question] !== '')

/** What was said, of one contact or of all, the oldest first. */
export const ratingsOf = (record: ClientRecord, contact: Id | null): Rating[] =>
  listOf(record, 'rating')
    .filter((rating) => isSaid(rating) && (contact === null || rating.contact === contact))
    .toSorted((a, b) => inTime(a.on, b.on) || inTime(a.written, b.written))

/** How often each answer was given to a question. */
export const countsOf = (
  ratings: readonly Rating[],
  question: Question,
): Readonly<Record<Answer, number>> => {
  const count = (answer: Answer): number =>
    ratings.filter((rating) => rating[question] === answer).length
  const [yes, partly, no] = answers.map(count)
  return { yes: yes ?? 0, partly: partly ?? 0, no: no ?? 0 }
}

/** How often she had to tell everything again. */
export const retellings = (ratings: readonly Rating[]): number =>
  ratings.filter(({ retold }) => retold === 'yes').length

/** So many days after a meeting home may still ask. */
const fresh = 3

const isOver = ({ start, end }: Appointment, now: LocalTime): boolean => (end || start) < now

/** The occasion of one time of an appointment. */
export const occasionOf = ({ id, contact, start }: Appointment) => ({
  contact,
  appointment: id,
  on: start.slice(0, 10),
})

const timesLately = (one: Appointment, from: LocalDate, now: LocalTime): readonly Appointment[] =>
  timesOf(one, from, now.slice(0, 10)).filter((time) => !time.allDay && isOver(time, now))

/**
 * The one meeting that home may ask about: with somebody, over since at most three days, never looked
 * at before. Null when there is none, or she would rather not be asked.
 */
export const toAsk = (record: ClientRecord, now: LocalTime): Appointment | null => {
  const { askAfter, plain } = settingOf(record)
  if (!askAfter || plain) return null
  const from = dayAfter(now.slice(0, 10), -fresh)
  const [latest] = listOf(record, 'appointment')
    .filter(({ contact }) => contact !== null && record.contact.has(contact))
    .flatMap((one) => timesLately(one, from, now))
    .toSorted((a, b) => inTime(b.start, a.start))
  return latest && !record.rating.has(ratingId(occasionOf(latest))) ? latest : null
}
