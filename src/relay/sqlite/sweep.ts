import type { Disk } from './disk.ts'
import { isFull } from '../full.ts'
import type { Swept } from '../store.ts'

/** Few enough at a time that a sweep of many shares holds up nobody's open. */
const rowsAtOnce = 150

const repliesAtOnce = 8

/** Repeats `step`, one transaction at a time, until it finds less than `most`; gives the total. */
const drain = async ({ later }: Disk, step: () => number, most = rowsAtOnce): Promise<number> => {
  let total = 0
  for (let done = most; done === most; total += done) done = await later(step)
  return total
}

/** Rows beside those of the next shares, first; then these. */
const drainWith = async (
  disk: Disk,
  beside: () => number,
  most: number,
  step: () => number,
): Promise<number> => {
  let total = 0
  for (let done = rowsAtOnce; done === rowsAtOnce; total += done) {
    await drain(disk, beside, most)
    done = await disk.later(() => {
      // A stop in between lets another share move up.
      while (beside() > 0);
      return step()
    })
  }
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
  const openers = { now, shares: rowsAtOnce, most: rowsAtOnce }
  const ended = await drainWith(
    disk,
    () => rows.dropOpenersOfEnding.run(openers).changes,
    rowsAtOnce,
    () => rows.shred.run(over).changes,
  )
  const replies = { now, shares: rowsAtOnce, most: repliesAtOnce }
  const forgotten = await drainWith(
    disk,
    () => rows.dropRepliesOfForgotten.run(replies).changes,
    repliesAtOnce,
    () => rows.forget.run(over).changes,
  )
  if (gone + ended + forgotten + names.length > 0) await group.add(erased)
  await disk.files.drop(names)
  return { ended, forgotten }
}

/** Places that were held for pages which never said that they show anything. */
const letHeldGo = async (disk: Disk, now: number): Promise<number> => {
  const over = { now, most: rowsAtOnce }
  await drain(disk, () => disk.rows.letHeldGo.run(over).changes)
  return drain(disk, () => disk.rows.dropHeld.run(over).changes)
}

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
