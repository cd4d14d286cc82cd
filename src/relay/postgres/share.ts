import type { NewShare, WishAsk } from '../store.ts'
import type { Kept } from '../verdict.ts'
import { forgetAt, isLastWord, isLive, isOwner, receiptOf } from '../verdict.ts'
import type { Receipt } from '../../share/contract.ts'
import { limits } from '../../share/contract.ts'
import type { Sql } from './connect.ts'
import { dropPieces } from './pieces.ts'
import { dayOf, surelyIn } from './schema.ts'

export type Row = Kept & {
  readonly id: number
  readonly locator: Uint8Array
  readonly wrapKey: Uint8Array | null
  readonly serverShare: Uint8Array | null
}

/**
 * Locked until the transaction is over: whoever comes at the same moment waits and sees the count. Each column
 * by its name: of a statement that asks for all, a connection has the old list when a later version adds one.
 */
export const find = async (tx: Sql, locator: Uint8Array): Promise<Row | null> => {
  const [row] = await tx<Row[]>`
    SELECT id, locator, link, pass, owner, reply, "wrapKey", "serverShare", until, openers, tries, "triesLeft",
      counter, "order", opened, opens, wrong, unseen, "lastOpen" FROM share WHERE locator = ${locator} FOR UPDATE`
  return row ?? null
}

/**
 * Row and body in one statement: both are there, or none. False when the locator is taken, and then who
 * took it is on a standby, too: a lock waits for that, and a look would not.
 */
export const insert = async (
  sql: Sql,
  share: NewShare,
  wrapKey: Uint8Array,
  wrapped: Uint8Array,
): Promise<boolean> => {
  const made = await sql`
    WITH made AS (
      INSERT INTO share (locator, link, pass, owner, reply, "wrapKey", "serverShare", until, openers, tries,
        "triesLeft", counter, forget)
      VALUES (${share.locator}, ${share.link}, ${share.pass}, ${share.owner}, ${share.reply}, ${wrapKey},
        ${share.serverShare}, ${share.until}, ${share.openers}, ${share.tries}, ${share.tries},
        ${share.counter}, ${forgetAt(share.until)})
      ON CONFLICT DO NOTHING RETURNING id)
    INSERT INTO body SELECT id, ${dayOf(share.until)}, ${wrapped} FROM made`
  if (made.count === 0) await find(sql, share.locator)
  return made.count === 1
}

export const dropBody = async (tx: Sql, { id, until }: Row): Promise<void> => {
  await surelyIn(tx, 'body', () => tx`DELETE FROM body WHERE day = ${dayOf(until)} AND id = ${id}`)
}

/** Its openers go by the trigger. */
const erase = async (tx: Sql, row: Row, now: number): Promise<void> => {
  const forget = forgetAt(Math.min(row.until, now))
  await tx`UPDATE share SET link = NULL, pass = NULL, reply = NULL, "wrapKey" = NULL, "serverShare" = NULL,
    forget = ${forget} WHERE locator = ${row.locator}`
  await dropBody(tx, row)
}

/** The receipt as it is now. */
export const receiptFor = async (tx: Sql, row: Row, now: number): Promise<Receipt> => {
  const [counted] = await tx<{ locked: number; replies: number }[]>`
    SELECT (SELECT count(*) FROM reply WHERE id = ${row.id}) AS replies,
      (SELECT count(*) FROM opener WHERE id = ${row.id} AND wrong >= ${limits.ownTries}) AS locked`
  const { locked, replies } = counted ?? { locked: 0, replies: 0 }
  return receiptOf((await find(tx, row.locator)) ?? row, { locked, replies }, now)
}

const pause = (tx: Sql, { locator }: Row, order: number) =>
  tx`UPDATE share SET "triesLeft" = 0, "order" = greatest("order", ${order}) WHERE locator = ${locator}`

/** Whoever typed wrong may try again; of strangers nothing is kept. */
const resume = async (tx: Sql, { id, locator }: Row, order: number): Promise<void> => {
  await tx`UPDATE share SET "triesLeft" = tries, unseen = 0, "order" = greatest("order", ${order})
    WHERE locator = ${locator}`
  await tx`UPDATE opener SET wrong = 0 WHERE id = ${id}`
  await tx`DELETE FROM opener WHERE id = ${id} AND admitted = 0 AND held IS NULL`
}

export type Wish = 'look' | 'stop' | 'pause' | 'resume'

const change = async (
  tx: Sql,
  wish: 'pause' | 'resume',
  row: Row,
  { order = 0 }: WishAsk,
  now: number,
): Promise<void> => {
  if (!isLive(row, now) || !isLastWord(row, wish, order)) return
  await { pause, resume }[wish](tx, row, order)
}

/** What only the maker may do; gives the receipt as it is afterwards. */
export const fulfil = async (
  tx: Sql,
  wish: Wish,
  ask: WishAsk,
  now: number,
): Promise<Receipt | null> => {
  const row = await find(tx, ask.locator)
  // Pieces may be there before their share is; they go then, too.
  if (wish === 'stop') await dropPieces(tx, ask)
  if (!isOwner(row, ask.owner) || row === null) return null
  if (wish === 'stop' && row.link !== null) await erase(tx, row, now)
  if (wish === 'pause' || wish === 'resume') await change(tx, wish, row, ask, now)
  return receiptFor(tx, row, now)
}
