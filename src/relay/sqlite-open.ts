import type { Disk } from './disk.ts'
import type { Row, Rows } from './rows.ts'
import { spotOf } from './rows.ts'
import type { OpenAsk, Opened } from './store.ts'
import { hourOf, judge } from './verdict.ts'
import { unwrap } from './wrap.ts'

/** What an allowed open takes out of the transaction, still wrapped. */
export type Taken = { readonly row: Row; readonly wrapped: Uint8Array }

const admit = (rows: Rows, row: Row, ask: OpenAsk, known: boolean, now: number): void => {
  if (!known) rows.admit.run({ id: row.id, token: ask.opener })
  rows.countOpen.run({ id: row.id, more: known ? 0 : 1, hour: hourOf(now) })
}

/** Runs inside a transaction: no answer leaves before the try or the open is counted on disk. */
export const takeOpen = (disk: Disk, ask: OpenAsk, now: number): Taken | null => {
  const { rows, bodies } = disk
  const row = rows.find.get(ask.locator) ?? null
  // Looked up also for a share that is not there: a miss must cost what a hit costs.
  const known = rows.knows.get({ id: row?.id ?? 0, token: ask.opener }) !== undefined
  const verdict = judge(row, ask, known, now)
  if (row === null || verdict === 'no') return null
  if (verdict === 'wrong') {
    rows.countWrong.run({ id: row.id })
    return null
  }
  admit(rows, row, ask, known, now)
  const spot = spotOf(row)
  // Read in here, so that no stop can come between the count and the reading.
  return spot && { row, wrapped: bodies.read(spot) }
}

/** Throws when the body was changed on disk. */
export const unwrapTaken = ({ row, wrapped }: Taken): Opened | null => {
  if (row.wrapKey === null || row.serverShare === null) return null
  const body = unwrap(row.wrapKey, row.locator, wrapped)
  return { serverShare: row.serverShare, until: row.until, counter: row.counter, body }
}
