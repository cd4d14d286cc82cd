import type Database from 'better-sqlite3'
import { closeSync, existsSync, fdatasyncSync, fstatSync, openSync, writeSync } from 'node:fs'

// SQLite cuts its log off when it is told to, and leaves the bytes to the file system: raw images
// of a disk still showed nearly every erased key. So the log is written over before it is cut off.

const zeros = Buffer.alloc(262_144)

const zeroFile = (path: string): void => {
  const fd = openSync(path, 'r+')
  try {
    const { size } = fstatSync(fd)
    for (let at = 0; at < size; at += zeros.length) {
      writeSync(fd, zeros, 0, Math.min(zeros.length, size - at), at)
    }
    fdatasyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/** False while another process reads the database: its view hangs on the log. */
const checkpoint = (db: Database.Database, mode: 'RESTART' | 'TRUNCATE'): boolean =>
  db.pragma(`wal_checkpoint(${mode})`, { simple: true }) === 0

/**
 * Safe at every step: after RESTART the database holds all that the log held, nobody reads the log,
 * and a log of zeros is an empty one to whoever starts next.
 */
const wipeLog = (db: Database.Database): boolean => {
  if (!checkpoint(db, 'RESTART')) return false
  const log = `${db.name}-wal`
  if (existsSync(log)) zeroFile(log)
  return checkpoint(db, 'TRUNCATE')
}

/** Remembers that something was erased until the log is empty, too. */
export const createWipe = (db: Database.Database) => {
  let due = false
  return {
    erased: (): void => {
      due = true
    },
    /** Where another process is reading, the next commit tries again. */
    ifErased: (): void => {
      if (due) due = !wipeLog(db)
    },
  }
}
