// The container's map, in bytes. docs/formats/vault.md tells the same in words.

export const formatVersion = 1

/** Two sectors for what stands before the regions, written in turn. */
export const sectorBytes = 4_096
export const saltBytes = 16
export const preambleBytes = 2 * sectorBytes

export const regions = 4
export const headerBytes = 16_384
export const pageBytes = 65_536
export const firstPages = 32
export const mostPages = 256

const firstRegionBytes = 2 * headerBytes + firstPages * pageBytes
const firstBytes = preambleBytes + regions * firstRegionBytes

/** `pages`: slots of each region; 32, 64, 128 or 256. */
export const containerBytes = (pages: number): number =>
  firstBytes + regions * (pages - firstPages) * pageBytes

export type Copy = 0 | 1

export const headerAt = (region: number, copy: Copy): number =>
  preambleBytes + region * firstRegionBytes + copy * headerBytes

/**
 * The first 32 slots lie behind the region's headers. Each doubling is appended to the file, so that
 * nothing moves: it holds as many slots as there were before, for one region after the other.
 */
export const pageAt = (region: number, slot: number): number => {
  if (slot < firstPages) return headerAt(region, 0) + 2 * headerBytes + slot * pageBytes
  const before = 2 ** Math.floor(Math.log2(slot))
  return containerBytes(before) + (region * before + slot - before) * pageBytes
}

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
