import { closeDisk, openDisk } from './disk.ts'
import type { Rows } from './rows.ts'
import { takeOpen, unwrapTaken } from './sqlite-open.ts'
import { ownerOf } from './sqlite-owner.ts'
import { sweepRows } from './sqlite-sweep.ts'
import type { Created, NewShare, Store } from './store.ts'
import { forgetAt } from './verdict.ts'
import { newKey, wrap } from './wrap.ts'

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

const insertIfRoom = (rows: Rows, share: NewShare, mostBytes: number): Created => {
  const used = rows.used.get()?.bytes ?? 0
  if (used + share.body.length > mostBytes) return { ok: false, why: 'full' }
  return insertShare(rows, share)
}

const refuseFull = (error: unknown): Created => {
  const isFull = error instanceof Error && 'code' in error && error.code === 'SQLITE_FULL'
  if (isFull) return { ok: false, why: 'full' }
  throw error
}

/** The embedded driver: one file, one process that writes. Throws when the folder cannot be used. */
export const createSqliteStore = ({ folder, mostBytes }: SqliteOptions): Store => {
  const disk = openDisk(folder)
  const { rows, group } = disk
  return {
    create: (share) => group.add(() => insertIfRoom(rows, share, mostBytes)).catch(refuseFull),
    open: async (ask, now) => {
      const taken = await group.add(() => takeOpen(rows, ask, now))
      return taken && unwrapTaken(taken)
    },
    ...ownerOf(disk),
    sweep: (now) => sweepRows(disk, now),
    ready: () => group.add(() => rows.probe.run().changes === 1),
    close: () => closeDisk(disk),
  }
}
