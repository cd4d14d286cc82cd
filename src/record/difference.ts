import { kinds } from './read.ts'
import { put, drop, all } from './record.ts'
import type { Change, ClientRecord, Entry, Id, Kind } from './types.ts'

export type Difference = {
  readonly put: readonly Entry[]
  readonly drop: readonly { readonly kind: Kind; readonly id: string }[]
}

const shelfOf = (record: ClientRecord, kind: Kind): ReadonlyMap<Id, Entry> => record[kind]

/** What has to be kept and what let go to get from one record to the other. */
export const difference = (before: ClientRecord, after: ClientRecord): Difference => {
  const changed = kinds.filter((kind) => before[kind] !== after[kind])
  return {
    put: changed.flatMap((kind) => {
      const old = shelfOf(before, kind)
      return [...shelfOf(after, kind).values()].filter((entry) => old.get(entry.id) !== entry)
    }),
    drop: changed.flatMap((kind) => {
      const now = shelfOf(after, kind)
      return [...shelfOf(before, kind).keys()]
        .filter((id) => !now.has(id))
        .map((id) => ({ kind, id }))
    }),
  }
}

/** The change that takes back what led from `before` to `after`, and only that. */
export const undo = (before: ClientRecord, after: ClientRecord): Change => {
  const back = difference(after, before)
  return all(...back.put.map(put), ...back.drop.map(({ kind, id }) => drop(kind, id)))
}
