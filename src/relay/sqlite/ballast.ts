import { rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const size = 1_000_000

/**
 * A file that only takes up space, to be thrown overboard when the disk is full: a stop has to be
 * written down, too.
 */
export const createBallast = (folder: string) => {
  const path = join(folder, 'ballast')
  const isThere = (): boolean => statSync(path, { throwIfNoEntry: false })?.size === size

  return {
    /** Takes the space up again where there is some. */
    load: (): void => {
      if (isThere()) return
      try {
        writeFileSync(path, Buffer.alloc(size), { mode: 0o600 })
      } catch {
        rmSync(path, { force: true })
      }
    },
    /** True when that made room. */
    drop: (): boolean => {
      const was = isThere()
      rmSync(path, { force: true })
      return was
    },
  }
}
