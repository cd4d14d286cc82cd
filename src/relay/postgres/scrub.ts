import { isForbidden } from './codes.ts'
import type { Sql } from './connect.ts'
import { locks } from './schema.ts'

// PostgreSQL leaves what was erased in its files, in the gaps of a page too after a vacuum, and in its
// log. What a table holds is therefore written anew from time to time, and the log begun anew.

/** Tables that hold keys, or what only its reader may have; bodies go with the partition of their day. */
const tables = ['share', 'opener', 'reply', 'piece'] as const

/** The row of `probe` that holds when this was last done, seconds since 1970. */
const mark = 2

/** The one that holds for how many milliseconds a table was shut then, at the longest. */
const shut = 3

/** While a table is written anew nobody can read it. */
const writeAnew = async (sql: Sql): Promise<number> => {
  let longest = 0
  for (const table of tables) {
    const begin = performance.now()
    await sql.unsafe(`VACUUM (FULL) ${table}`)
    longest = Math.max(longest, performance.now() - begin)
  }
  return Math.round(longest)
}

/** Milliseconds; null where nothing has been written anew yet. */
export const shutFor = async (sql: Sql): Promise<number | null> => {
  const [row] = await sql<{ count: number }[]>`SELECT count FROM probe WHERE id = ${shut}`
  return row?.count ?? null
}

const note = (sql: Sql, id: number, count: number) =>
  sql`INSERT INTO probe VALUES (${id}, ${count}) ON CONFLICT (id) DO UPDATE SET count = ${count}`

const lastDone = async (sql: Sql): Promise<number> => {
  const [row] = await sql<{ count: number }[]>`SELECT count FROM probe WHERE id = ${mark}`
  return row?.count ?? 0
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

const scrub = async (sql: Sql, now: number): Promise<void> => {
  await sql`SET statement_timeout = 0`
  try {
    await note(sql, shut, await writeAnew(sql))
    await note(sql, mark, now)
    await beginLogAnew(sql)
  } finally {
    await sql`RESET statement_timeout`
  }
}

/** Once in `hours`, by one of many relays; never where `hours` is 0. */
export const scrubAsLeader = async (sql: Sql, now: number, hours: number): Promise<void> => {
  if (hours === 0 || now < (await lastDone(sql)) + hours * 3600) return
  const [lock] = await sql<{ got: boolean }[]>`SELECT pg_try_advisory_lock(${locks.scrub}) AS got`
  if (!lock?.got) return
  try {
    await scrub(sql, now)
  } finally {
    await sql`SELECT pg_advisory_unlock(${locks.scrub})`
  }
}
