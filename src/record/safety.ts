import { precautionTopics, type Precaution, type PrecautionTopic } from './precaution.ts'
import { listOf } from './record.ts'
import type { Talk } from './talk.ts'
import type { ClientRecord, LocalDate } from './types.ts'

// The safety plan and the risk talks, as they are looked at.

const byWritten = (a: Precaution, b: Precaution): number => a.written.localeCompare(b.written)

/** Lines of one part of the plan, in the order in which she wrote them. */
export const precautionsOf = (record: ClientRecord, topic: PrecautionTopic): Precaution[] =>
  listOf(record, 'precaution')
    .filter((one) => one.topic === topic)
    .toSorted(byWritten)

/** All lines, part by part. */
export const precautionsInOrder = (record: ClientRecord): Precaution[] =>
  precautionTopics.flatMap((topic) => precautionsOf(record, topic))

/** The latest first. */
export const talksInOrder = (record: ClientRecord): Talk[] =>
  listOf(record, 'talk').toSorted(
    (a, b) => b.on.localeCompare(a.on) || b.written.localeCompare(a.written),
  )

/** Talks that a new look was agreed for and that nobody has looked at again, the soonest day first. */
export const talksAhead = (record: ClientRecord): Talk[] =>
  listOf(record, 'talk')
    .filter(({ review, reviewed }) => review !== '' && reviewed === '')
    .toSorted((a, b) => a.review.localeCompare(b.review))

/** The day has passed; on the day itself it has not. */
export const isReviewDue = ({ review }: Talk, today: LocalDate): boolean =>
  review !== '' && review < today
