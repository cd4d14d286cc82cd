import type { Disk } from './disk.ts'
import { openDisk } from './disk.ts'
import { isFull } from '../full.ts'
import type { Spot } from './segments.ts'
import { takeOpen, takeShown } from './open.ts'
import { areThere, claim, filesOf } from './files.ts'
import { ownerOf } from './owner.ts'
import { replaceIn } from './replace.ts'
import { inboxOf } from './inbox.ts'
import { createSpace } from './space.ts'
import { sweepRows } from './sweep.ts'
import type { Created, NewShare, Store } from '../store.ts'
import { forgetAt } from '../verdict.ts'
import { newKey, wrap } from '../wrap.ts'

export type SqliteOptions = {
  readonly folder: string
  /** Bytes that the folder may hold: creates are refused a little before, replies then; all else goes on. */
  readonly mostBytes: number
  /** Creates are refused while the disk has fewer bytes left, replies below a quarter of them. */
  readonly spare?: number
  /** Told when the disk did not take what was written; else the process ends then. */
  readonly broken?: (error: unknown) => void
}

const full: Created = { ok: false, why: 'full' }
const taken: Created = { ok: false, why: 'taken' }
const missing: Created = { ok: false, why: 'missing' }

const refuseFull = (error: unknown): Created => {
  if (isFull(error)) return full
  throw error
}

/**
 * Bytes of a body that is written without a look at what speaks against it: that look costs more than writing. What is
 * then left behind no key opens, and its segment takes it away.
 */
const small = 65_536

const isSmall = ({ body, files }: NewShare): boolean => body.length <= small && files.length === 0

const whyNot = (rows: Disk['rows'], share: NewShare): Created | null => {
  if (rows.isTaken.get(share.locator)) return taken
  return areThere(rows, share) ? null : missing
}

type Inserted = { readonly done: Created; readonly names: readonly string[] }

/** With the files that it names, or not at all; `names`: of pieces that it does not name. */
const insert = (disk: Disk, share: NewShare, wrapKey: Uint8Array, spot: Spot): Inserted => {
  if (!areThere(disk.rows, share)) return { done: missing, names: [] }
  const row = { ...share, ...spot, wrapKey, forget: forgetAt(share.until) }
  if (disk.rows.insert.run(row).changes === 0) return { done: taken, names: [] }
  return { done: { ok: true }, names: claim(disk, share) }
}

/** Body first, row second: a crash between them leaves bytes that no one can read. */
const createIn = async (disk: Disk, share: NewShare): Promise<Created> => {
  const wrapKey = newKey()
  const { until, locator, body } = share
  const coming = { until, size: body.length, make: () => wrap(wrapKey, locator, body) }
  const { done, names } = await disk.bodies.put(coming, (spot) =>
    disk.group.add(() => insert(disk, share, wrapKey, spot)),
  )
  await disk.files.wipe(names)
  return done
}

/** The embedded driver: one folder, one process. Throws when the folder cannot be used. */
export const createSqliteStore = ({ spare = 0, ...given }: SqliteOptions): Store => {
  const { folder, mostBytes, broken } = given
  const disk = openDisk(folder, broken)
  const { rows, group } = disk
  const space = createSpace(disk, mostBytes, spare)
  let sweeping: Promise<unknown> = Promise.resolve()
  return {
    create: async (share) => {
      const fits = space.takesShare(share.body.length)
      // The work done for a place would pay for as many bodies as it is sent again.
      const isFree = fits && isSmall(share) && !space.isTight()
      const why = isFree ? null : whyNot(rows, share)
      // Told only when who took it is on disk.
      if (why) return group.add(() => why)
      return fits ? createIn(disk, share).catch(refuseFull) : full
    },
    open: (ask, now, room) => group.add(() => takeOpen(disk, ask, now, room)),
    shown: (ask, now) => group.add(() => takeShown(disk, ask, now)),
    replace: async (share, now) =>
      space.takesShare(share.body.length) ? replaceIn(disk, share, now).catch(refuseFull) : full,
    ...ownerOf(disk),
    ...inboxOf(disk, space),
    ...filesOf(disk, space),
    level: async () => space.level(),
    sweep: (now) => {
      const swept = sweepRows(disk, now)
      sweeping = swept.catch(() => {})
      return swept
    },
    clock: async () => null,
    ready: () => group.add(() => rows.probe.run().changes === 1),
    close: async () => {
      await sweeping
      await disk.close()
    },
  }
}
