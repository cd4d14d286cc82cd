import { randomBytes, randomInt } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import process from 'node:process'
import { createPostgresStore } from '../../src/relay/postgres/store.ts'
import type { Store } from '../../src/relay/store.ts'
import type { Secrets } from '../relay/given.ts'
import {
  askOf,
  day,
  dropFolder,
  newFolder,
  newSecrets,
  noon,
  ownerOf,
  shareOf,
  sqliteIn,
} from '../relay/given.ts'
import type { Row } from './figures.ts'

// A year of a relay in minutes: `npm run bench -- year`. The clock is handed in, the store is the real
// one: the data folder, or with a DATABASE_URL an empty PostgreSQL. Throws when the store tells
// anything else than a plain list of what was made, opened, stopped and over.

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

const live = async (store: Store, books: Books, size: () => number): Promise<number> => {
  let now = noon
  for (let at = 0; at < days * 4; at++, now += 6 * hour) {
    await sweep(store, books, now)
    const share = Math.round(perDay / 4)
    await Promise.all(Array.from({ length: share }, () => make(store, books, now)))
    if (books.live.length > 0) await use(store, books, now)
    if (at % (4 * 7) === 0) books.most = Math.max(books.most, size())
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
  then: { seconds: number; stall: number; bytes: number; left: number; kept: number },
): Row[] => [
  { name: 'shares made and ended, all as counted', value: books.made, unit: 'shares' },
  { name: 'opens, all as they should be', value: books.opened, unit: 'opens' },
  { name: 'a year took', value: then.seconds, unit: 's' },
  { name: 'the longest stall of the process', value: then.stall, unit: 'ms' },
  { name: 'the longest sweep', value: books.slowest, unit: 'ms' },
  { name: 'live at the end of the year', value: then.kept, unit: 'shares' },
  { name: 'disk at most', value: then.bytes / 1e6, unit: 'MB' },
  { name: 'disk when all was forgotten', value: then.left / 1e6, unit: 'MB' },
]

export const benchYear = async (): Promise<Row[]> => {
  const folder = newFolder()
  const url = process.env['DATABASE_URL']
  const store =
    url === undefined
      ? sqliteIn(folder, 1e12)
      : createPostgresStore({ url, mostBytes: 1e12, scrub: 24 })
  const books = newBooks()
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const begin = performance.now()
  try {
    const now = await live(store, books, () => bytesIn(folder))
    const seconds = (performance.now() - begin) / 1000
    const kept = books.live.length
    await settle(store, books, now)
    const figures = {
      seconds,
      stall: delay.max / 1e6,
      bytes: books.most,
      left: bytesIn(folder),
      kept,
    }
    return rowsOf(books, figures)
  } finally {
    await store.close()
    dropFolder(folder)
  }
}
