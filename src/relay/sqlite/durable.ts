import type Database from 'better-sqlite3'
import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs'
import process from 'node:process'
import { promisify } from 'node:util'

// SQLite would wait for the disk on the thread that answers, at each commit: on a small server that is most
// of the time. So it is told to wait at checkpoints only, and the log is synced here, aside where that takes long. The log is a
// chain: what comes after the last commit that reached the disk is dropped by whoever starts next.

const sync = promisify(fdatasync)

/** Milliseconds: a sync that took less costs less where it is than on another thread, and holds up nobody for long. */
const quick = 2

/** Ends the process: no answer may follow, and whoever starts anew reads what is really there. */
export const crash = (error: unknown): void => {
  const why = error instanceof Error ? error.message : 'no reason given'
  process.stderr.write(
    `The disk did not take what was written (${why}), so the relay ends: see what the system says of that disk, then start it again.\n`,
  )
  process.exit(1)
}

/**
 * `broken` is told of a sync that failed, and every later one rejects: after that the system may say that
 * bytes are on disk which are not.
 */
export const createDurable = (db: Database.Database, broken: (error: unknown) => void) => {
  const log = openSync(`${db.name}-wal`, 'r+')
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck()
  let synced = 0
  let took = Infinity
  let failed: Error | null = null

  const syncLog = async (upTo: number): Promise<void> => {
    const began = performance.now()
    try {
      if (took < quick) fdatasyncSync(log)
      else await sync(log)
      took = performance.now() - began
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
