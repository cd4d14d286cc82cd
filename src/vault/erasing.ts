import type { OpenSpace } from './attachments.ts'
import { random } from '../crypto/random.ts'
import type { Disk } from './disk.ts'
import { headerAt, headerBytes, regions } from './layout.ts'
import { fillRandom } from './filling.ts'

/** Random bytes over a whole file, then no file. */
const eraseFile = async (disk: Disk): Promise<void> => {
  fillRandom(disk, 0, disk.size())
  await disk.flush()
  await disk.remove()
}

/** Headers first: from there on nothing can be opened, however it goes on. */
export const eraseAll = async (disk: Disk, openSpace: OpenSpace): Promise<void> => {
  for (let region = 0; region < regions; region++) {
    disk.write(headerAt(region, 0), random(2 * headerBytes))
  }
  await disk.flush()
  const space = await openSpace(false)
  if (space !== null && space !== 'busy') await eraseFile(space)
  await eraseFile(disk)
}
