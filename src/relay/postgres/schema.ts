import { setTimeout as wait } from 'node:timers/promises'
import { isDeadlock, isInUse } from './codes.ts'
import type { Sql } from './connect.ts'
import { transact } from './connect.ts'
import { moment } from './slices.ts'
import { steps } from './steps.ts'
import * as seconds from '../seconds.ts'

/** Numbers of the advisory locks, of no meaning but that they differ. */
export const locks = { migrate: 41_001, sweep: 41_002, scrub: 41_003 } as const

/** How many layouts there were, this version's included. */
export const layouts = steps.length

/** How many steps the database has gone. */
const goneIn = async (sql: Sql): Promise<number> => {
  const [row] = await sql<{ gone: number }[]>`SELECT count(*)::integer AS gone FROM layout`
  const gone = row?.gone ?? 0
  if (gone > layouts) throw new Error('The database is of a newer version than this relay.')
  return gone
}

/** Whether nothing is left to be done. */
export const isLaid = async (sql: Sql): Promise<boolean> => {
  const [there] = await sql<{ oid: unknown }[]>`SELECT to_regclass('layout') AS oid`
  return Boolean(there?.oid) && (await goneIn(sql)) === layouts
}

/**
 * Takes the next step, up to a layout of `most`; false when there is none. Copying a large table takes its time; waiting
 * for all tables that a step locks takes less than the second after which PostgreSQL would end a relay that waits for it.
 */
const step = (sql: Sql, most: number): Promise<boolean> =>
  transact(sql, async (tx) => {
    await tx`SELECT set_config('statement_timeout', '0', true), set_config('lock_timeout', ${`${moment}`}, true)`
    await tx`SELECT pg_advisory_xact_lock(${locks.migrate})`
    await tx`CREATE TABLE IF NOT EXISTS layout (step integer PRIMARY KEY)`
    const gone = await goneIn(tx)
    const next = steps.slice(0, most)[gone]
    if (next === undefined) return false
    await tx.unsafe(next)
    await tx`INSERT INTO layout VALUES (${gone})`
    return true
  })

/** Milliseconds for which a step is tried again while others are in its way, and between two tries. */
const [perseverance, breath] = [3_600_000, 300]

/**
 * Brings the database to the layout that this version needs, or to an older one that has only so many steps. Each
 * step by itself; it gives way to relays that go on, and comes again.
 */
export const migrate = async (sql: Sql, upTo = layouts): Promise<void> => {
  const begin = performance.now()
  for (let goesOn = true; goesOn;) {
    try {
      goesOn = await step(sql, upTo)
    } catch (error) {
      const inTheWay = isInUse(error) || isDeadlock(error)
      if (!inTheWay || performance.now() > begin + perseverance) throw error
      await wait(breath)
    }
  }
}

/** The day in which a share ends, counted from 1970: the name of its partition. */
export const dayOf = (until: number): number => Math.ceil(until / seconds.day)

/** Tables whose rows lie in a partition for each day. */
const parted = ['body', 'chunk'] as const
type Parted = (typeof parted)[number]

/**
 * Attached and not created in its place: that would wait until nobody uses the table, hold everybody
 * up meanwhile, and end in a deadlock with a stop, which needs both tables.
 */
const makePart = async (tx: Sql, table: string, day: number): Promise<void> => {
  const name = `${table}_${day}`
  const [there] = await tx<{ oid: unknown }[]>`SELECT to_regclass(${name}) AS oid`
  if (there?.oid) return
  await tx.unsafe(`CREATE TABLE ${name} (LIKE ${table});
    ALTER TABLE ${name} ALTER COLUMN wrapped SET STORAGE EXTERNAL;
    ALTER TABLE ${table} ATTACH PARTITION ${name} FOR VALUES FROM (${day}) TO (${day + 1})`)
}

/** Makes the partitions of a day; two relays may do so at once. */
export const makeDay = async (sql: Sql, day: number): Promise<void> => {
  await transact(sql, async (tx) => {
    await tx`SELECT pg_advisory_xact_lock(${locks.migrate})`
    for (const table of parted) await makePart(tx, table, day)
  })
}

// A connection that looks at a table for the first time while a partition is attached may keep the list from before for
// as long as it lives: PostgreSQL hears of the change in the midst of reading, and takes what it has read by then for new.

/** Has every connection read anew which partitions a table has, by a change that changes nothing. */
const tell = (sql: Sql, table: Parted) =>
  sql.unsafe(`ALTER TABLE ONLY ${table} ALTER COLUMN day SET STATISTICS -1`)

export const tellOfDays = async (sql: Sql): Promise<void> => {
  for (const table of parted) await tell(sql, table)
}

/** What is asked of a partition where something must be found: asked again, with the list read anew, where nothing is. */
export const surelyIn = async <Found extends { readonly count: number }>(
  tx: Sql,
  table: Parted,
  ask: () => PromiseLike<Found>,
): Promise<Found> => {
  const found = await ask()
  if (found.count > 0) return found
  await tell(tx, table)
  return ask()
}

/** Drops the partitions of days that were over at `now`: the bytes in them go with them. */
export const dropDays = async (sql: Sql, now: number): Promise<void> => {
  const found = await sql<{ name: string }[]>`
    SELECT relname AS name FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
    WHERE inhparent IN ('body'::regclass, 'chunk'::regclass)`
  for (const { name } of found) {
    const [, table = '', day = ''] = /^(body|chunk)_(\d+)$/.exec(name) ?? []
    if (table !== '' && Number(day) * seconds.day <= now)
      await sql.unsafe(`DROP TABLE IF EXISTS ${table}_${day}`)
  }
}
