import { forStaged } from '../verdict-files.ts'
import { passIfInUse } from './codes.ts'
import type { Sql } from './connect.ts'
import { forMoments, slicesOf } from './slices.ts'

/** Whether so many bytes more may come. */
export type Space = (sql: Sql, bytes: number) => Promise<boolean>

type Bytes = { readonly bytes: number }

export const sizeOf = async (sql: Sql): Promise<number> => {
  const [row] = await sql<Bytes[]>`SELECT pg_database_size(current_database()) AS bytes`
  return row?.bytes ?? 0
}

/** Slice by slice; of one that is shut what was last seen in it. */
const createStaged = () => {
  const known = new Map<string, number>()
  const look = async (sql: Sql, slice: string): Promise<void> => {
    const [row] = await sql<Bytes[]>`
      SELECT coalesce(sum(length), 0)::bigint AS bytes FROM ${sql(slice)} WHERE staged = 1`
    known.set(slice, row?.bytes ?? 0)
  }
  return (sql: Sql): Promise<number> =>
    forMoments(sql, async () => {
      for (const slice of slicesOf('piece')) await look(sql, slice).catch(passIfInUse)
      return [...known.values()].reduce((sum, bytes) => sum + bytes, 0)
    })
}

/** Asking what is used takes a while; it is asked anew when a tenth of the rest may be used up. */
const spaceFor = (most: number, used: (sql: Sql) => Promise<number>): Space => {
  let left = 0
  let trusted = 0
  return async (sql, bytes) => {
    if (trusted < bytes) {
      left = most - (await used(sql))
      trusted = left / 10
    }
    trusted -= bytes
    left -= bytes
    return left >= 0
  }
}

/** In the whole database. */
export const createSpace = (mostBytes: number): Space => spaceFor(mostBytes, sizeOf)

/** Among the pieces that no share names yet; several relays at once may pass it by what is on its way. */
export const createStagedSpace = (mostBytes: number): Space =>
  spaceFor(forStaged * mostBytes, createStaged())
