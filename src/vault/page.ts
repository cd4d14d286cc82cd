import { sealBytes } from '../crypto/seal.ts'
import { pageBytes } from './layout.ts'

/** An item, or one piece of an item that is longer than a page. */
export type Piece = {
  readonly name: string
  /** Which piece of how many. */
  readonly part: number
  readonly parts: number
  readonly bytes: Uint8Array
  /** Bytes that it takes up in a page. */
  readonly size: number
}

/** Room for pieces in one page. */
export const pageRoom = pageBytes - sealBytes - 2

const fixed = 1 + 2 + 2 + 4

const encoder = new TextEncoder()

const nameBytes = (name: string): number => encoder.encode(name).length

/** Measured once, since every save adds the sizes of all pieces up. */
export const pieceOf = (facts: Omit<Piece, 'size'>): Piece => ({
  ...facts,
  size: fixed + nameBytes(facts.name) + facts.bytes.length,
})

/** The longest piece of an item of this name. */
export const longestPiece = (name: string, room: number): number => room - fixed - nameBytes(name)

/** count u16 | count x (name length u8, name, part u16, parts u16, length u32, bytes) | zeros */
export const encodePage = (pieces: readonly Piece[]): Uint8Array => {
  const bytes = new Uint8Array(pageBytes - sealBytes)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, pieces.length)
  let at = 2
  for (const piece of pieces) {
    const { written } = encoder.encodeInto(piece.name, bytes.subarray(at + 1))
    view.setUint8(at, written)
    at += 1 + written
    view.setUint16(at, piece.part)
    view.setUint16(at + 2, piece.parts)
    view.setUint32(at + 4, piece.bytes.length)
    bytes.set(piece.bytes, at + 8)
    at += 8 + piece.bytes.length
  }
  return bytes
}

/** The pieces of a page that opened; sealing vouches for its shape, so a wrong one throws. */
export const decodePage = (bytes: Uint8Array): Piece[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const decoder = new TextDecoder()
  let at = 2
  return Array.from({ length: view.getUint16(0) }, () => {
    const start = at + 1 + view.getUint8(at)
    const name = decoder.decode(bytes.subarray(at + 1, start))
    const size = start + 8 + view.getUint32(start + 4) - at
    at += size
    return {
      name,
      part: view.getUint16(start),
      parts: view.getUint16(start + 2),
      bytes: bytes.slice(start + 8, at),
      size,
    }
  })
}
