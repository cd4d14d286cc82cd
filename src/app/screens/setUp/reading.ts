import { isKeyPiece, keyOf } from '../../../vault/recoveryKey.ts'
import type { CopyWhy } from './copy.ts'

/** What all the digits together are: a key, the first of two pieces of one, or neither. */
type Read =
  | { readonly is: 'key'; readonly key: Uint8Array }
  | { readonly is: 'piece'; readonly piece: Uint8Array }
  | { readonly is: 'unfit'; readonly why: CopyWhy }

const readPiece = async (digits: string, first: Uint8Array | null): Promise<Read> => {
  const { joinPieces, keyPieceOf } = await import('../../../vault/keyPieces.ts')
  const piece = keyPieceOf(digits)
  if (!piece) return { is: 'unfit', why: 'digit' }
  if (!first) return { is: 'piece', piece }
  const joined = await joinPieces(first, piece)
  return joined.ok ? { is: 'key', key: joined.key } : { is: 'unfit', why: joined.why }
}

/** Reads what was typed; `first` is the piece that was typed before it, if there was one. */
export const readDigits = async (digits: string, first: Uint8Array | null): Promise<Read> => {
  if (isKeyPiece(digits)) return readPiece(digits, first)
  const key = keyOf(digits)
  return key ? { is: 'key', key } : { is: 'unfit', why: 'digit' }
}
