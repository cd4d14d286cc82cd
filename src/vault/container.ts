import type { Disk } from './disk.ts'
import { containerBytes } from './layout.ts'
import { findPreamble, newPreamble, preambleOf, type Preamble } from './preamble.ts'
import { cutBehind, fillRandom, finishReplacing } from './replacing.ts'

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
  if (found && disk.size() === containerBytes(found.pages)) return
  if (await finishReplacing(disk)) return
  const { pages } = found ?? (await begin(disk))
  const whole = containerBytes(pages)
  if (disk.size() > whole) return cutBehind(disk, whole)
  fillRandom(disk, disk.size(), whole)
  await disk.flush()
}
