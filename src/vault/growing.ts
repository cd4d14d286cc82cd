import type { Disk } from './disk.ts'
import { containerBytes, mostPages } from './layout.ts'
import { changePreamble, readPreamble } from './preamble.ts'
import { fillRandom } from './filling.ts'

/**
 * Doubles the slots of every region. They are appended first and counted after that, so a kill leaves
 * the size before or the size after. The slots that each region has now; null when it has the most.
 * Throws when the disk refuses, and leaves nothing of it.
 */
export const grow = async (disk: Disk): Promise<number | null> => {
  const { pages } = await readPreamble(disk)
  if (pages >= mostPages) return null
  try {
    fillRandom(disk, disk.size(), containerBytes(pages * 2))
    await disk.flush()
  } catch (error) {
    disk.cut(containerBytes(pages))
    throw error
  }
  await changePreamble(disk, { pages: pages * 2 })
  return pages * 2
}
