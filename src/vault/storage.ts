import { chooseDisk } from './choose.ts'
import { isInDatabase, openDatabase } from './database.ts'
import type { Opened } from './disk.ts'
import { openFile } from './file.ts'

const lockName = 'data'
/** A tab that is just leaving lets go within this time, in ms. */
const patience = 1_500

/** Resolves with a release function once no other tab holds the container; null when one keeps it. */
const takeLock = (): Promise<(() => void) | null> =>
  new Promise((resolve) => {
    const held = (): Promise<void> =>
      new Promise((release) => {
        resolve(release)
      })
    navigator.locks.request(lockName, { signal: AbortSignal.timeout(patience) }, held).catch(() => {
      resolve(null)
    })
  })

/** The container's disk, with every other tab kept out until it is closed. */
export const openStorage = async (): Promise<Opened> => {
  const release = 'locks' in navigator ? await takeLock() : () => undefined
  if (!release) return { ok: false, why: 'busy' }
  const disk = await chooseDisk({ openFile, isInDatabase, openDatabase })
  if (disk === null || disk === 'busy') {
    release()
    return { ok: false, why: disk ?? 'none' }
  }
  const close = (): void => {
    disk.close()
    release()
  }
  return { ok: true, disk: { ...disk, close } }
}
