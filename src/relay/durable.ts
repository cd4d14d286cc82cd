import type Database from 'better-sqlite3'
import { closeSync, fdatasync, openSync } from 'node:fs'
import { promisify } from 'node:util'

// SQLite would wait for the disk on the thread that answers, at each commit: on a small server that is most
// of the time. So it is told to wait at checkpoints only, and the log is synced here, aside. The log is a
// chain: what comes after the last commit that reached the disk is dropped by whoever starts next.

const sync = promisify(fdatasync)

/** Ends the process: no answer may follow, and whoever starts anew reads what is really there. */
export const crash = (error: unknown): void => {
  setImmediate(() => {
    throw error
  })
}

/**
 * `broken` is told of a sync that failed, and every later one rejects: after that the system may say that
 * bytes are on disk which are not.
 */
export const createDurable = (db: Database.Database, broken: (error: unknown) => void) => {
  const log = openSync(`${db.name}-wal`, 'r+')
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck()
  let synced = 0
  let failed: Error | null = null

  const syncLog = async (upTo: number): Promise<void> => {
    try {
      await sync(log)
      synced = upTo
    } catch (error) {
      failed = new Error('The disk did not take what was written.', { cause: error })
      broken(error)
    }
  }

  return {
    /** Settles when all that was committed before is on disk. One call at a time. */
    durable: async (): Promise<void> => {
      const made = changes.get() ?? 0
      if (made !== synced && !failed) await syncLog(made)
      if (failed) throw failed
    },
    close: (): void => closeSync(log),
  }
}
