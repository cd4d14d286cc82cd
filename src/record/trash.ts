import { difference } from './difference.ts'
import { decodeEntry, encodeEntry, nameOf } from './encode.ts'
import { inTime } from './order.ts'
import type { Past } from './past.ts'
import { all, drop, listOf, put } from './record.ts'
import type { Change, ClientRecord, Entry, Id, Kind, Time } from './types.ts'
import { dayMs } from './wall.ts'

// What she took away, and what was there before she changed it, stays sealed in the record for thirty
// days and is then let go.

const days = 30

/** No words of hers, or bytes that are cleared at once: none of these is kept when it goes. */
const notKept: readonly Kind[] = [
  'attachment',
  'statement',
  'share',
  'reply',
  'draft',
  'council',
  'setting',
  'place',
  'past',
]

const entryAt = (record: ClientRecord, kind: Kind, id: Id): Entry | undefined =>
  record[kind].get(id)

/** Two changes within a second are two: neither takes the other's place. */
const freeId = ({ past }: ClientRecord, id: Id): Id => {
  let [free, n] = [id, 2]
  while (past.has(free)) free = `${id} ${n++}`
  return free
}

const pastOf = (record: ClientRecord, entry: Entry, gone: boolean, at: Time): Past => {
  const of = nameOf(entry.kind, entry.id)
  const id = freeId(record, `${at} ${of}`)
  return { kind: 'past', id, of, entry: encodeEntry(entry), gone, at }
}

/** Lets go of what is older than thirty days. */
const letGo =
  (now: Time): Change =>
  (record) => {
    const last = new Date(Date.parse(now) - days * dayMs).toISOString()
    const old = listOf(record, 'past').filter(({ at }) => at < last)
    return all(...old.map(({ id }) => drop('past', id)))(record)
  }

/** The same change, which also keeps what it changes and takes away. */
export const remembering =
  (change: Change, now: Time): Change =>
  (record) => {
    const after = change(record)
    if (after === record) return record
    const { put: changed, drop: dropped } = difference(record, after)
    // What proves an entry goes and comes with it; by itself it says nothing.
    const touched = [
      ...changed.filter(({ kind }) => kind !== 'proof').map((one) => ({ ...one, gone: false })),
      ...dropped.map((one) => ({ ...one, gone: true })),
    ]
    const pasts = touched.flatMap(({ kind, id, gone }) => {
      const before = notKept.includes(kind) ? undefined : entryAt(record, kind, id)
      return before ? [put(pastOf(record, before, gone, now))] : []
    })
    return all(...pasts, letGo(now))(after)
  }

const entryOf = ({ of, entry }: Past): Entry[] => {
  const read = decodeEntry(of, entry)
  return read ? [read] : []
}

/** What was taken away by one touch, all that went with it included. */
export type Gone = { readonly at: Time; readonly entries: readonly Entry[] }

/** What can be brought back, the latest first. */
export const trashOf = (record: ClientRecord): Gone[] => {
  const gone = listOf(record, 'past').filter((past) => past.gone)
  const times = [...new Set(gone.map(({ at }) => at))].toSorted().toReversed()
  return times
    .map((at) => ({
      at,
      entries: gone
        .filter((past) => past.at === at)
        .flatMap(entryOf)
        .filter(({ kind, id }) => !entryAt(record, kind, id)),
    }))
    .filter(({ entries }) => entries.some(({ kind }) => kind !== 'proof'))
}

/** Puts back all that went at that time. */
export const bringBack =
  ({ at, entries }: Gone): Change =>
  (record) => {
    const used = listOf(record, 'past').filter((past) => past.gone && past.at === at)
    return all(...entries.map(put), ...used.map(({ id }) => drop('past', id)))(record)
  }

/** Lets go of everything that was kept, at once and for good. */
export const emptyTrash: Change = (record) =>
  all(...listOf(record, 'past').map(({ id }) => drop('past', id)))(record)

/** Of several within one second, which it was. */
const nthOf = ({ id, at, of }: Past): number => Number(id.slice(`${at} ${of}`.length)) || 1

/** How an entry was before each change of the last thirty days, the latest first. */
export const changesOf = (
  record: ClientRecord,
  kind: Kind,
  id: Id,
): { readonly at: Time; readonly entry: Entry }[] =>
  listOf(record, 'past')
    .filter(({ of, gone }) => !gone && of === nameOf(kind, id))
    .toSorted((a, b) => inTime(b.at, a.at) || nthOf(b) - nthOf(a))
    .flatMap((past) => entryOf(past).map((entry) => ({ at: past.at, entry })))
