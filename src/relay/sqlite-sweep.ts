import type { Disk } from './disk.ts'
import { isFull } from './full.ts'
import type { Swept } from './store.ts'

/** Few enough at a time that a sweep of many shares holds up nobody's open. */
const rowsAtOnce = 150

/** Repeats `step`, one transaction at a time, until it finds less than its most; gives the total. */
const drain = async ({ later }: Disk, step: () => number): Promise<number> => {
  let total = 0
  for (let done = rowsAtOnce; done === rowsAtOnce; total += done) done = await later(step)
  return total
}

/** Pieces of what has ended, and those that no share ever named: keys first, then the files. */
const dropPieces = async (disk: Disk, now: number): Promise<readonly string[]> => {
  const names: string[] = []
  await drain(disk, () => {
    const over = disk.rows.piecesOver.all({ now, most: rowsAtOnce })
    for (const { place } of over) disk.rows.dropPiece.run({ place })
    names.push(...over.map(({ name }) => name))
    return over.length
  })
  return names
}

const endRows = async (disk: Disk, now: number): Promise<Swept> => {
  const { rows, group, erased } = disk
  const gone = await letHeldGo(disk, now)
  const names = await dropPieces(disk, now)
  const over = { now, most: rowsAtOnce }
  const ended = await drain(disk, () => {
    rows.dropOpenersOfEnding.run(over)
    return rows.shred.run(over).changes
  })
  const forgotten = await drain(disk, () => {
    rows.dropRepliesOfForgotten.run(over)
    return rows.forget.run(over).changes
  })
  if (gone + ended + forgotten + names.length > 0) await group.add(erased)
  await disk.files.drop(names)
  return { ended, forgotten }
}

/** Places that were held for pages which never said that they show anything. */
const letHeldGo = ({ rows, later }: Disk, now: number): Promise<number> =>
  later(() => {
    rows.letHeldGo.run({ now })
    return rows.dropHeld.run({ now }).changes
  })

/**
 * Keys first, so that all expired shares are unreadable before the first file goes away; where the
 * disk is too full for that, the files make room.
 */
export const sweepRows = async (disk: Disk, now: number): Promise<Swept> => {
  const { bodies, steady } = disk
  try {
    return await endRows(disk, now)
  } catch (error) {
    if (!isFull(error)) throw error
    await bodies.drop(now)
    return await endRows(disk, now)
  } finally {
    await bodies.drop(now)
    steady()
  }
}
