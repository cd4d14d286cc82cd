// The container's map, in bytes. docs/formats/vault.md tells the same in words.

export const formatVersion = 1

export const preambleBytes = 4_096
export const saltBytes = 16
/** Masked numbers: memory u32, passes u32, pages u16, next region u8, five random bytes. */
export const numbersAt = 16
export const numbersBytes = 16
/** Two slots for the disguise's own state, written in turn. */
export const stateAt = [256, 2_176] as const
export const stateBytes = 1_920

export const regions = 4
export const headerBytes = 16_384
export const pageBytes = 65_536
export const firstPages = 32

const regionBytes = (pages: number): number => 2 * headerBytes + pages * pageBytes
export const containerBytes = (pages: number): number =>
  preambleBytes + regions * regionBytes(pages)

export type Copy = 0 | 1

const regionAt = (pages: number, region: number): number =>
  preambleBytes + region * regionBytes(pages)

export const headerAt = (pages: number, region: number, copy: Copy): number =>
  regionAt(pages, region) + copy * headerBytes

export const pageAt = (pages: number, region: number, slot: number): number =>
  regionAt(pages, region) + 2 * headerBytes + slot * pageBytes

/** Sealed bytes open only where they were written: kind | version | region | slot | generation. */
export const placeOf = (
  kind: 'header' | 'page',
  region: number,
  slot: number,
  generation: number,
): Uint8Array => {
  const bytes = new Uint8Array(10)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, kind === 'header' ? 1 : 2)
  view.setUint8(1, formatVersion)
  view.setUint8(2, region)
  view.setUint16(4, slot)
  view.setUint32(6, generation)
  return bytes
}
