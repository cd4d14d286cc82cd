import { derive } from '../crypto/derive.ts'
import { random } from '../crypto/random.ts'
import { open, seal } from '../crypto/seal.ts'
import type { Sodium } from '../crypto/sodium.ts'
import { wipe } from '../crypto/wipe.ts'
import { buckets } from './copySize.ts'
import { pageBytes } from './layout.ts'
import type { Item } from './messages.ts'
import { repack, unpack, type Page } from './packing.ts'
import { decodePage, encodePage, pageRoom, type Piece } from './page.ts'

// The file of a copy: chunks that are sealed one by one, so that damage costs only what it hits.
// docs/formats/backup.md tells the same in words.

const version = 1
const countBytes = 4

/** What a file gave: its items, how many more it held when it was made, and where they end in it. */
export type Copied = {
  readonly items: readonly Item[]
  readonly missing: number
  readonly behind: number
}

/** Each file has a key of its own, so it needs no salt that could be damaged. */
const fileKey = (sodium: Sodium, key: Uint8Array): Uint8Array => derive(sodium, key, 'copy 1')

/** version u8 | index u16 | total u16: a chunk opens only in its place in a file of this length. */
export const chunkPlace = (index: number, total: number): Uint8Array => {
  const bytes = new Uint8Array(5)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, version)
  view.setUint16(1, index)
  view.setUint16(3, total)
  return bytes
}

/** A page whose last four bytes say how many items the whole file has. */
export const encodeChunk = (pieces: readonly Piece[], count: number): Uint8Array => {
  const plain = encodePage(pieces)
  new DataView(plain.buffer).setUint32(plain.length - countBytes, count)
  return plain
}

const countIn = (plain: Uint8Array): number =>
  new DataView(plain.buffer, plain.byteOffset).getUint32(plain.length - countBytes)

/**
 * The whole file; null when the items are more than the largest one holds. `lost`: how many more there
 * should be, so that whoever opens it hears of them.
 */
export const sealCopy = (
  sodium: Sodium,
  key: Uint8Array,
  items: readonly Item[],
  lost: number,
): Uint8Array | null => {
  const pages = repack([], items, [], pageRoom - countBytes)
  const total = buckets.find((chunks) => chunks >= pages.length)
  if (total === undefined) return null
  const own = fileKey(sodium, key)
  const file = random(total * pageBytes)
  for (let index = 0; index < total; index++) {
    const plain = encodeChunk(pages[index]?.pieces ?? [], items.length + lost)
    file.set(seal(sodium, own, plain, chunkPlace(index, total)), index * pageBytes)
    wipe(plain)
  }
  wipe(own)
  return file
}

type Opened = { readonly pages: readonly Page[]; readonly count: number }

const openChunks = (
  sodium: Sodium,
  key: Uint8Array,
  file: Uint8Array,
  total: number,
): Opened | null => {
  const whole = Math.min(total, Math.floor(file.length / pageBytes))
  let count: number | null = null
  const pages = Array.from({ length: whole }, (_, index): Page[] => {
    const sealed = file.subarray(index * pageBytes, (index + 1) * pageBytes)
    const plain = open(sodium, key, sealed, chunkPlace(index, total))
    if (!plain) return []
    count = countIn(plain)
    const pieces = decodePage(plain)
    wipe(plain)
    return [{ ref: null, pieces, readable: true }]
  }).flat()
  return count === null ? null : { pages, count }
}

/**
 * What can be read of a file, which may be damaged or cut: a chunk that does not open costs only its
 * own items. null when none opens: another key, another file, or nothing left of it.
 */
export const openCopy = (sodium: Sodium, key: Uint8Array, file: Uint8Array): Copied | null => {
  const own = fileKey(sodium, key)
  // A cut file does not tell how long it was.
  for (const total of buckets) {
    const found = openChunks(sodium, own, file, total)
    if (!found) continue
    wipe(own)
    const items = unpack(found.pages)
    const missing = Math.max(0, found.count - items.length)
    return { items, missing, behind: total * pageBytes }
  }
  wipe(own)
  return null
}
