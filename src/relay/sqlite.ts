import type Database from 'better-sqlite3'
import { createGroup } from './group.ts'
import type { Row, Rows } from './rows.ts'
import { prepareRows } from './rows.ts'
import { openDatabase, usedBytes } from './schema.ts'
import { sweepRows } from './sqlite-sweep.ts'
import type { Created, NewShare, OpenAsk, Opened, OwnerAsk, Store } from './store.ts'
import { forgetAt, hourOf, isLive, isOwner, judge, receiptOf } from './verdict.ts'
import { newKey, unwrap, wrap } from './wrap.ts'

export type SqliteOptions = {
  readonly folder: string
  /** Creates are refused once the file holds this many bytes; everything else goes on. */
  readonly mostBytes: number
}

const insertShare = (rows: Rows, share: NewShare): Created => {
  const { body, ...fields } = share
  const wrapKey = newKey()
  const done = rows.insert.run({ ...fields, wrapKey, forget: forgetAt(share.until) })
  if (done.changes === 0) return { ok: false, why: 'taken' }
  const id = Number(done.lastInsertRowid)
  rows.putBody.run({ id, wrapped: wrap(wrapKey, share.locator, body) })
  return { ok: true }
}

/** What an allowed open takes out of the transaction, still wrapped. */
type Taken = { readonly row: Row; readonly wrapped: Uint8Array }

const takeOpen = (rows: Rows, ask: OpenAsk, now: number): Taken | null => {
  const row = rows.find.get(ask.locator) ?? null
  // Looked up also for a share that is not there: a miss must cost what a hit costs.
  const opener = { id: row?.id ?? 0, token: ask.opener }
  const known = rows.knows.get(opener) !== undefined
  const verdict = judge(row, ask, known, now)
  if (row === null || verdict === 'no') return null
  if (verdict === 'wrong') {
    rows.countWrong.run({ id: row.id })
    return null
  }
  if (!known) rows.admit.run(opener)
  rows.countOpen.run({ id: row.id, more: known ? 0 : 1, hour: hourOf(now) })
  const body = rows.body.get({ id: row.id })
  return body ? { row, wrapped: body.wrapped } : null
}

const unwrapTaken = ({ row, wrapped }: Taken): Opened | null => {
  if (row.wrapKey === null || row.serverShare === null) return null
  const body = unwrap(row.wrapKey, row.locator, wrapped)
  return { serverShare: row.serverShare, until: row.until, counter: row.counter, body }
}

const eraseShare = (rows: Rows, row: Row, now: number): void => {
  rows.erase.run({ id: row.id, forget: forgetAt(Math.min(row.until, now)) })
  rows.dropBody.run({ id: row.id })
  rows.dropOpeners.run({ id: row.id })
}

const findOwned = (rows: Rows, ask: OwnerAsk): Row | null => {
  const row = rows.find.get(ask.locator) ?? null
  return isOwner(row, ask.owner) ? row : null
}

/** Runs a group's work as one transaction and, when it erased, empties the log of old bytes too. */
const committer = (db: Database.Database) => {
  const once = db.transaction((work: () => void) => work())
  let erasures = false
  const commit = (work: () => void): void => {
    once.immediate(work)
    if (!erasures) return
    // 1 means that another process is reading the file; then the next commit tries again.
    erasures = db.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) !== 0
  }
  const erased = (): void => {
    erasures = true
  }
  return { commit, erased }
}

const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'SQLITE_FULL'

const refuseFull = (error: unknown): Created => {
  if (isDiskFull(error)) return { ok: false, why: 'full' }
  throw error
}

/** The embedded driver: one file, one process that writes. Throws when the folder cannot be used. */
export const createSqliteStore = ({ folder, mostBytes }: SqliteOptions): Store => {
  const db = openDatabase(folder)
  const rows = prepareRows(db)
  const { commit, erased } = committer(db)
  const group = createGroup(commit)

  const insertIfRoom = (share: NewShare): Created =>
    usedBytes(db) + share.body.length > mostBytes
      ? { ok: false, why: 'full' }
      : insertShare(rows, share)

  const changeOwned = (ask: OwnerAsk, now: number, change: (row: Row) => void) =>
    group.add(() => {
      const row = findOwned(rows, ask)
      if (row === null) return null
      change(row)
      return receiptOf(rows.find.get(ask.locator) ?? row, now)
    })

  return {
    create: (share) => group.add(() => insertIfRoom(share)).catch(refuseFull),
    open: async (ask, now) => {
      const taken = await group.add(() => takeOpen(rows, ask, now))
      return taken && unwrapTaken(taken)
    },
    look: (ask, now) => changeOwned(ask, now, () => {}),
    stop: (ask, now) =>
      changeOwned(ask, now, (row) => {
        if (row.link === null) return
        eraseShare(rows, row, now)
        erased()
      }),
    resume: (ask, now) =>
      changeOwned(ask, now, (row) => {
        if (isLive(row, now)) rows.resume.run({ id: row.id })
      }),
    sweep: (now) => sweepRows(rows, { group, erased }, now),
    ready: () => group.add(() => rows.probe.run().changes === 1),
    close: async () => {
      await group.add(() => {})
      db.pragma('wal_checkpoint(TRUNCATE)')
      db.close()
    },
  }
}
