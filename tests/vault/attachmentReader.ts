import { createHash } from 'node:crypto'
import { readContainer, unsealed, type Primitives, type Stretch } from './containerReader.ts'

// Reads the file of chunks by docs/formats/attachments.md alone, and shares no line with src/. Readable and slow.

const chunk = 1_048_576
const room = 1_048_536

/** Where slot `slot` of a region begins. */
export const slotStart = (region: number, slot: number): number => (slot * 4 + region) * chunk

/** Slots that each region has in a file of this length; 0 when there is room for none. */
export const slotsOf = (length: number): number => {
  if (length >= 536_870_912) return 128
  if (length >= 134_217_728) return 32
  return length >= 33_554_432 ? 8 : 0
}

/** What an entry says of the bytes that it leads to. */
export type Hanging = {
  readonly id: string
  readonly slots: readonly number[]
  readonly key: string
  readonly size: number
  readonly hash: string
}

const placeOf = (region: number, slot: number, index: number, id: string): Buffer => {
  const place = Buffer.alloc(8 + id.length)
  place.set([3, 1, region, 0])
  place.writeUInt16BE(slot, 4)
  place.writeUInt16BE(index, 6)
  place.write(id, 8, 'ascii')
  return place
}

/** The bytes of one chunk and the zeros behind them; null when it does not open, or lies beyond the room. */
const chunkIn = (
  sodium: Primitives,
  more: Buffer,
  region: number,
  { id, slots, key }: Hanging,
  index: number,
): Buffer | null => {
  const slot = slots[index] ?? NaN
  if (!(slot < slotsOf(more.length))) return null
  const start = slotStart(region, slot)
  const sealed = more.subarray(start, start + chunk)
  return unsealed(sodium, Buffer.from(key, 'base64url'), sealed, placeOf(region, slot, index, id))
}

/** Whole bytes with nothing but zeros behind them and the sum that the entry tells; else null. */
export const readHanging = (
  sodium: Primitives,
  image: Uint8Array,
  region: number,
  entry: Hanging,
): Buffer | null => {
  const more = Buffer.from(image.buffer, image.byteOffset, image.length)
  if (entry.slots.length !== Math.ceil(entry.size / room)) return null
  const chunks = entry.slots.map((_, index) => chunkIn(sodium, more, region, entry, index))
  const opened = chunks.filter((bytes) => bytes !== null)
  if (opened.length < chunks.length) return null
  const padded = Buffer.concat(opened)
  const bytes = padded.subarray(0, entry.size)
  const isSame = createHash('sha256').update(bytes).digest('hex') === entry.hash
  return isSame && padded.subarray(entry.size).every((byte) => byte === 0) ? bytes : null
}

/** Under its name in the record, the bytes of each attachment of the vault that a code opens. */
export const readAttachments = (
  sodium: Primitives,
  files: { readonly data: Uint8Array; readonly more: Uint8Array },
  code: string,
  stretch?: Stretch,
): Record<string, Buffer | null> => {
  const copies = readContainer(sodium, files.data, code, stretch)
  const [newest] = copies.toSorted((a, b) => b.generation - a.generation)
  const hanging = Object.entries(newest?.entries ?? {}).filter(([name]) =>
    name.startsWith('attachment/'),
  )
  return Object.fromEntries(
    hanging.map(([name, text]) => {
      const entry: Hanging = JSON.parse(text)
      return [name, readHanging(sodium, files.more, newest?.region ?? 0, entry)]
    }),
  )
}
