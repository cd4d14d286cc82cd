import type { Disk } from './disk.ts'
import type { Group } from './group.ts'
import type { Rows } from './rows.ts'
import type { Swept } from './store.ts'

// Few enough at a time that a sweep of many shares holds up nobody's open: rows are small, bodies
// are overwritten with zeros and cost far more.
const rowsAtOnce = 500
const bodiesAtOnce = 50

/** Repeats `step`, one transaction at a time, until it finds less than `most`; gives the total. */
const drain = async (group: Group, most: number, step: () => number): Promise<number> => {
  const done = await group.add(step)
  return done < most ? done : done + (await drain(group, most, step))
}

const dropLeftovers = (rows: Rows): number => {
  const found = rows.leftovers.all(bodiesAtOnce)
  for (const row of found) {
    rows.dropBody.run(row)
    rows.dropOpeners.run(row)
    rows.swept.run(row)
  }
  return found.length
}

/** Keys first, so that all expired shares are unreadable before the first body is scrubbed. */
export const sweepRows = async ({ rows, group, erased }: Disk, now: number): Promise<Swept> => {
  const over = { now, most: rowsAtOnce }
  const ended = await drain(group, rowsAtOnce, () => rows.shred.run(over).changes)
  const dropped = await drain(group, bodiesAtOnce, () => dropLeftovers(rows))
  const forgotten = await drain(group, rowsAtOnce, () => rows.forget.run(over).changes)
  if (ended + dropped + forgotten > 0) await group.add(erased)
  return { ended, forgotten }
}
