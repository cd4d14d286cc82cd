import type { Receipt } from '../../share/contract.ts'
import type { NewReply, OwnerAsk, Waiting } from '../store.ts'
import { fitsInbox, mayReply } from '../verdict-inbox.ts'
import { isOwner } from '../verdict.ts'
import type { Sql } from './connect.ts'
import { find, receiptFor } from './share.ts'

/** The share's row is locked meanwhile, so that replies that come at once are counted one by one. */
export const keepReply = async (
  tx: Sql,
  reply: NewReply,
  now: number,
): Promise<'kept' | 'full' | null> => {
  const row = await find(tx, reply.locator)
  if (!mayReply(row, reply.proof, now)) return null
  const known = await tx`SELECT 1 FROM reply WHERE id = ${row.id} AND token = ${reply.id}`
  if (known.count > 0) return 'kept'
  const [waits] = await tx<{ count: number; bytes: number }[]>`
    SELECT count(*) AS count, coalesce(sum(length(sealed)), 0)::bigint AS bytes
    FROM reply WHERE id = ${row.id}`
  if (!fitsInbox(waits?.count ?? 0, waits?.bytes ?? 0, reply.sealed.length)) return 'full'
  await tx`INSERT INTO reply (id, token, sealed) VALUES (${row.id}, ${reply.id}, ${reply.sealed})`
  return 'kept'
}

export const listReplies = async (tx: Sql, ask: OwnerAsk): Promise<readonly Waiting[] | null> => {
  const row = await find(tx, ask.locator)
  if (!isOwner(row, ask.owner)) return null
  const found = await tx<Waiting[]>`
    SELECT token AS id, sealed FROM reply WHERE id = ${row.id} ORDER BY place`
  return [...found]
}

export const dropReplies = async (
  tx: Sql,
  ask: OwnerAsk,
  ids: readonly Uint8Array[],
  now: number,
): Promise<Receipt | null> => {
  const row = await find(tx, ask.locator)
  if (!isOwner(row, ask.owner)) return null
  for (const token of ids) await tx`DELETE FROM reply WHERE id = ${row.id} AND token = ${token}`
  return receiptFor(tx, row, now)
}
