import type { PendingQuery, Row } from 'postgres'
import type { Swept } from '../store.ts'
import { type Sql, transact } from './connect.ts'
import { isDiskFull, passIfInUse } from './codes.ts'
import { dayOf, dropDays, locks, makeDay } from './schema.ts'
import { dropChunks, type Placed } from './pieces.ts'
import { forMoments, type Sliced, slicesOf } from './slices.ts'

const rowsAtOnce = 1000

/** Repeats `step` until it finds less than its most, or its slice shut; gives the total. */
const drain = async (step: () => Promise<number>): Promise<number> => {
  let total = 0
  for (let done = rowsAtOnce; done === rowsAtOnce; total += done)
    done = (await step().catch(passIfInUse)) ?? 0
  return total
}

/** What a step takes from a slice, in the order of an index. */
type Over = (sql: Sql, now: number) => PendingQuery<Row[]>

const ending: Over = (sql, now) => sql`until <= ${now} AND "wrapKey" IS NOT NULL ORDER BY until`
const old: Over = (sql, now) => sql`forget <= ${now} AND "wrapKey" IS NULL ORDER BY forget`
const left: Over = (sql, now) => sql`until <= ${now} ORDER BY until`
const held: Over = (sql, now) => sql`held <= ${now} ORDER BY held`

type Step = (sql: Sql, slice: string, now: number) => Promise<number>

type Task = { readonly over: Over; readonly step: Step }

/**
 * Looks first whether there is anything, in the order of the index: PostgreSQL takes "the first thousand of very many"
 * for a reason to look through a table, and in most sweeps there is none.
 */
const ifAny = (over: Over, work: Step): Task => ({
  over,
  step: async (sql, slice, now) => {
    const any = await sql`SELECT 1 FROM ${sql(slice)} WHERE ${over(sql, now)} LIMIT 1`
    return any.count === 0 ? 0 : work(sql, slice, now)
  },
})

/** A row that somebody is opening just now is left for the next sweep; openers go by the trigger. */
const end = ifAny(ending, async (sql, slice, now) => {
  const done = await sql`
    WITH over AS (
      SELECT locator FROM ${sql(slice)} WHERE ${ending(sql, now)}
      LIMIT ${rowsAtOnce} FOR UPDATE SKIP LOCKED)
    UPDATE ${sql(slice)} share
    SET link = NULL, pass = NULL, reply = NULL, "wrapKey" = NULL, "serverShare" = NULL
    FROM over WHERE share.locator = over.locator`
  return done.count
})

/** Replies go by the trigger. */
const forget = ifAny(old, async (sql, slice, now) => {
  const done = await sql`
    DELETE FROM ${sql(slice)} WHERE locator IN (
      SELECT locator FROM ${sql(slice)} WHERE ${old(sql, now)} LIMIT ${rowsAtOnce})`
  return done.count
})

/** Pieces of what has ended, and those that no share ever named. */
const dropPieces = ifAny(left, (sql, slice, now) =>
  transact(sql, async (tx) => {
    const gone = await tx<Placed[]>`
      DELETE FROM ${tx(slice)} WHERE place IN (
        SELECT place FROM ${tx(slice)} WHERE ${left(tx, now)} LIMIT ${rowsAtOnce})
      RETURNING place, until`
    await dropChunks(tx, gone)
    return gone.length
  }),
)

/** Places that were held for pages which never said that they show anything. */
const letHeldGo = ifAny(held, async (sql, slice, now) => {
  await sql`
    WITH kept AS (
      UPDATE ${sql(slice)} SET held = NULL WHERE held <= ${now} AND (admitted = 1 OR wrong > 0))
    DELETE FROM ${sql(slice)} WHERE held <= ${now} AND admitted <> 1 AND wrong <= 0`
  return 0
})

/** One look at all slices spares as many looks as there are; where one of them is shut each is looked at by itself. */
const isAny = async (sql: Sql, table: Sliced, over: Over, now: number): Promise<boolean> => {
  const any = await sql`SELECT 1 FROM ${sql(table)} WHERE ${over(sql, now)} LIMIT 1`.catch(
    passIfInUse,
  )
  return any?.count !== 0
}

/** Slice after slice of a table; gives the total. */
const inEach = async (
  sql: Sql,
  table: Sliced,
  { over, step }: Task,
  now: number,
): Promise<number> => {
  if (!(await isAny(sql, table, over, now))) return 0
  let total = 0
  for (const slice of slicesOf(table)) total += await drain(() => step(sql, slice, now))
  return total
}

const daysAhead = 32

const makeDays = async (sql: Sql, now: number): Promise<void> => {
  const today = dayOf(now)
  for (let day = today; day <= today + daysAhead; day++) {
    const [there] = await sql<{ oid: unknown }[]>`SELECT to_regclass(${`chunk_${day}`}) AS oid`
    if (!there?.oid) await makeDay(sql, day)
  }
}

const endRows = (sql: Sql, now: number): Promise<Swept> =>
  forMoments(sql, async () => {
    await inEach(sql, 'opener', letHeldGo, now)
    await inEach(sql, 'piece', dropPieces, now)
    const ended = await inEach(sql, 'share', end, now)
    const forgotten = await inEach(sql, 'share', forget, now)
    return { ended, forgotten }
  })

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
