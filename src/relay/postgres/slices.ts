import { isLost } from './codes.ts'
import type { Sql } from './connect.ts'

// Tables that hold keys, or what only its reader may have, lie in slices: while one is written anew nobody can use it,
// and all others go on. A statement of a call must name what its table is sliced by, so that it needs one slice alone:
// a share's locator, a piece's locator, the number of an opener's or a reply's share. Sweeps go from slice to slice.

/** As many as steps.ts makes. */
const count = 32

export const sliced = ['share', 'opener', 'reply', 'piece'] as const

export type Sliced = (typeof sliced)[number]

/** The names of a table's slices. */
export const slicesOf = (table: Sliced): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${table}_${at}`)

/** Milliseconds that a sweep or a rewrite waits for a slice: behind a rewrite that waits everybody else does. */
export const moment = 200

/** Runs `work` with a connection of which no statement waits for longer than a moment. */
export const forMoments = async <T>(sql: Sql, work: () => Promise<T>): Promise<T> => {
  await sql`SELECT set_config('lock_timeout', ${`${moment}`}, false)`
  const reset = () => sql`RESET lock_timeout`
  const value = await work().catch(async (error: unknown) => {
    // On a line that has just broken the client would wait for the answer for ever.
    if (!isLost(error)) await reset()
    throw error
  })
  await reset()
  return value
}
