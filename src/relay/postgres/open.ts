import type { OpenAsk, OwnerAsk, ShownAsk } from '../store.ts'
import type { Asker, Guest } from '../verdict.ts'
import { holdUntil, hourOf, isFetch, isLive, isOwner, isView, judge } from '../verdict.ts'
import type { Sql } from './connect.ts'
import { dayOf, surelyIn } from './schema.ts'
import { find, type Row } from './share.ts'

/** What an allowed open takes out of the transaction, still wrapped. */
export type Taken = { readonly row: Row; readonly wrapped: Uint8Array }

const takeBody = async (tx: Sql, row: Row): Promise<Taken | null> => {
  const look = () => tx<{ wrapped: Uint8Array }[]>`
    SELECT wrapped FROM body WHERE day = ${dayOf(row.until)} AND id = ${row.id}`
  const [body] = await surelyIn(tx, 'body', look)
  return body ? { row, wrapped: body.wrapped } : null
}

/** A number that no share has, in any of the slices. */
const nobody = (token: Uint8Array): number => -1 - Buffer.from(token).readUInt32BE()

/** Looked up also for a share that is not there: a miss must cost what a hit costs. */
export const askerOf = async (
  tx: Sql,
  row: Row | null,
  token: Uint8Array,
  now: number,
): Promise<Asker> => {
  const id = row?.id ?? nobody(token)
  const [guest] = await tx<Guest[]>`
    SELECT wrong, admitted, held FROM opener WHERE id = ${id} AND token = ${token}`
  const [others] = await tx<{ count: number }[]>`
    SELECT count(*) AS count FROM opener
    WHERE id = ${id} AND held > ${now} AND admitted = 0 AND token <> ${token}`
  return { guest: guest ?? null, heldByOthers: others?.count ?? 0 }
}

const countView = async (
  tx: Sql,
  { id, locator }: Row,
  token: Uint8Array,
  asker: Asker,
  now: number,
): Promise<void> => {
  await tx`INSERT INTO opener (id, token, admitted) VALUES (${id}, ${token}, 1)
    ON CONFLICT (id, token) DO UPDATE SET admitted = 1, held = NULL`
  await tx`UPDATE share SET opened = opened + ${asker.guest?.admitted === 1 ? 0 : 1}, opens = opens + 1,
    "lastOpen" = ${hourOf(now)} WHERE locator = ${locator}`
}

export const countWrong = async (
  tx: Sql,
  { id, locator }: Row,
  token: Uint8Array,
): Promise<void> => {
  await tx`UPDATE share SET "triesLeft" = "triesLeft" - 1, wrong = wrong + 1
    WHERE locator = ${locator}`
  await tx`INSERT INTO opener (id, token, wrong) VALUES (${id}, ${token}, 1)
    ON CONFLICT (id, token) DO UPDATE SET wrong = opener.wrong + 1`
}

const countUnseen = (tx: Sql, { locator }: Row, more: number) =>
  tx`UPDATE share SET unseen = greatest(0, unseen + ${more}) WHERE locator = ${locator}`

const hold = async (
  tx: Sql,
  row: Row,
  token: Uint8Array,
  asker: Asker,
  now: number,
): Promise<void> => {
  const held = holdUntil(now)
  await tx`INSERT INTO opener (id, token, held) VALUES (${row.id}, ${token}, ${held})
    ON CONFLICT (id, token) DO UPDATE SET held = ${held}`
  if (isFetch(asker, now)) await countUnseen(tx, row, 1)
}

/** The counts are part of the transaction: no answer leaves before they are on disk. */
export const takeOpen = async (tx: Sql, ask: OpenAsk, now: number): Promise<Taken | null> => {
  const row = await find(tx, ask.locator)
  const asker = await askerOf(tx, row, ask.opener, now)
  const verdict = judge(row, ask, asker, now)
  if (row === null || verdict === 'no') return null
  if (verdict === 'wrong') {
    await countWrong(tx, row, ask.opener)
    return null
  }
  if (row.pass !== null) await countView(tx, row, ask.opener, asker, now)
  else await hold(tx, row, ask.opener, asker, now)
  return takeBody(tx, row)
}

/** Counts the view that a place is held for. */
export const takeShown = async (tx: Sql, ask: ShownAsk, now: number): Promise<boolean> => {
  const row = await find(tx, ask.locator)
  const asker = await askerOf(tx, row, ask.opener, now)
  if (row === null || !isView(row, ask.link, asker, now)) return false
  await countView(tx, row, ask.opener, asker, now)
  if (asker.guest?.admitted !== 1) await countUnseen(tx, row, -1)
  return true
}

/** Her own share, which uses up nothing. */
export const takeOwn = async (tx: Sql, ask: OwnerAsk, now: number): Promise<Taken | null> => {
  const row = await find(tx, ask.locator)
  return isOwner(row, ask.owner) && isLive(row, now) ? takeBody(tx, row) : null
}
