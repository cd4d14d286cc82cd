import { limits, type FileHead } from './contract.ts'
import { padded } from './padding.ts'

// How a file falls into pieces: numbers alone, known before anything is sealed or opened.

export const tagBytes = 16
/** Bytes of content in a whole piece. */
export const pieceRoom = limits.files.piece - tagBytes

/** The length is padded as the share's content is: the relay learns a bucket, not a size. */
export const piecesOf = (size: number): number => Math.ceil(padded(size) / pieceRoom)

export const fileHead = ({
  id,
  size,
}: {
  readonly id: string
  readonly size: number
}): FileHead => ({ id, pieces: piecesOf(size) })

/** Bytes of the padded content in piece `at`. */
export const lengthAt = (size: number, at: number): number =>
  Math.min(pieceRoom, padded(size) - at * pieceRoom)

/** Where the file's own bytes of a piece begin and end. */
export const spanOf = (
  size: number,
  at: number,
): { readonly from: number; readonly to: number } => {
  const from = Math.min(size, at * pieceRoom)
  return { from, to: Math.min(size, from + pieceRoom) }
}
