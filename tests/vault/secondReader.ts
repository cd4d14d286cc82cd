import type { Sodium } from '../../src/crypto/sodium.ts'

// Reads a copy's file by docs/formats/backup.md alone, and shares no line with src/. Readable and slow.

const chunk = 65_536

/** The key behind forty ASCII digits. */
const keyFrom = (digits: string): Buffer =>
  Buffer.from(BigInt(digits.slice(0, 39)).toString(16).padStart(32, '0'), 'hex')

const aad = (index: number, total: number): Buffer => {
  const place = Buffer.alloc(5)
  place.writeUInt8(1, 0)
  place.writeUInt16BE(index, 1)
  place.writeUInt16BE(total, 3)
  return place
}

const openChunk = (sodium: Sodium, key: Uint8Array, sealed: Buffer, place: Buffer) => {
  try {
    return Buffer.from(
      sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
        null,
        sealed.subarray(24),
        place,
        sealed.subarray(0, 24),
        key,
      ),
    )
  } catch {
    return null
  }
}

type Piece = {
  readonly name: string
  readonly part: number
  readonly parts: number
  readonly bytes: Buffer
}

const piecesIn = (plain: Buffer): Piece[] => {
  const pieces: Piece[] = []
  let at = 2
  for (let left = plain.readUInt16BE(0); left > 0; left--) {
    const named = plain.readUInt8(at)
    const name = plain.toString('utf8', at + 1, at + 1 + named)
    at += 1 + named
    const length = plain.readUInt32BE(at + 4)
    const bytes = plain.subarray(at + 8, at + 8 + length)
    pieces.push({ name, part: plain.readUInt16BE(at), parts: plain.readUInt16BE(at + 2), bytes })
    at += 8 + length
  }
  return pieces
}

/** Name and text of every whole entry of an undamaged file, and how many entries it says it has. */
export const readCopy = (sodium: Sodium, digits: string, file: Uint8Array) => {
  const key = sodium.crypto_generichash(32, 'copy 1', keyFrom(digits))
  const total = file.length / chunk
  const plains = Array.from({ length: total }, (_, index) =>
    openChunk(
      sodium,
      key,
      Buffer.from(file.slice(index * chunk, (index + 1) * chunk)),
      aad(index, total),
    ),
  ).filter((plain) => plain !== null)
  const pieces = plains.flatMap(piecesIn).toSorted((a, b) => a.part - b.part)
  const names = [...new Set(pieces.map(({ name }) => name))]
  const entries = names.map((name): [string, string] => [
    name,
    Buffer.concat(pieces.filter((piece) => piece.name === name).map(({ bytes }) => bytes)).toString(
      'utf8',
    ),
  ])
  return { entries: Object.fromEntries(entries), counts: plains.map((p) => p.readUInt32BE(65_492)) }
}
