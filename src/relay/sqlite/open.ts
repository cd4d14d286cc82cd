import type { Disk } from './disk.ts'
import type { Opening, Rows } from './rows.ts'
import { spotOf } from './rows.ts'
import type { Room } from '../outgoing.ts'
import type { OpenAsk, Opened, ShownAsk } from '../store.ts'
import { holdUntil, hourOf, isFetch, isView, judge, type Asker, type Kept } from '../verdict.ts'
import { unwrap } from '../wrap.ts'

type Found = Pick<Kept, 'pass'> & { readonly id: number }

/**
 * Looked up also for a share that is not there: a miss must cost what a hit costs. Where there is a passcode
 * nobody ever holds a place.
 */
export const askerOf = (rows: Rows, row: Found | null, token: Uint8Array, now: number): Asker => {
  const one = { id: row?.id ?? 0, token }
  const guest = rows.guest.get(one) ?? null
  if (row?.pass) return { guest, heldByOthers: 0 }
  return { guest, heldByOthers: rows.heldByOthers.get({ ...one, now })?.count ?? 0 }
}

const countView = (
  rows: Rows,
  { id }: Found,
  token: Uint8Array,
  { guest }: Asker,
  now: number,
): void => {
  const isKnown = guest?.admitted === 1
  if (!isKnown || guest.held !== null) rows.admit.run({ id, token })
  rows.countOpen.run({ id, more: isKnown ? 0 : 1, hour: hourOf(now) })
}

const holdPlace = (
  rows: Rows,
  { id }: Found,
  token: Uint8Array,
  asker: Asker,
  now: number,
): void => {
  rows.hold.run({ id, token, held: holdUntil(now) })
  if (isFetch(asker, now)) rows.countUnseen.run({ id, more: 1 })
}

export const countWrong = (rows: Rows, { id }: Found, token: Uint8Array): void => {
  rows.countWrong.run({ id })
  rows.countOwnWrong.run({ id, token })
}

/** Bodies as they lie on disk are read in here, one after the other, each unwrapped before the next. */
const wrapped = Buffer.allocUnsafeSlow(65_536)

/** null when the share is erased. Throws when the body was changed on disk. */
export const takeBody = (
  { bodies }: Disk,
  locator: Uint8Array,
  row: Opening,
  room?: Room,
): Opened | null => {
  const spot = spotOf(row)
  const { wrapKey, serverShare, until, counter } = row
  if (spot === null || wrapKey === null || serverShare === null) return null
  room?.(spot.length)
  const body = unwrap(wrapKey, locator, bodies.read(spot, wrapped))
  return { serverShare, until, counter, body }
}

/**
 * Runs inside a transaction: no answer leaves before the try, the open or the held place is on disk, and
 * no stop can come between the count and the reading.
 */
export const takeOpen = (disk: Disk, ask: OpenAsk, now: number, room?: Room): Opened | null => {
  const { rows } = disk
  const row = rows.findOpening.get(ask.locator) ?? null
  const asker = askerOf(rows, row, ask.opener, now)
  const verdict = judge(row, ask, asker, now)
  if (row === null || verdict === 'no') return null
  if (verdict === 'wrong') {
    countWrong(rows, row, ask.opener)
    return null
  }
  if (row.pass !== null) countView(rows, row, ask.opener, asker, now)
  else holdPlace(rows, row, ask.opener, asker, now)
  return takeBody(disk, ask.locator, row, room)
}

/** Counts the view that a place is held for. */
export const takeShown = ({ rows }: Disk, ask: ShownAsk, now: number): boolean => {
  const row = rows.findOpening.get(ask.locator) ?? null
  const asker = askerOf(rows, row, ask.opener, now)
  if (!isView(row, ask.link, asker, now)) return false
  countView(rows, row, ask.opener, asker, now)
  if (asker.guest?.admitted !== 1) rows.countUnseen.run({ id: row.id, more: -1 })
  return true
}
