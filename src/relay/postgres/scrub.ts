import { setTimeout as wait } from 'node:timers/promises'
import { isDeadlock, isForbidden, isInUse } from './codes.ts'
import type { Sql } from './connect.ts'
import { locks } from './schema.ts'
import { forMoments, sliced, slicesOf } from './slices.ts'
import { hour } from '../seconds.ts'

// PostgreSQL leaves what was erased in its files, in the gaps of a page too after a vacuum, and in its
// log. What a table holds is therefore written anew from time to time, slice by slice, and the log begun anew.

/** The row of `probe` that holds when the last slice was done that came longest ago, seconds since 1970. */
const mark = 2

/** The one that holds for how many milliseconds a slice was shut then, at the longest. */
const shut = 3

/** From this one on: when each slice was done. */
const firstSlice = 100

type Slice = { readonly name: string; readonly mark: number }

const slices: readonly Slice[] = sliced
  .flatMap(slicesOf)
  .map((name, at) => ({ name, mark: firstSlice + at }))

/** False when somebody has it in use for longer than others should wait. */
const writeAnew = async (sql: Sql, name: string): Promise<boolean> => {
  try {
    await sql.unsafe(`VACUUM (FULL) ${name}`)
    return true
  } catch (error) {
    if (isInUse(error) || isDeadlock(error)) return false
    throw error
  }
}

/** How often a slice in use is come back to before the next sweep does, and the milliseconds before. */
const [turns, pause] = [3, 1000]

type Done = { readonly left: readonly Slice[]; readonly longest: number }

/** Meanwhile nobody can use the one slice. */
const goOver = async (sql: Sql, due: readonly Slice[], now: number): Promise<Done> => {
  const left: Slice[] = []
  let longest = 0
  for (const slice of due) {
    const begin = performance.now()
    const done = await writeAnew(sql, slice.name)
    longest = Math.max(longest, performance.now() - begin)
    if (done) await note(sql, slice.mark, now)
    else left.push(slice)
  }
  return { left, longest: Math.ceil(longest) }
}

/** Milliseconds; null where nothing has been written anew yet. */
export const shutFor = async (sql: Sql): Promise<number | null> => {
  const [row] = await sql<{ count: number }[]>`SELECT count FROM probe WHERE id = ${shut}`
  return row?.count ?? null
}

const note = (sql: Sql, id: number, count: number) =>
  sql`INSERT INTO probe VALUES (${id}, ${count}) ON CONFLICT (id) DO UPDATE SET count = ${count}`

/** Seconds since 1970; 0 where it never was. */
export const lastDone = async (sql: Sql): Promise<number> => {
  const [row] = await sql<{ count: number }[]>`SELECT count FROM probe WHERE id = ${mark}`
  return row?.count ?? 0
}

type Known = ReadonlyMap<number, number>

const whenDone = async (sql: Sql): Promise<Known> => {
  const rows = await sql<{ id: number; count: number }[]>`
    SELECT id, count FROM probe WHERE id >= ${firstSlice}`
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** Needs rights that a host may not have given; without them the log goes when PostgreSQL sees fit. */
const beginLogAnew = async (sql: Sql): Promise<void> => {
  try {
    await sql`CHECKPOINT`
    await sql`SELECT pg_switch_wal()`
    await sql`CHECKPOINT`
  } catch (error) {
    if (!isForbidden(error)) throw error
  }
}

/** Comes back to what is in use; true when nothing is left. */
const goOverAll = async (sql: Sql, due: readonly Slice[], now: number): Promise<boolean> => {
  // What is left of a round that began before counts on.
  const whole = due.length === slices.length
  let [left, longest] = [due, whole ? 0 : ((await shutFor(sql)) ?? 0)]
  for (let turn = 0; turn < turns && left.length > 0; turn++) {
    if (turn > 0) await wait(pause)
    const done = await goOver(sql, left, now)
    left = done.left
    longest = Math.max(longest, done.longest)
  }
  await note(sql, shut, longest)
  return left.length === 0
}

const oldest = (known: Known): number =>
  Math.min(...slices.map((slice) => known.get(slice.mark) ?? 0))

const scrub = async (sql: Sql, now: number, before: number): Promise<void> => {
  const known = await whenDone(sql)
  const due = slices.filter((slice) => (known.get(slice.mark) ?? 0) <= before)
  await sql`SET statement_timeout = 0`
  try {
    if (!(await forMoments(sql, () => goOverAll(sql, due, now)))) return
    await note(sql, mark, oldest(await whenDone(sql)))
    await beginLogAnew(sql)
  } finally {
    await sql`RESET statement_timeout`
  }
}

/** Once in `hours`, by one of many relays; never where `hours` is 0. */
export const scrubAsLeader = async (sql: Sql, now: number, hours: number): Promise<void> => {
  const before = now - hours * hour
  if (hours === 0 || (await lastDone(sql)) > before) return
  const [lock] = await sql<{ got: boolean }[]>`SELECT pg_try_advisory_lock(${locks.scrub}) AS got`
  if (!lock?.got) return
  try {
    await scrub(sql, now, before)
  } finally {
    await sql`SELECT pg_advisory_unlock(${locks.scrub})`
  }
}
