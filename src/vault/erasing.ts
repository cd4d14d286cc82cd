import type { OpenSpace } from './attachments.ts'
import { random } from '../crypto/random.ts'
import type { Disk } from './disk.ts'
import { headerAt, headerBytes, regions } from './layout.ts'
import { fillRandom } from './filling.ts'
import type { Answers } from './messages.ts'
import { removeSpaceFile } from './removing.ts'

/** A phone without room may refuse to write anything, and take a file away all the same. */
const happens = (work: () => Promise<void>): Promise<boolean> =>
  work().then(
    () => true,
    () => false,
  )

/** Cut off as well: a container of no bytes is one that the next start begins anew. */
const scramble = async (disk: Disk): Promise<void> => {
  fillRandom(disk, 0, disk.size())
  await disk.flush()
  disk.cut(0)
}

/** Random bytes over a whole file, then no file: each by itself leaves nothing of it. False when neither was done. */
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

/** A file that is held is there all the same; one that only does not open may be taken away by its name. */
const eraseSpace = async (
  openSpace: OpenSpace,
  removeSpace: () => Promise<void>,
): Promise<boolean> => {
  const space = await openSpace(false)
  if (space === 'shut') return happens(removeSpace)
  return space === null || (space !== 'busy' && eraseFile(space))
}

/**
 * Headers first: from there on nothing can be opened, however it goes on. Asked again, it erases what was left the last
 * time.
 */
export const eraseAll = async (
  disk: Disk,
  openSpace: OpenSpace,
  removeSpace = removeSpaceFile,
): Promise<Answers['erase']> => {
  if (disk.size() > 0) await happens(() => breakHeaders(disk))
  const isSpaceGone = await eraseSpace(openSpace, removeSpace)
  if (!(await eraseFile(disk))) return { ok: false, why: 'kept' }
  return isSpaceGone ? { ok: true } : { ok: false, why: 'files' }
}
