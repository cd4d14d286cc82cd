import { random } from '../crypto/random.ts'
import { chunkBytes, spaceBytes, spaceSizes } from './chunkSize.ts'
import type { Disk } from './disk.ts'
import { formatVersion, regions } from './layout.ts'

// The file of chunks. It has no header: its length alone says how many slots there are, and every
// region has the same number of them. docs/formats/attachments.md tells the same in words.

/** What is written before the next question is heard, so that locking never waits for long. */
const stride = 4 * chunkBytes

/** The slots of a region lie apart, so that growing only ever adds to the end. */
export const chunkAt = (region: number, slot: number): number =>
  (slot * regions + region) * chunkBytes

/** Slots of each region; a file that was cut off while growing has those of the size before. */
export const slotsIn = (disk: Pick<Disk, 'size'>): number =>
  spaceSizes.findLast((slots) => spaceBytes(slots) <= disk.size()) ?? 0

/**
 * Grows the file by one stride of random bytes towards `slots` for every region. Called until it gives
 * the whole length, it goes on wherever a kill stopped it. Returns the length, in bytes.
 */
export const growSpace = async (disk: Disk, slots: number): Promise<number> => {
  const whole = spaceBytes(slots)
  const from = disk.size()
  if (from >= whole) return whole
  disk.write(from, random(Math.min(stride, whole - from)))
  await disk.flush()
  return Math.min(from + stride, whole)
}

/** Random bytes over slots of one region; their old bytes are gone after it. */
export const clearChunks = async (
  disk: Disk,
  region: number,
  slots: readonly number[],
): Promise<void> => {
  const most = slotsIn(disk)
  for (const slot of slots) {
    if (slot < most) disk.write(chunkAt(region, slot), random(chunkBytes))
  }
  await disk.flush()
}

/** A sealed chunk opens only where it was written: 3 | version | region | 0 | slot | index | id. */
export const chunkPlace = (region: number, slot: number, id: string, index: number): Uint8Array => {
  const name = new TextEncoder().encode(id)
  const bytes = new Uint8Array(8 + name.length)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, 3)
  view.setUint8(1, formatVersion)
  view.setUint8(2, region)
  view.setUint16(4, slot)
  view.setUint16(6, index)
  bytes.set(name, 8)
  return bytes
}
