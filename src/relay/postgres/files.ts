import type { Named, NewPiece, OwnerAsk, PieceAsk } from '../store.ts'
import { judge } from '../verdict.ts'
import { isIn, mayPut, pieceOf, stagedUntil, within } from '../verdict-files.ts'
import { newKey, wrap } from '../wrap.ts'
import type { Sql } from './connect.ts'
import { askerOf, countWrong } from './open.ts'
import { dayOf, surelyIn } from './schema.ts'
import { find } from './share.ts'

const insert = async (tx: Sql, piece: NewPiece, now: number): Promise<void> => {
  const { locator, owner, file, part, sealed } = piece
  const wrapKey = newKey()
  const wrapped = Buffer.concat(wrap(wrapKey, pieceOf(piece), sealed))
  const until = stagedUntil(now)
  await tx`
    WITH made AS (
      INSERT INTO piece (locator, owner, file, part, length, "wrapKey", until, staged)
      VALUES (${locator}, ${owner}, ${file}, ${part}, ${sealed.length}, ${wrapKey}, ${until}, 1)
      ON CONFLICT DO NOTHING RETURNING place)
    INSERT INTO chunk SELECT place, ${dayOf(until)}, ${wrapped} FROM made`
}

export const putPiece = async (
  tx: Sql,
  piece: NewPiece,
  now: number,
): Promise<'kept' | 'large' | null> => {
  const { locator, owner, file, part, sealed } = piece
  if (!mayPut(await find(tx, locator), piece, now)) return null
  const known = await tx`SELECT 1 FROM piece
    WHERE locator = ${locator} AND owner = ${owner} AND file = ${file} AND part = ${part}`
  if (known.count > 0) return 'kept'
  const [sum] = await tx<{ count: number; bytes: number }[]>`
    SELECT count(*) AS count, coalesce(sum(length), 0)::bigint AS bytes FROM piece
    WHERE locator = ${locator} AND owner = ${owner}`
  if (!within([(sum?.bytes ?? 0) + sealed.length], (sum?.count ?? 0) + 1, 2)) return 'large'
  await insert(tx, piece, now)
  return 'kept'
}

/** Without those of which a sweep has taken the first pieces: whoever goes on after them would leave a hole. */
export const listFiles = async (
  tx: Sql,
  { locator, owner }: OwnerAsk,
): Promise<readonly Named[]> => [
  ...(await tx<Named[]>`
    SELECT file AS id, count(*) AS pieces FROM piece
    WHERE locator = ${locator} AND owner = ${owner}
    GROUP BY file HAVING max(part) = count(*) - 1 ORDER BY min(place)`),
]

/** What an allowed asking takes out of the transaction, still wrapped. */
type Piece = { readonly wrapKey: Uint8Array; readonly wrapped: Uint8Array }

const pieceAt = async (tx: Sql, { locator, owner }: OwnerAsk, { file, part }: PieceAsk) => {
  const [piece] = await tx<{ place: number; wrapKey: Uint8Array; until: number }[]>`
    SELECT place, "wrapKey", until FROM piece
    WHERE locator = ${locator} AND owner = ${owner} AND file = ${file} AND part = ${part}`
  if (!piece) return null
  const { place, wrapKey, until } = piece
  const look = () => tx<{ wrapped: Uint8Array }[]>`
    SELECT wrapped FROM chunk WHERE day = ${dayOf(until)} AND place = ${place}`
  const [chunk] = await surelyIn(tx, 'chunk', look)
  return chunk ? { wrapKey, wrapped: chunk.wrapped } : null
}

/** A wrong passcode is counted here, too. */
export const takePiece = async (tx: Sql, ask: PieceAsk, now: number): Promise<Piece | null> => {
  const row = await find(tx, ask.locator)
  const asker = await askerOf(tx, row, ask.opener, now)
  const verdict = judge(row, ask, asker, now)
  if (row !== null && verdict === 'wrong') await countWrong(tx, row, ask.opener)
  if (row === null || verdict !== 'open' || !isIn(row, asker, now)) return null
  return pieceAt(tx, row, ask)
}
