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

const chunkOf = (file: Uint8Array, index: number): Buffer =>
  Buffer.from(file.slice(index * chunk, (index + 1) * chunk))

/** How many chunks the entries take up; NaN when none of the four sizes fits. */
const totalOf = (sodium: Primitives, key: Uint8Array, file: Uint8Array): number =>
  [4, 16, 64, 256].find((total) => unsealed(sodium, key, chunkOf(file, 0), aad(0, total))) ?? NaN

/** Name and text of every whole entry of an undamaged file, and how many entries it says it has. */
export const readCopy = (sodium: Primitives, digits: string, file: Uint8Array) => {
  const key = sodium.crypto_generichash(32, 'copy 1', keyFrom(digits))
  const total = totalOf(sodium, key, file)
  const plains = Array.from({ length: total }, (_, index) =>
    unsealed(sodium, key, chunkOf(file, index), aad(index, total)),
  ).filter((plain) => plain !== null)
  const entries = entriesOf(plains.flatMap(piecesIn))
  return { entries, counts: plains.map((plain) => plain.readUInt32BE(65_492)) }
}

/** What the entry of a photo or file says about its bytes. */
type Attached = { readonly id: string; readonly slots: readonly number[]; readonly size: number }

/** The bytes behind the entries that an entry leads to; null when one of its chunks does not open. */
export const readAttached = (
  sodium: Primitives,
  digits: string,
  file: Uint8Array,
  { id, slots, size }: Attached,
): Buffer | null => {
  const [entries, chunks] = ['copy 1', 'copy 1 chunks'].map((message) =>
    sodium.crypto_generichash(32, message, keyFrom(digits)),
  )
  const behind = totalOf(sodium, entries ?? Buffer.alloc(0), file) * chunk
  const plains = slots.map((slot, index) => {
    const from = behind + slot * 1_048_576
    const place = Buffer.alloc(5 + id.length)
    place.writeUInt8(1, 0)
    place.writeUInt16BE(slot, 1)
    place.writeUInt16BE(index, 3)
    place.write(id, 5)
    const sealed = Buffer.from(file.slice(from, from + 1_048_576))
    return unsealed(sodium, chunks ?? Buffer.alloc(0), sealed, place)
  })
  const whole = plains.filter((plain) => plain !== null)
  return whole.length === slots.length ? Buffer.concat(whole).subarray(0, size) : null
}
