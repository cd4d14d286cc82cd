import { entriesOf, piecesIn, unsealed, type Primitives } from './containerReader.ts'

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

/** Name and text of every whole entry of an undamaged file, and how many entries it says it has. */
export const readCopy = (sodium: Primitives, digits: string, file: Uint8Array) => {
  const key = sodium.crypto_generichash(32, 'copy 1', keyFrom(digits))
  const total = file.length / chunk
  const plains = Array.from({ length: total }, (_, index) => {
    const sealed = Buffer.from(file.slice(index * chunk, (index + 1) * chunk))
    return unsealed(sodium, key, sealed, aad(index, total))
  }).filter((plain) => plain !== null)
  const entries = entriesOf(plains.flatMap(piecesIn))
  return { entries, counts: plains.map((plain) => plain.readUInt32BE(65_492)) }
}
