import { chooseDisk } from './choose.ts'
import type { Disk, Opened } from './disk.ts'
import { openFile, openSpaceFile, refusesFiles } from './file.ts'
import { databaseName } from './names.ts'

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

/** Engines that cannot tell always had private files, so nothing of theirs was ever kept here. */
const isInDatabase = async (): Promise<boolean> => {
  try {
    if (!('databases' in indexedDB)) return false
    return (await indexedDB.databases()).some(({ name }) => name === databaseName)
  } catch {
    return false
  }
}

/** Few phones need it, so it is no part of the first load. */
const openDatabase = async (): Promise<Disk | null> =>
  (await import('./database.ts')).openDatabase()

/** Lockdown Mode takes WebAssembly away, and nothing is kept that cannot be sealed. */
const canSeal = (): boolean => 'WebAssembly' in self

/** The container's disk, with every other tab kept out until it is closed. */
export const openStorage = async (): Promise<Opened> => {
  if (!canSeal()) return { ok: false, why: 'none' }
  const release = 'locks' in navigator ? await takeLock() : () => undefined
  if (!release) return { ok: false, why: 'busy' }
  const disk = await chooseDisk({ openFile, isInDatabase, openDatabase, openSpace: openSpaceFile })
  if (disk === null || typeof disk === 'string') {
    release()
    return { ok: false, why: disk ?? 'none' }
  }
  const close = (): void => {
    disk.close()
    release()
  }
  const remove = (): Promise<void> => disk.remove().finally(release)
  const kind = disk.kind === 'database' && (await refusesFiles()) ? 'fleeting' : disk.kind
  return { ok: true, disk: { ...disk, kind, close, remove } }
}
