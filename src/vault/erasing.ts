import type { OpenSpace } from './attachments.ts'
import { random } from '../crypto/random.ts'
import type { Disk } from './disk.ts'
import { headerAt, headerBytes, regions } from './layout.ts'
import { fillRandom } from './filling.ts'

/** A phone without room may refuse to write anything, and take a file away all the same. */
const happens = (work: () => Promise<void>): Promise<boolean> =>
  work().then(
    () => true,
    () => false,
  )

const scramble = async (disk: Disk): Promise<void> => {
  fillRandom(disk, 0, disk.size())
  await disk.flush()
}

/** Random bytes over a whole file, then no file: each by itself leaves nothing of it. */
const eraseFile = async (disk: Disk): Promise<boolean> => {
  const scrambled = await happens(() => scramble(disk))
  const removed = await happens(async () => disk.remove())
  return scrambled || removed
}

const breakHeaders = async (disk: Disk): Promise<void> => {
  for (let region = 0; region < regions; region++) {
    disk.write(headerAt(region, 0), random(2 * headerBytes))
  }
  await disk.flush()
}

/** Headers first: from there on nothing can be opened, however it goes on. False when something may be left. */
export const eraseAll = async (disk: Disk, openSpace: OpenSpace): Promise<boolean> => {
  await happens(() => breakHeaders(disk))
  const space = await openSpace(false)
  const files = space !== null && space !== 'busy' ? [space, disk] : [disk]
  let all = true
  for (const file of files) all = (await eraseFile(file)) && all
  return all
}
