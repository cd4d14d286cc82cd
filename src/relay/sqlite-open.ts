import type { Disk } from './disk.ts'
import type { Row, Rows } from './rows.ts'
import { spotOf } from './rows.ts'
import type { Room } from './room.ts'
import type { OpenAsk, Opened, ShownAsk } from './store.ts'
import { holdUntil, hourOf, isFetch, isView, judge, type Asker } from './verdict.ts'
import { unwrap } from './wrap.ts'

/** What an allowed open takes out of the transaction, still wrapped. */
export type Taken = { readonly row: Row; readonly wrapped: Uint8Array }

/** Looked up also for a share that is not there: a miss must cost what a hit costs. */
export const askerOf = (rows: Rows, row: Row | null, token: Uint8Array, now: number): Asker => {
  const one = { id: row?.id ?? 0, token }
  return {
    guest: rows.guest.get(one) ?? null,
    heldByOthers: rows.heldByOthers.get({ ...one, now })?.count ?? 0,
  }
}

const countView = (rows: Rows, row: Row, token: Uint8Array, asker: Asker, now: number): void => {
  rows.admit.run({ id: row.id, token })
  const more = asker.guest?.admitted === 1 ? 0 : 1
  rows.countOpen.run({ id: row.id, more, hour: hourOf(now) })
}

const holdPlace = (rows: Rows, { id }: Row, token: Uint8Array, asker: Asker, now: number): void => {
  rows.hold.run({ id, token, held: holdUntil(now) })
  if (isFetch(asker, now)) rows.countUnseen.run({ id, more: 1 })
}

export const countWrong = (rows: Rows, row: Row, token: Uint8Array): void => {
  rows.countWrong.run({ id: row.id })
  rows.countOwnWrong.run({ id: row.id, token })
}

export const takeBody = ({ bodies }: Disk, row: Row, room?: Room): Taken | null => {
  const spot = spotOf(row)
  if (spot) room?.(spot.length)
  return spot && { row, wrapped: bodies.read(spot) }
}

/**
 * Runs inside a transaction: no answer leaves before the try, the open or the held place is on disk, and
 * no stop can come between the count and the reading.
 */
export const takeOpen = (disk: Disk, ask: OpenAsk, now: number, room?: Room): Taken | null => {
  const { rows } = disk
  const row = rows.find.get(ask.locator) ?? null
  const asker = askerOf(rows, row, ask.opener, now)
  const verdict = judge(row, ask, asker, now)
  if (row === null || verdict === 'no') return null
  if (verdict === 'wrong') {
    countWrong(rows, row, ask.opener)
    return null
  }
  if (row.pass !== null) countView(rows, row, ask.opener, asker, now)
  else holdPlace(rows, row, ask.opener, asker, now)
  return takeBody(disk, row, room)
}

/** Counts the view that a place is held for. */
export const takeShown = ({ rows }: Disk, ask: ShownAsk, now: number): boolean => {
  const row = rows.find.get(ask.locator) ?? null
  const asker = askerOf(rows, row, ask.opener, now)
  if (!isView(row, ask.link, asker, now)) return false
  countView(rows, row, ask.opener, asker, now)
  if (asker.guest?.admitted !== 1) rows.countUnseen.run({ id: row.id, more: -1 })
  return true
}

/** Throws when the body was changed on disk. */
export const unwrapTaken = ({ row, wrapped }: Taken): Opened | null => {
  if (row.wrapKey === null || row.serverShare === null) return null
  const body = unwrap(row.wrapKey, row.locator, wrapped)
  return { serverShare: row.serverShare, until: row.until, counter: row.counter, body }
}
