import type { Disk } from './disk.ts'
import { fillRandom } from './filling.ts'
import { containerBytes } from './layout.ts'
import { findPreamble, newPreamble, preambleOf, type Preamble } from './preamble.ts'

const begin = async (disk: Disk): Promise<Preamble> => {
  const preamble = newPreamble()
  disk.write(0, await preambleOf(preamble))
  return preamble
}

/**
 * Makes the container whole if it is not: takes to its end what was broken off, and fills random bytes
 * from its end to its full size. The file grows as it is filled, so a kill on the way leaves a shorter
 * file and never an unwritten hole, and the next visit goes on where it stopped.
 */
export const ensureContainer = async (disk: Disk): Promise<void> => {
  const found = await findPreamble(disk)
  const length = found && containerBytes(found.pages)
  if (length === disk.size()) return
  // Too long, or long and without a beginning: rare enough to be no part of the first load.
  const isBroken = disk.size() > (length ?? 0)
  if (isBroken && (await (await import('./replacing.ts')).mend(disk, length))) return
  const whole = containerBytes((found ?? (await begin(disk))).pages)
  fillRandom(disk, disk.size(), whole)
  await disk.flush()
}
