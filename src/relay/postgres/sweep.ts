import type { Swept } from '../store.ts'
import type { Sql } from './connect.ts'
import { isDiskFull } from './codes.ts'
import { dayOf, dropDays, locks, makeDay } from './schema.ts'

const rowsAtOnce = 1000

/** Repeats `step` until it finds less than its most; gives the total. */
const drain = async (step: () => Promise<number>): Promise<number> => {
  let total = 0
  for (let done = rowsAtOnce; done === rowsAtOnce; total += done) done = await step()
  return total
}

/** A row that somebody is opening just now is left for the next sweep. */
const end = async (sql: Sql, now: number): Promise<number> => {
  const done = await sql`
    WITH over AS (
      SELECT id FROM share WHERE until <= ${now} AND "wrapKey" IS NOT NULL
      LIMIT ${rowsAtOnce} FOR UPDATE SKIP LOCKED),
    gone AS (DELETE FROM opener USING over WHERE opener.id = over.id)
    UPDATE share SET link = NULL, pass = NULL, reply = NULL, "wrapKey" = NULL, "serverShare" = NULL
    FROM over WHERE share.id = over.id`
  return done.count
}

const forget = async (sql: Sql, now: number): Promise<number> => {
  const done = await sql`
    DELETE FROM share WHERE id IN (
      SELECT id FROM share WHERE forget <= ${now} AND "wrapKey" IS NULL LIMIT ${rowsAtOnce})`
  return done.count
}

/** Places that were held for pages which never said that they show anything. */
const letHeldGo = async (sql: Sql, now: number): Promise<void> => {
  await sql`UPDATE opener SET held = NULL WHERE held <= ${now} AND (admitted = 1 OR wrong > 0)`
  await sql`DELETE FROM opener WHERE held <= ${now}`
}

const daysAhead = 32

const makeDays = async (sql: Sql, now: number): Promise<void> => {
  const today = dayOf(now)
  for (let day = today; day <= today + daysAhead; day++) {
    const [there] = await sql<{ oid: unknown }[]>`SELECT to_regclass(${`chunk_${day}`}) AS oid`
    if (!there?.oid) await makeDay(sql, day)
  }
}

/** Pieces of what has ended, and those that no share ever named. */
const dropPieces = async (sql: Sql, now: number): Promise<number> => {
  const done = await sql`
    WITH over AS (SELECT place FROM piece WHERE until <= ${now} LIMIT ${rowsAtOnce}),
    gone AS (DELETE FROM chunk USING over WHERE chunk.place = over.place)
    DELETE FROM piece USING over WHERE piece.place = over.place`
  return done.count
}

const endRows = async (sql: Sql, now: number): Promise<Swept> => {
  await letHeldGo(sql, now)
  await drain(() => dropPieces(sql, now))
  const ended = await drain(() => end(sql, now))
  const forgotten = await drain(() => forget(sql, now))
  return { ended, forgotten }
}

/** Rows first; where the disk is too full for that, the partitions that are over make room. */
const sweepNow = async (sql: Sql, now: number): Promise<Swept> => {
  try {
    return await endRows(sql, now)
  } catch (error) {
    if (!isDiskFull(error)) throw error
    await dropDays(sql, now)
    return await endRows(sql, now)
  } finally {
    await dropDays(sql, now)
    await makeDays(sql, now)
  }
}

/** Of many relays one sweeps: whoever gets the lock, which goes with its connection if it dies. */
export const sweepAsLeader = async (sql: Sql, now: number): Promise<Swept> => {
  const [lock] = await sql<{ got: boolean }[]>`SELECT pg_try_advisory_lock(${locks.sweep}) AS got`
  if (!lock?.got) return { ended: 0, forgotten: 0 }
  try {
    return await sweepNow(sql, now)
  } finally {
    await sql`SELECT pg_advisory_unlock(${locks.sweep})`
  }
}
