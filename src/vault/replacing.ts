import { random } from '../crypto/random.ts'
import type { Disk } from './disk.ts'
import { isFull, whyOf } from './full.ts'
import { fillRandom, stride } from './filling.ts'
import { saltBytes, sectorBytes } from './layout.ts'
import { encodeSector, forgetPreamble, readSector } from './preamble.ts'

// How a container is replaced as a whole although no engine swaps files in one stroke: the new one is
// laid behind the old one, then a mark behind both. Until the mark stands whole, the old one counts;
// from then on the new one, which is copied to the front, also by whoever opens the file next.

const markAt = (disk: Disk): number => disk.size() - sectorBytes

/** length u32: the bytes of the new container, which ends where the mark begins. */
const writeMark = async (disk: Disk, length: number): Promise<void> => {
  const plain = new Uint8Array(4)
  new DataView(plain.buffer).setUint32(0, length)
  disk.write(disk.size(), await encodeSector('mark', random(saltBytes), plain))
  await disk.flush()
}

/** The length of a new container that lies whole behind the old one; null when there is none. */
const readMark = async (disk: Disk): Promise<number | null> => {
  if (markAt(disk) < 0) return null
  const mark = await readSector(disk, markAt(disk), 'mark')
  return mark && new DataView(mark.plain.buffer).getUint32(0)
}

/** Cuts the file after `length` bytes, once nothing that was sealed there can be read any more. */
const cutBehind = async (disk: Disk, length: number): Promise<void> => {
  // The mark goes first, for it must never stand behind a container that is no longer whole.
  fillRandom(disk, Math.max(length, markAt(disk)), disk.size())
  await disk.flush()
  fillRandom(disk, length, disk.size())
  await disk.flush()
  disk.cut(length)
  await disk.flush()
}

/** The front is whole: what stands behind it may wait for room, and keeps nobody out. */
const cutWhereItFits = (disk: Disk, length: number): Promise<unknown> =>
  cutBehind(disk, length).catch(whyOf)

/** Takes a replacement to its end, from wherever it was broken off; false when none was begun. */
const finishReplacing = async (disk: Disk): Promise<boolean> => {
  const length = await readMark(disk)
  if (length === null) return false
  const from = markAt(disk) - length
  forgetPreamble(disk)
  for (let at = 0; at < length; at += stride) {
    disk.write(at, disk.read(from + at, Math.min(stride, length - at)))
  }
  await disk.flush()
  await cutBehind(disk, length)
  return true
}

/**
 * Mends a file that is longer than its beginning says, or has none (`length` null). False when there is
 * nothing in it to go on with.
 */
export const mend = async (disk: Disk, length: number | null): Promise<boolean> => {
  if (await finishReplacing(disk)) return true
  if (length === null) await cutBehind(disk, 0)
  else await cutWhereItFits(disk, length)
  return length !== null
}

const shifted = (disk: Disk, by: number): Disk => ({
  ...disk,
  read: (at, length) => disk.read(by + at, length),
  write: (at, bytes) => disk.write(by + at, bytes),
})

/** Writes what the new container holds; false when it does not fit. */
type Lay = (image: Disk) => Promise<boolean>

/** Lays the new container and its mark behind the old one; false, and nothing of it, without room. */
const layBehind = async (disk: Disk, lay: Lay): Promise<boolean> => {
  const length = disk.size()
  try {
    fillRandom(disk, length, 2 * length)
    const fits = await lay(shifted(disk, length))
    await disk.flush()
    if (fits) await writeMark(disk, length)
    else await cutBehind(disk, length)
    return fits
  } catch (error) {
    await cutWhereItFits(disk, length)
    if (isFull(error)) return false
    throw error
  }
}

/**
 * Replaces the whole container by what `lay` writes into random bytes of the same size. A kill at any
 * byte leaves all of the old one or all of the new one. False when it does not fit, there or on the phone.
 */
export const replaceContainer = async (disk: Disk, lay: Lay): Promise<boolean> => {
  if (!(await layBehind(disk, lay))) return false
  // From here on nothing goes back: who breaks off now is taken further at the next opening.
  // So that is no refusal, either: the new one stands in a while, and a word of "no room" would be wrong.
  const finished = await finishReplacing(disk).catch((cause: unknown) => {
    throw new Error('a replacement was broken off', { cause })
  })
  if (!finished) throw new Error('the mark did not stand')
  return true
}
