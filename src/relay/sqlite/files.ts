import { limits } from '../../share/contract.ts'
import type { Disk } from './disk.ts'
import { isFull } from '../full.ts'
import type { Rows } from './rows.ts'
import type { PieceRow } from './rows-files.ts'
import { askerOf, countWrong } from './open.ts'
import type { Room } from '../outgoing.ts'
import type { Space } from './space.ts'
import type { NewPiece, NewShare, OwnerAsk, PieceAsk, Store } from '../store.ts'
import { judge } from '../verdict.ts'
import { isIn, mayPut, pieceOf, stagedUntil, within } from '../verdict-files.ts'
import { newKey, unwrap, wrap } from '../wrap.ts'

// Files beside a share. Their pieces come first, each one whole on disk before its row is; the share that
// names them makes them its own in the transaction that makes the share.

type Naming = OwnerAsk & Pick<NewShare, 'files' | 'until'>

const fileOf = ({ locator, owner }: OwnerAsk, file: Uint8Array) => ({ locator, owner, file })

/** Whether every piece of the files that a share names is there, and no more than a share may have. */
export const areThere = (rows: Rows, share: Naming): boolean => {
  const sums = share.files.map(({ id, pieces }) => {
    const sum = rows.sumOfFile.get(fileOf(share, id))
    return sum?.count === pieces && sum.last === pieces - 1 ? sum.bytes : null
  })
  return within(sums)
}

/** They live as long as the share; what it does not name goes. Gives the names of what is to be wiped. */
export const claim = ({ rows, erased }: Disk, share: Naming): readonly string[] => {
  const named = new Set(share.files.map(({ id }) => Buffer.from(id).toString('hex')))
  const { locator, owner } = share
  const all = rows.piecesOf.all({ locator, owner })
  const left = all.filter(({ file }) => !named.has(Buffer.from(file).toString('hex')))
  for (const { file } of left) rows.dropFile.run(fileOf(share, file))
  if (left.length > 0) erased()
  for (const { id } of share.files) rows.keepFile.run({ ...fileOf(share, id), until: share.until })
  return left.map(({ name }) => name)
}

type Judged = 'may' | 'kept' | 'large' | null

const judgePut = ({ rows }: Disk, piece: NewPiece, now: number): Judged => {
  const row = rows.find.get(piece.locator) ?? null
  const { part, sealed } = piece
  const one = { ...fileOf(piece, piece.file), part }
  const { locator, owner } = one
  const sum = rows.sumOfPieces.get({ locator, owner }) ?? { count: 0, bytes: 0 }
  if (!mayPut(row, piece, now)) return null
  if (rows.pieceAt.get(one)) return 'kept'
  return within([sum.bytes + sealed.length], sum.count + 1, 2) ? 'may' : 'large'
}

const insert = (disk: Disk, piece: NewPiece, at: PieceRow, now: number): Judged => {
  const judged = judgePut(disk, piece, now)
  if (judged !== 'may') return judged
  const { part, sealed } = piece
  const one = { ...fileOf(piece, piece.file), part, length: sealed.length, ...at }
  disk.rows.putPiece.run({ ...one, until: stagedUntil(now) })
  return 'may'
}

const putIn = async (disk: Disk, piece: NewPiece, now: number) => {
  const wrapKey = newKey()
  const name = await disk.files.write(wrap(wrapKey, pieceOf(piece), piece.sealed))
  const done = await disk.group.add(() => insert(disk, piece, { name, wrapKey }, now))
  if (done === 'may') return 'kept'
  await disk.files.wipe([name])
  return done
}

/** Runs inside a transaction: a wrong passcode is counted here, too. */
const takePiece = (disk: Disk, ask: PieceAsk, now: number): PieceRow | null => {
  const { rows } = disk
  const row = rows.find.get(ask.locator) ?? null
  const asker = askerOf(rows, row, ask.opener, now)
  const verdict = judge(row, ask, asker, now)
  if (row !== null && verdict === 'wrong') countWrong(rows, row, ask.opener)
  if (row === null || verdict !== 'open' || !isIn(row, asker, now)) return null
  const { file, part } = ask
  return rows.pieceAt.get({ locator: row.locator, owner: row.owner, file, part }) ?? null
}

const takeRoomy = (disk: Disk, ask: PieceAsk, now: number, room?: Room): PieceRow | null => {
  const taken = takePiece(disk, ask, now)
  if (taken) room?.(limits.files.piece)
  return taken
}

const isNamed = ({ rows }: Disk, ask: PieceAsk, name: string): boolean => {
  const row = rows.find.get(ask.locator)
  const { file, part } = ask
  if (!row) return false
  return rows.pieceAt.get({ ...fileOf(row, file), part })?.name === name
}

/** A stop may have written zeros over it since its row was read: then it is gone, and not damaged. */
const unwrapPiece = (
  disk: Disk,
  ask: PieceAsk,
  { name, wrapKey }: PieceRow,
  wrapped: Buffer,
): Uint8Array | null => {
  try {
    return unwrap(wrapKey, pieceOf(ask), wrapped)
  } catch (error) {
    if (isNamed(disk, ask, name)) throw error
    return null
  }
}

export const filesOf = (disk: Disk, space: Space): Pick<Store, 'put' | 'there' | 'piece'> => {
  const { rows, group, files } = disk
  return {
    put: async (piece, now) => {
      const judged = await group.add(() => judgePut(disk, piece, now))
      if (judged !== 'may') return judged
      if (!space.takesPiece(piece.sealed.length)) return 'full'
      return putIn(disk, piece, now).catch((error: unknown) => {
        if (isFull(error)) return 'full'
        throw error
      })
    },
    there: (ask) =>
      group.add(() =>
        rows.filesThere.all(ask).map(({ file, count }) => ({ id: file, pieces: count })),
      ),
    piece: async (ask, now, room) => {
      const taken = await group.add(() => takeRoomy(disk, ask, now, room))
      const wrapped = taken && (await files.read(taken.name))
      return wrapped && unwrapPiece(disk, ask, taken, wrapped)
    },
  }
}
