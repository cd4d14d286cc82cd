import { randomBytes, randomInt } from 'node:crypto'
import { mkdtempSync, readdirSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import postgres from 'postgres'
import { createPostgresStore } from '../../src/relay/postgres/store.ts'
import type { Store } from '../../src/relay/store.ts'
import type { Secrets } from '../relay/given.ts'
import {
  askOf,
  day,
  dropFolder,
  newSecrets,
  noon,
  ownerOf,
  shareOf,
  sqliteIn,
} from '../relay/given.ts'
import type { Row } from './figures.ts'
import { onPostgres } from './server.ts'
import { withStalls, type Stalls } from './stalls.ts'

// A year of a relay in minutes: `npm run bench -- year`. The clock is handed in, the stores are the real
// ones: a data folder in YEAR_FOLDER, or where the system has its temporary files, and then PostgreSQL, the
// empty one of a DATABASE_URL or one of its own. Throws when a store tells anything else than a plain
// list of what was made, opened, stopped and over.

/** Shares in a day; of each 4 kB, the smallest size that a summary is padded to. */
const perDay = Number(process.env['YEAR_SHARES'] ?? '40')
const bodyBytes = 4096
const days = 365
const hour = 3600

type Made = { readonly secrets: Secrets; readonly until: number }

const newBooks = () => ({
  live: [] as Made[],
  made: 0,
  opened: 0,
  stopped: 0,
  expired: 0,
  ended: 0,
  forgotten: 0,
  slowest: 0,
  most: 0,
  sync: 0,
})
type Books = ReturnType<typeof newBooks>

const bytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)

const make = async (store: Store, books: Books, now: number): Promise<void> => {
  const secrets = newSecrets()
  const until = now + randomInt(hour, 30 * day)
  const share = shareOf(secrets, { until, body: randomBytes(bodyBytes), openers: 3 })
  if (!(await store.create(share)).ok) throw new Error('A share was refused.')
  books.live.push({ secrets, until })
  books.made += 1
}

/** Opens one at random; stops it once in ten times. */
const use = async (store: Store, books: Books, now: number): Promise<void> => {
  const at = randomInt(books.live.length)
  const one = books.live[at]
  if (!one) return
  const opener = Buffer.alloc(32, 1)
  if (!(await store.open(askOf(one.secrets, { opener }), now))) throw new Error('One was shut.')
  books.opened += 1
  if (randomInt(10) > 0) return
  await store.stop(ownerOf(one.secrets), now)
  if (await store.open(askOf(one.secrets, { opener }), now)) throw new Error('A stop did nothing.')
  books.live.splice(at, 1)
  books.stopped += 1
}

const sweep = async (store: Store, books: Books, now: number): Promise<void> => {
  const over = books.live.filter(({ until }) => until <= now)
  books.live = books.live.filter(({ until }) => until > now)
  books.expired += over.length
  const begin = performance.now()
  const { ended, forgotten } = await store.sweep(now)
  books.slowest = Math.max(books.slowest, performance.now() - begin)
  books.ended += ended
  books.forgotten += forgotten
  for (const { secrets } of over.slice(0, 3))
    if (await store.open(askOf(secrets), now)) throw new Error('One was open after its end.')
}

/** Milliseconds that a bare write waits for the disk. */
const syncIn = async (folder: string): Promise<number> => {
  const file = await open(join(folder, 'bare'), 'w')
  await file.write(randomBytes(bodyBytes), 0, bodyBytes, 0)
  const begin = performance.now()
  await file.datasync()
  const took = performance.now() - begin
  await file.close()
  return took
}

type Year = {
  readonly store: Store
  readonly books: Books
  /** Bytes that the store takes up. */
  readonly size: () => Promise<number>
  /** Beside the store, on its disk. */
  readonly folder: string
}

const live = async ({ store, books, size, folder }: Year): Promise<number> => {
  let now = noon
  for (let at = 0; at < days * 4; at++, now += 6 * hour) {
    await sweep(store, books, now)
    const share = Math.round(perDay / 4)
    await Promise.all(Array.from({ length: share }, () => make(store, books, now)))
    if (books.live.length > 0) await use(store, books, now)
    if (at % (4 * 7) > 0) continue
    books.most = Math.max(books.most, await size())
    books.sync = Math.max(books.sync, await syncIn(folder))
  }
  return now
}

/** After the last end and the last receipt nothing may be left, and every count must fit. */
const settle = async (store: Store, books: Books, now: number): Promise<void> => {
  await sweep(store, books, now + 31 * day)
  await sweep(store, books, now + 62 * day)
  const { made, stopped, expired, ended, forgotten } = books
  if (ended !== expired || made !== stopped + expired || forgotten !== made)
    throw new Error(`The counts do not fit: ${JSON.stringify({ ...books, live: 0 })}`)
}

const rowsOf = (
  books: Books,
  stalls: Stalls,
  then: { seconds: number; left: number; kept: number },
): Row[] => [
  { name: 'shares made and ended, all as counted', value: books.made, unit: 'shares' },
  { name: 'opens, all as they should be', value: books.opened, unit: 'opens' },
  { name: 'a year took', value: then.seconds, unit: 's' },
  {
    name: 'the longest stall of the process',
    value: stalls.longest,
    unit: 'ms',
    control: { name: 'an idle thread', value: stalls.idle },
  },
  { name: 'the longest bare sync, of one a week', value: books.sync, unit: 'ms' },
  { name: 'the longest sweep', value: books.slowest, unit: 'ms' },
  { name: 'live at the end of the year', value: then.kept, unit: 'shares' },
  { name: 'disk at most', value: books.most / 1e6, unit: 'MB' },
  { name: 'disk when all was forgotten', value: then.left / 1e6, unit: 'MB' },
]

const goThrough = async (year: Year): Promise<Row[]> => {
  const { store, books, size } = year
  const begin = performance.now()
  try {
    const [then, stalls] = await withStalls(async () => {
      const now = await live(year)
      const seconds = (performance.now() - begin) / 1000
      const kept = books.live.length
      await settle(store, books, now)
      return { seconds, kept }
    })
    return rowsOf(books, stalls, { ...then, left: await size() })
  } finally {
    await store.close()
  }
}

const onData = (folder: string): Promise<Row[]> => {
  const data = join(folder, 'data')
  const size = async (): Promise<number> => bytesIn(data)
  return goThrough({ store: sqliteIn(data, 1e12), books: newBooks(), size, folder })
}

const onDatabase = async (url: string, folder: string): Promise<Row[]> => {
  const sql = postgres(url, { onnotice: () => {} })
  const size = async (): Promise<number> => {
    const [row] = await sql<{ bytes: string }[]>`
      SELECT pg_database_size(current_database()) AS bytes`
    return Number(row?.bytes)
  }
  // A rewrite takes seconds, however little there is: each day's would be most of the year.
  const store = createPostgresStore({ url, mostBytes: 1e12, scrub: 24 * 14 })
  try {
    return await goThrough({ store, books: newBooks(), size, folder })
  } finally {
    await sql.end()
  }
}

const named = (store: string, rows: readonly Row[]): Row[] =>
  rows.map((row) => ({ ...row, name: `${store}: ${row.name}` }))

export const benchYear = async (): Promise<Row[]> => {
  const folder = mkdtempSync(join(process.env['YEAR_FOLDER'] ?? tmpdir(), 'year-'))
  const url = process.env['DATABASE_URL']
  try {
    const first = await onData(folder)
    const second = url
      ? await onDatabase(url, folder)
      : await onPostgres(folder, (own) => onDatabase(own, folder))
    if (!second) console.log('skipped: a year on PostgreSQL (it is not installed here)')
    return [...named('folder', first), ...named('PostgreSQL', second ?? [])]
  } finally {
    dropFolder(folder)
  }
}
