import type { NewShare, OwnerAsk } from '../store.ts'
import { within } from '../verdict-files.ts'
import type { Sql } from './connect.ts'
import { dayOf, surelyIn } from './schema.ts'

// Which pieces of files a share has. What is asked of them stands in files.ts.

type Naming = OwnerAsk & Pick<NewShare, 'files' | 'until'>
type Sum = { readonly count: number; readonly last: number; readonly bytes: number }

/** Whether every piece of the files that a share names is there, and no more than a share may have. */
export const areThere = async (tx: Sql, { locator, owner, files }: Naming): Promise<boolean> => {
  const sums: (number | null)[] = []
  for (const { id, pieces } of files) {
    const [sum] = await tx<Sum[]>`
      SELECT count(*) AS count, max(part) AS last, sum(length)::bigint AS bytes FROM piece
      WHERE locator = ${locator} AND owner = ${owner} AND file = ${id}`
    sums.push(sum?.count === pieces && sum.last === pieces - 1 ? sum.bytes : null)
  }
  return within(sums)
}

/** Pieces by their number, each with its end as its sealed bytes' partition knows it. */
export type Placed = { readonly place: number; readonly until: number }

/** By day, and their numbers as PostgreSQL reads them: a statement that names its day needs one partition. */
const byDay = (pieces: readonly Placed[]): readonly (readonly [day: number, places: string])[] => {
  const days = Map.groupBy(pieces, ({ until }) => dayOf(until))
  return [...days].map(([day, all]) => [day, `{${all.map(({ place }) => place).join()}}`])
}

export const dropChunks = async (tx: Sql, gone: readonly Placed[]): Promise<void> => {
  for (const [day, places] of byDay(gone)) {
    const drop = () => tx`DELETE FROM chunk WHERE day = ${day} AND place = ANY(${places})`
    await surelyIn(tx, 'chunk', drop)
  }
}

const dropFile = async (tx: Sql, { locator, owner }: OwnerAsk, file: Uint8Array): Promise<void> =>
  dropChunks(
    tx,
    await tx<Placed[]>`
      DELETE FROM piece WHERE locator = ${locator} AND owner = ${owner} AND file = ${file}
      RETURNING place, until`,
  )

/** All of hers, whether a share has named them or not. */
export const dropPieces = async (tx: Sql, { locator, owner }: OwnerAsk): Promise<void> =>
  dropChunks(
    tx,
    await tx<Placed[]>`
      DELETE FROM piece WHERE locator = ${locator} AND owner = ${owner} RETURNING place, until`,
  )

const keepFile = async (
  tx: Sql,
  { locator, owner, until }: Naming,
  file: Uint8Array,
): Promise<void> => {
  const kept = await tx<Placed[]>`
    SELECT place, until FROM piece
    WHERE locator = ${locator} AND owner = ${owner} AND file = ${file} FOR UPDATE`
  await tx`UPDATE piece SET until = ${until}
    WHERE locator = ${locator} AND owner = ${owner} AND file = ${file}`
  for (const [day, places] of byDay(kept)) {
    const move = () =>
      tx`UPDATE chunk SET day = ${dayOf(until)} WHERE day = ${day} AND place = ANY(${places})`
    await surelyIn(tx, 'chunk', move)
  }
}

/** They live as long as the share, in the partition of its day; what it does not name goes. */
export const claim = async (tx: Sql, share: Naming): Promise<void> => {
  const hex = (id: Uint8Array): string => Buffer.from(id).toString('hex')
  const named = new Set(share.files.map(({ id }) => hex(id)))
  const there = await tx<{ file: Uint8Array }[]>`
    SELECT DISTINCT file FROM piece WHERE locator = ${share.locator} AND owner = ${share.owner}`
  for (const { file } of there) {
    await (named.has(hex(file)) ? keepFile(tx, share, file) : dropFile(tx, share, file))
  }
}
