import { listOf } from './record.ts'
import type { ClientRecord, Entry, Kind, Time } from './types.ts'

/**
 * What she writes, as she counts it: settings, unfinished writing and what the app keeps for itself
 * aside. Photos and files are counted by themselves.
 */
export const counted: readonly Kind[] = [
  'contact',
  'appointment',
  'story',
  'incident',
  'need',
  'step',
  'child',
  'rating',
  'precaution',
  'talk',
  'addendum',
  'share',
]

const all = (record: ClientRecord): Entry[] =>
  counted.flatMap((kind): Entry[] => listOf(record, kind))

/** How many entries she has. */
export const entriesOf = (record: ClientRecord): number =>
  counted.reduce((sum, kind) => sum + record[kind].size, 0)

const begunOf = (entry: Entry): Time => {
  if (entry.kind === 'share') return entry.made
  return 'written' in entry ? entry.written : ''
}

/** How many of them were begun after a time. */
export const entriesSince = (record: ClientRecord, since: Time): number =>
  all(record).filter((entry) => begunOf(entry) > since).length
