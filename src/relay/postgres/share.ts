import type { NewShare, OpenAsk, OwnerAsk } from '../store.ts'
import type { Kept } from '../verdict.ts'
import { forgetAt, hourOf, isLive, isOwner, judge, receiptOf } from '../verdict.ts'
import type { Receipt } from '../../share/contract.ts'
import type { Sql, Tx } from './connect.ts'
import { dayOf } from './schema.ts'

export type Row = Kept & {
  readonly id: number
  readonly locator: Uint8Array
  readonly wrapKey: Uint8Array | null
  readonly serverShare: Uint8Array | null
  readonly counter: number
}

/** Locked until the transaction is over: whoever comes at the same moment waits and sees the count. */
export const find = async (tx: Tx, locator: Uint8Array): Promise<Row | null> => {
  const [row] = await tx<Row[]>`SELECT * FROM share WHERE locator = ${locator} FOR UPDATE`
  return row ?? null
}

/** Row and body in one statement: both are there, or none. False when the locator is taken. */
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
  return made.count === 1
}

export type Taken = { readonly row: Row; readonly wrapped: Uint8Array }

const readBody = async (tx: Tx, row: Row): Promise<Taken | null> => {
  const [body] = await tx<{ wrapped: Uint8Array }[]>`
    SELECT wrapped FROM body WHERE day = ${dayOf(row.until)} AND id = ${row.id}`
  return body ? { row, wrapped: body.wrapped } : null
}

/** The counts are part of the transaction: no answer leaves before they are on disk. */
export const takeOpen = async (tx: Tx, ask: OpenAsk, now: number): Promise<Taken | null> => {
  const row = await find(tx, ask.locator)
  const id = row?.id ?? 0
  const known =
    (await tx`SELECT 1 FROM opener WHERE id = ${id} AND token = ${ask.opener}`).count > 0
  const verdict = judge(row, ask, known, now)
  if (row === null || verdict === 'no') return null
  if (verdict === 'wrong') {
    await tx`UPDATE share SET "triesLeft" = "triesLeft" - 1, wrong = wrong + 1 WHERE id = ${id}`
    return null
  }
  if (!known) await tx`INSERT INTO opener VALUES (${id}, ${ask.opener})`
  await tx`UPDATE share SET opened = opened + ${known ? 0 : 1}, opens = opens + 1,
    "lastOpen" = ${hourOf(now)} WHERE id = ${id}`
  return readBody(tx, row)
}

const erase = async (tx: Tx, row: Row, now: number): Promise<void> => {
  const forget = forgetAt(Math.min(row.until, now))
  await tx`UPDATE share SET link = NULL, pass = NULL, reply = NULL, "wrapKey" = NULL, "serverShare" = NULL,
    forget = ${forget} WHERE id = ${row.id}`
  await tx`DELETE FROM opener WHERE id = ${row.id}`
  await tx`DELETE FROM body WHERE day = ${dayOf(row.until)} AND id = ${row.id}`
}

/** The receipt as it is now. */
export const receiptFor = async (tx: Tx, row: Row, now: number): Promise<Receipt> => {
  const [waiting] = await tx<{ count: number }[]>`
    SELECT count(*) AS count FROM reply WHERE id = ${row.id}`
  return receiptOf((await find(tx, row.locator)) ?? row, waiting?.count ?? 0, now)
}

export type Wish = 'look' | 'stop' | 'resume'

/** What only the maker may do; gives the receipt as it is afterwards. */
export const fulfil = async (
  tx: Tx,
  wish: Wish,
  ask: OwnerAsk,
  now: number,
): Promise<Receipt | null> => {
  const row = await find(tx, ask.locator)
  if (!isOwner(row, ask.owner) || row === null) return null
  if (wish === 'stop' && row.link !== null) await erase(tx, row, now)
  if (wish === 'resume' && isLive(row, now)) {
    await tx`UPDATE share SET "triesLeft" = tries WHERE id = ${row.id}`
  }
  return receiptFor(tx, row, now)
}
