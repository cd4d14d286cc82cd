import { random } from '../crypto/random.ts'
import type { Disk } from './disk.ts'

/** What is written or copied at a time. */
export const stride = 1_048_576

/** Random bytes from `from` to `to`. */
export const fillRandom = (disk: Disk, from: number, to: number): void => {
  for (let at = from; at < to; at += stride) disk.write(at, random(Math.min(stride, to - at)))
}
