import { open, seal, sealBytes } from '../crypto/seal.ts'
import type { Sodium } from '../crypto/sodium.ts'
import { formatVersion, headerBytes, placeOf, type Copy } from './layout.ts'

/** One page of the table: where it lies, and the key that it alone was sealed with. */
export type PageRef = {
  readonly slot: number
  readonly generation: number
  readonly key: Uint8Array
}

export type Header = {
  readonly generation: number
  /** The vault's own key; what is sealed outside the pages descends from it. */
  readonly vaultKey: Uint8Array
  readonly pages: readonly PageRef[]
}

const tableAt = 39
const rowBytes = 38

/** version u8 | generation u32 | vault key 32 | count u16 | count x (slot u16, generation u32, key 32) */
export const encodeHeader = (header: Header): Uint8Array => {
  const bytes = new Uint8Array(headerBytes - sealBytes)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, formatVersion)
  view.setUint32(1, header.generation)
  bytes.set(header.vaultKey, 5)
  view.setUint16(37, header.pages.length)
  header.pages.forEach((page, n) => {
    const at = tableAt + n * rowBytes
    view.setUint16(at, page.slot)
    view.setUint32(at + 2, page.generation)
    bytes.set(page.key, at + 6)
  })
  return bytes
}

/** null when it is of a version that we do not know. */
const decodeHeader = (bytes: Uint8Array): Header | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint8(0) !== formatVersion) return null
  const pages = Array.from({ length: view.getUint16(37) }, (_, n) => {
    const at = tableAt + n * rowBytes
    return {
      slot: view.getUint16(at),
      generation: view.getUint32(at + 2),
      key: bytes.slice(at + 6, at + rowBytes),
    }
  })
  return { generation: view.getUint32(1), vaultKey: bytes.slice(5, 37), pages }
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
