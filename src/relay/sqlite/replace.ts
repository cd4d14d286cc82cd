import type { Disk } from './disk.ts'
import { spotOf } from './rows.ts'
import type { Spot } from './segments.ts'
import { areThere, claim } from './files.ts'
import { findOwned } from './owner.ts'
import type { Created, Replacement } from '../store.ts'
import { forgetAt, replaceable } from '../verdict.ts'
import { newKey, wrap } from '../wrap.ts'

/** `before`: where the body lay that is to be overwritten; null when nothing was replaced. */
type Swapped = {
  readonly done: Created | null
  readonly before: Spot | null
  readonly names: readonly string[]
}

const judgeAnew = ({ rows }: Disk, share: Replacement, now: number): Created | null => {
  const done = replaceable(findOwned(rows, share), share, now)
  return done?.ok && !areThere(rows, share) ? { ok: false, why: 'missing' } : done
}

/** Runs inside a transaction: whoever opens gets the body before or the new one, whole. */
const swap = (
  disk: Disk,
  share: Replacement,
  [wrapKey, spot]: readonly [Uint8Array, Spot],
  now: number,
): Swapped => {
  const row = findOwned(disk.rows, share)
  const done = judgeAnew(disk, share, now)
  if (row === null || !done?.ok) return { done, before: null, names: [] }
  const { serverShare, until, counter } = share
  const forget = forgetAt(until)
  disk.rows.replace.run({ id: row.id, ...spot, wrapKey, serverShare, until, counter, forget })
  disk.erased()
  return { done, before: spotOf(row), names: claim(disk, share) }
}

/** Body first, row second, as in a create; the body before loses its key in the same transaction. */
export const replaceIn = async (
  disk: Disk,
  share: Replacement,
  now: number,
): Promise<Created | null> => {
  // Asked before anything is written: only the maker of a share may fill the disk with it.
  const may = await disk.group.add(() => judgeAnew(disk, share, now))
  if (!may?.ok) return may
  const wrapKey = newKey()
  const { until, locator, body } = share
  const coming = { until, size: body.length, make: () => wrap(wrapKey, locator, body) }
  const { done, before, names } = await disk.bodies.put(coming, (spot) =>
    disk.group.add(() => swap(disk, share, [wrapKey, spot], now)),
  )
  if (before) await disk.bodies.zero(before)
  await disk.files.wipe(names)
  return done
}
