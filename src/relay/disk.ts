import type Database from 'better-sqlite3'
import type { Group } from './group.ts'
import { createGroup } from './group.ts'
import type { Rows } from './rows.ts'
import { prepareRows } from './rows.ts'
import { openDatabase } from './schema.ts'

export type Disk = {
  readonly db: Database.Database
  readonly rows: Rows
  readonly group: Group
  /** Called by work that erased: its group is answered only when the log is empty, too. */
  readonly erased: () => void
}

const emptyLog = (db: Database.Database): boolean =>
  db.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0

/** The database in `folder` with its group commit. Throws when the folder cannot be used. */
export const openDisk = (folder: string): Disk => {
  const db = openDatabase(folder)
  const once = db.transaction((work: () => void) => work())
  let erasures = false
  const commit = (work: () => void): void => {
    once.immediate(work)
    // The log cannot be emptied while another process reads the file; the next commit tries again.
    if (erasures) erasures = !emptyLog(db)
  }
  const erased = (): void => {
    erasures = true
  }
  return { db, rows: prepareRows(db), group: createGroup(commit), erased }
}

export const closeDisk = async ({ db, group }: Disk): Promise<void> => {
  await group.add(() => {})
  emptyLog(db)
  db.close()
}
