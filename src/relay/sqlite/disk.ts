import type Database from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createBallast } from './ballast.ts'
import type { Bodies } from './bodies.ts'
import { openBodies } from './bodies.ts'
import { crash, createDurable } from './durable.ts'
import type { Files } from './piece-files.ts'
import { dropUnnamed, openFiles } from './piece-files.ts'
import { freeIn, isFull } from '../full.ts'
import type { Commit, Group, Settle } from './group.ts'
import { createGroup } from './group.ts'
import { lockFolder } from './lock.ts'
import { recover } from './recover.ts'
import type { Rows } from './rows.ts'
import { prepareRows } from './rows.ts'
import { openDatabase, unhurried } from './schema.ts'
import { createWipe } from './wipe.ts'

export type Disk = {
  readonly db: Database.Database
  readonly rows: Rows
  readonly bodies: Bodies
  readonly files: Files
  readonly group: Group
  /** Called by work that erased: its group is answered only when the log is empty, too. */
  readonly erased: () => void
  /** Runs work of a sweep in a transaction of its own, which is on disk once `erased` has run. */
  readonly later: <T>(work: () => T) => Promise<T>
  /** Bytes that the disk has left for others than root. */
  readonly free: () => number
  /** Makes ready for the next time that the disk is full. */
  readonly steady: () => void
  /** Waits for what is under way and lets go of the folder. */
  readonly close: () => Promise<void>
}

type Open = Pick<Disk, 'db' | 'bodies' | 'files'> & { readonly folder: string }
type Prepared = Open & { readonly ballast: ReturnType<typeof createBallast> }

const prepare = (folder: string): Open => {
  const [bodies, files] = [join(folder, 'bodies'), join(folder, 'files')]
  for (const path of [bodies, files]) mkdirSync(path, { recursive: true, mode: 0o700 })
  const db = openDatabase(folder)
  recover(db, bodies)
  dropUnnamed(files, new Set(db.prepare<[], string>('SELECT name FROM piece').pluck().all()))
  return { db, folder, bodies: openBodies(bodies), files: openFiles(files) }
}

/** All work of one commit, and each part of it apart: by a savepoint, which better-sqlite3 makes inside. */
const committing = (
  db: Database.Database,
  ballast: ReturnType<typeof createBallast>,
  after: () => void,
): Omit<Commit, 'durable'> => {
  const once = db.transaction((work: () => void) => work())
  return {
    // Made once: making it takes longer than most parts do.
    part: db.transaction((work: () => Settle) => work()),
    isOfAll: (error) => isFull(error) || !db.inTransaction,
    whole: (work) => {
      try {
        once.immediate(work)
      } catch (error) {
        if (!isFull(error) || !ballast.drop()) throw error
        once.immediate(work)
      }
      after()
    },
  }
}

/** A disk that is full to the last byte must not keep a relay from starting: then nobody could stop a share. */
const prepareAlsoFull = (folder: string): Prepared => {
  const ballast = createBallast(folder)
  try {
    return { ...prepare(folder), ballast }
  } catch (error) {
    if (!isFull(error) || !ballast.drop()) throw error
    return { ...prepare(folder), ballast }
  }
}

const assemble = (
  { db, bodies, files, folder, ballast }: Prepared,
  unlock: () => void,
  broken: (error: unknown) => void,
): Disk => {
  const wipe = createWipe(db)
  ballast.load()
  const { durable, close: closeLog } = createDurable(db, broken)
  const group = createGroup({ ...committing(db, ballast, wipe.ifErased), durable })
  const later = async <T>(work: () => T): Promise<T> => {
    await new Promise(setImmediate)
    return unhurried(db, () => db.transaction(work).immediate())
  }
  const close = async (): Promise<void> => {
    await bodies.settled()
    await group.add(wipe.erased)
    bodies.close()
    closeLog()
    db.close()
    unlock()
  }
  return {
    db,
    rows: prepareRows(db),
    bodies,
    files,
    group,
    erased: wipe.erased,
    later,
    free: () => freeIn(folder),
    steady: ballast.load,
    close,
  }
}

/**
 * The data folder, recovered and locked, with its group commit. Throws when it cannot be used or
 * another process has it. `broken`: told when the disk did not take what was written.
 */
export const openDisk = (folder: string, broken = crash): Disk => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const unlock = lockFolder(folder)
  try {
    return assemble(prepareAlsoFull(folder), unlock, broken)
  } catch (error) {
    unlock()
    throw error
  }
}
