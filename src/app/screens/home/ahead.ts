import { entriesOf, entriesSince } from '../../../record/counted.ts'
import { kinds } from '../../../record/read.ts'
import { listOf, settingOf } from '../../../record/record.ts'
import type { ClientRecord, Contact, Kind, LocalTime, Time } from '../../../record/types.ts'
import { standingOf } from '../share/standing.ts'

/** Whether the day of the next step has passed; a step without a day never does. */
export const isDue = ({ nextOn }: Contact, now: LocalTime): boolean =>
  nextOn !== '' && nextOn < now.slice(0, 10)

/** How many of her links open today. */
export const openShares = (record: ClientRecord, now: Time): number =>
  listOf(record, 'share').filter((share) => standingOf(share, now) === 'open').length

/** Kept without her: they say nothing about what she has begun. */
const unseen: readonly Kind[] = ['setting', 'place', 'past']

/** Nothing is kept yet: no entry, and no writing that waits. */
export const isUntouched = (record: ClientRecord): boolean =>
  kinds.every((kind) => unseen.includes(kind) || record[kind].size === 0)

/** Entries after which there is something to lose. */
const enough = 5

/** Entries after which a copy is an old one. */
const many = 20

/** Whether home speaks of a copy, and why: there is much to lose and none was made, or much has come since
 * the last one. Null when there is no reason, or she has said no. */
export const offersCopy = (record: ClientRecord): 'none' | 'old' | null => {
  const { backedUp, offerCopy } = settingOf(record)
  if (!offerCopy) return null
  if (backedUp === '') return entriesOf(record) >= enough ? 'none' : null
  return entriesSince(record, backedUp) >= many ? 'old' : null
}
