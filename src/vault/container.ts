import type { Disk } from './disk.ts'
import { fillRandom, stride } from './filling.ts'
import { containerBytes, firstPages } from './layout.ts'
import { findPreamble, newPreamble, preambleOf } from './preamble.ts'

/**
 * Whatever the phone loses of the filling when its power goes, the beginning is not there yet: the next visit
 * begins anew, and no unwritten hole stays among the random bytes.
 */
const begin = async (disk: Disk): Promise<void> => {
  fillRandom(disk, 0, containerBytes(firstPages))
  await disk.flush()
  disk.write(0, await preambleOf(newPreamble()))
  await disk.flush()
}

/** To its full size, a stride at a time, so that the file's length says how far it is filled. */
const fillOn = async (disk: Disk, whole: number): Promise<void> => {
  while (disk.size() < whole) {
    fillRandom(disk, disk.size(), Math.min(disk.size() + stride, whole))
    await disk.flush()
  }
}

/**
 * Makes the container whole if it is not: takes to its end what was broken off, and fills random bytes
 * from its end to its full size, so that a kill or an empty battery never leaves an unwritten hole.
 */
export const ensureContainer = async (disk: Disk): Promise<void> => {
  const found = await findPreamble(disk)
  const length = found && containerBytes(found.pages)
  if (length === disk.size()) return
  // Too long, or long and without a beginning: rare enough to be no part of the first load.
  const isBroken = disk.size() > (length ?? 0)
  if (isBroken && (await (await import('./replacing.ts')).mend(disk, length))) return
  await (length === null ? begin(disk) : fillOn(disk, length))
}
