import Database from 'better-sqlite3'
import { join } from 'node:path'

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY'

/**
 * Takes the data folder for this process alone and returns how to let go. It is SQLite's own file
 * lock, which the system takes back from a process that was killed. Throws when another has it.
 */
export const lockFolder = (folder: string): (() => void) => {
  const lock = new Database(join(folder, 'lock'), { timeout: 0 })
  try {
    // Nothing is ever written there: on a full disk, too, there is room for a lock.
    lock.pragma('journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (!isTaken(error)) throw error
    throw new Error(
      'Another relay runs on this data folder: stop it, or choose another folder with SAMLAD_DATA.',
    )
  }
  return () => {
    lock.close()
  }
}
