import Database from 'better-sqlite3'
import { join } from 'node:path'

/**
 * Takes the data folder for this process alone and returns how to let go. It is SQLite's own file
 * lock, which the system takes back from a process that was killed. Throws when another has it.
 */
export const lockFolder = (folder: string): (() => void) => {
  const lock = new Database(join(folder, 'lock'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    throw new Error('Another relay runs on this data folder.')
  }
  return () => {
    lock.close()
  }
}
