import { open, seal, sealBytes } from '../crypto/seal.ts'
import type { Sodium } from '../crypto/sodium.ts'
import { steady } from '../crypto/steady.ts'
import { formatVersion, headerBytes, mostPages, placeOf, type Copy } from './layout.ts'

/** One page of the table: where it lies, and the key that it alone was sealed with. */
export type PageRef = {
  readonly slot: number
  readonly generation: number
  readonly key: Uint8Array
}

/** Where another vault lies, and the key of its headers. */
export type Beside = { readonly region: number; readonly key: Uint8Array }

/** Regions that are still to be overwritten, and the set-up counter of the time when that began. */
export type Clearing = { readonly regions: readonly number[]; readonly counter: number }

/**
 * `opens`: null for a vault. Otherwise this is no vault: its code destroys all others and opens that
 * region, whose headers have the key that stands here as `vaultKey`.
 */
export type Header = {
  readonly generation: number
  /** How many codes had been tried when she last looked at the tries. */
  readonly seen: number
  /** The vault's own key; what is sealed outside the pages descends from it. */
  readonly vaultKey: Uint8Array
  readonly opens: number | null
  /** A dearer cost is being tried. Found by an opening, it says that the phone broke down over it. */
  readonly daring: boolean
  /** The vault that this one writes its openings into; null for most. */
  readonly beside: Beside | null
  /** What a code that clears left to overwrite; null when nothing is. */
  readonly clearing: Clearing | null
  readonly pages: readonly PageRef[]
}

const tableAt = 46
const rowBytes = 38
/** Behind the longest table. */
const besideAt = tableAt + mostPages * rowBytes
const besideBytes = 34
const clearingAt = besideAt + besideBytes
const kinds = { vault: 1, shred: 2 } as const

/**
 * version u8 | kind u8 | generation u32 | seen u32 | key 32 | region u8 | daring u8 | count u16 |
 * count x (slot u16, generation u32, key 32) | zeros | at 9774: there u8, region u8, key 32 |
 * regions u8, counter u8
 */
export const encodeHeader = (header: Header): Uint8Array => {
  const bytes = new Uint8Array(headerBytes - sealBytes)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, formatVersion)
  view.setUint8(1, header.opens === null ? kinds.vault : kinds.shred)
  view.setUint32(2, header.generation)
  view.setUint32(6, header.seen)
  bytes.set(header.vaultKey, 10)
  view.setUint8(42, header.opens ?? 0)
  view.setUint8(43, header.daring ? 1 : 0)
  view.setUint16(44, header.pages.length)
  header.pages.forEach((page, n) => {
    const at = tableAt + n * rowBytes
    view.setUint16(at, page.slot)
    view.setUint32(at + 2, page.generation)
    bytes.set(page.key, at + 6)
  })
  if (header.beside) {
    bytes.set([1, header.beside.region], besideAt)
    bytes.set(header.beside.key, besideAt + 2)
  }
  if (header.clearing) {
    bytes[clearingAt] = header.clearing.regions.reduce((bits, region) => bits | (1 << region), 0)
    bytes[clearingAt + 1] = header.clearing.counter
  }
  return bytes
}

/** One bit for each region, the lowest for the first. */
const decodeClearing = (bits: number, counter: number): Clearing | null =>
  bits === 0
    ? null
    : {
        regions: Array.from({ length: 8 }, (_, at) => at).filter((at) => bits & (1 << at)),
        counter,
      }

const decodeBeside = (bytes: Uint8Array): Beside | null => {
  const [there, region = 0] = bytes
  return there === 1 ? { region, key: steady(bytes.subarray(2)) } : null
}

/** null when it is of a version that we do not know. */
const decodeHeader = (bytes: Uint8Array): Header | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint8(0) !== formatVersion) return null
  const pages = Array.from({ length: view.getUint16(44) }, (_, n) => {
    const at = tableAt + n * rowBytes
    return {
      slot: view.getUint16(at),
      generation: view.getUint32(at + 2),
      key: steady(bytes.subarray(at + 6, at + rowBytes)),
    }
  })
  return {
    generation: view.getUint32(2),
    seen: view.getUint32(6),
    vaultKey: steady(bytes.subarray(10, 42)),
    opens: view.getUint8(1) === kinds.shred ? view.getUint8(42) : null,
    daring: view.getUint8(43) === 1,
    beside: decodeBeside(bytes.subarray(besideAt, besideAt + besideBytes)),
    clearing: decodeClearing(view.getUint8(clearingAt), view.getUint8(clearingAt + 1)),
    pages,
  }
}

export const sealHeader = (
  sodium: Sodium,
  key: Uint8Array,
  region: number,
  copy: Copy,
  header: Header,
): Uint8Array => {
  const plain = encodeHeader(header)
  const sealed = seal(sodium, key, plain, placeOf('header', region, copy, 0))
  plain.fill(0)
  return sealed
}

export const openHeader = (
  sodium: Sodium,
  key: Uint8Array,
  region: number,
  copy: Copy,
  sealed: Uint8Array,
): Header | null => {
  const plain = open(sodium, key, sealed, placeOf('header', region, copy, 0))
  if (!plain) return null
  const header = decodeHeader(plain)
  plain.fill(0)
  return header
}
