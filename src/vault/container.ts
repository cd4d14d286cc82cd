import { random } from '../crypto/random.ts'
import type { Disk } from './disk.ts'
import { containerBytes, firstPages, numbersAt, preambleBytes, saltBytes } from './layout.ts'
import { newNumbers } from './preamble.ts'

const stride = 1_048_576

const writePreamble = async (disk: Disk): Promise<void> => {
  const bytes = random(preambleBytes)
  bytes.set(await newNumbers(bytes.slice(0, saltBytes)), numbersAt)
  disk.write(0, bytes)
}

/**
 * Makes the container whole if it is not: random bytes from its end to its full size. The file grows
 * as it is filled, so a kill on the way leaves a shorter file and never an unwritten hole, and the
 * next visit goes on where it stopped.
 */
export const ensureContainer = async (disk: Disk): Promise<void> => {
  const whole = containerBytes(firstPages)
  if (disk.size() >= whole) return
  if (disk.size() < preambleBytes) await writePreamble(disk)
  for (let at = disk.size(); at < whole; at += stride) {
    disk.write(at, random(Math.min(stride, whole - at)))
  }
  await disk.flush()
}
