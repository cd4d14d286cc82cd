import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readConfig } from '../../src/relay/config.ts'
import { createPool } from '../../src/relay/postgres/pool.ts'
import { makeDay } from '../../src/relay/postgres/schema.ts'
import { shutFor } from '../../src/relay/postgres/scrub.ts'
import { createPostgresStore } from '../../src/relay/postgres/store.ts'
import type { Store } from '../../src/relay/store.ts'
import { sqlOn, startCluster } from './cluster.ts'
import { limits, paths } from '../../src/share/contract.ts'
import {
  allBytesIn,
  askOf,
  createFrame,
  day,
  dropFolder,
  newSecrets,
  noon,
  ownerOf,
  pieceOf,
  shareOf,
} from './given.ts'
import { configIn, newHouse, seconds, startHere } from './running.ts'
import { testStore } from './store.contract.ts'

const cluster = await startCluster()
const newUrl = (): string => cluster?.newDatabase() ?? ''
const storeOn = (url: string, mostBytes = 1e12): Store => createPostgresStore({ url, mostBytes })

if (cluster) {
  const url = newUrl()
  // Emptying one database takes a tenth of the time that making another one does.
  const drop = async (): Promise<void> => {
    const sql = sqlOn(url)
    for (const table of ['share', 'body', 'piece', 'chunk']) await sql`DELETE FROM ${sql(table)}`
    await sql.end()
  }
  testStore('postgres', () => ({ open: () => storeOn(url), drop }))
}

// Stands for all of them in the count of what was skipped.
test.skipIf(!cluster)('RELAY-1 a share goes into PostgreSQL and comes out of it', async () => {
  const store = storeOn(newUrl())
  const secrets = newSecrets()
  expect(await store.create(shareOf(secrets))).toEqual({ ok: true })
  expect(await store.open(askOf(secrets), noon)).not.toBeNull()
  await store.close()
})

const many = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at))

test.skipIf(!cluster)(
  'RELAY-6 openers on three relays at once get the places there are',
  async () => {
    const url = newUrl()
    const relays = many(3, () => storeOn(url))
    const secrets = newSecrets()
    const one = (at: number): Store => relays[at % 3] ?? storeOn(url)
    await one(0).create(shareOf(secrets, { openers: 5, tries: 7 }))
    const asks = many(300, (at) => one(at).open(askOf(secrets), noon))
    expect((await Promise.all(asks)).filter(Boolean)).toHaveLength(5)
    const pass = Buffer.alloc(32)
    await Promise.all(many(60, (at) => one(at).open(askOf(secrets, { pass }), noon)))
    expect(await one(1).look(ownerOf(secrets), noon)).toMatchObject({ openers: 5, wrong: 7 })
    await Promise.all(relays.map((relay) => relay.close()))
  },
)

test.skipIf(!cluster)('RELAY-100 many relays start on an empty database at once', async () => {
  const url = newUrl()
  const relays = many(6, () => storeOn(url))
  expect(await Promise.all(relays.map((relay) => relay.ready()))).toEqual(relays.map(() => true))
  await Promise.all(relays.map((relay) => relay.close()))
})

test.skipIf(!cluster)('RELAY-100 a database of a newer version is left alone', async () => {
  const url = newUrl()
  const store = storeOn(url)
  await store.ready()
  await store.close()
  const sql = sqlOn(url)
  await sql`INSERT INTO layout VALUES (1000)`
  await expect(storeOn(url).ready()).rejects.toThrow('newer version')
  await sql.end()
})

test.skipIf(!cluster)('RELAY-101 bodies of a day go with the partition of that day', async () => {
  const url = newUrl()
  const store = storeOn(url)
  const [over, live] = [newSecrets(), newSecrets()]
  await store.create(shareOf(over, { until: noon + day }))
  await store.create(shareOf(live))
  await store.sweep(noon + 2 * day)
  const sql = sqlOn(url)
  const days = await sql<{ name: string }[]>`
    SELECT relname AS name FROM pg_class WHERE relname ~ '^body_[0-9]+$' ORDER BY 1`
  const first = Math.ceil((noon + 2 * day) / day)
  expect(days[0]?.name).toBe(`body_${first}`)
  expect(days.length).toBeGreaterThan(31)
  expect(await store.open(askOf(live), noon + 2 * day)).not.toBeNull()
  await sql.end()
  await store.close()
})

test.skipIf(!cluster)(
  'RELAY-255 a partition is made beside a stop that takes its time',
  async () => {
    const url = newUrl()
    const store = storeOn(url)
    await store.ready()
    const sql = sqlOn(url)
    const slow = await sql.reserve()
    await slow`BEGIN`
    await slow`DELETE FROM chunk`
    // Waits for the other five seconds at most, then fails.
    const pool = createPool(url, { size: 1, patience: 15 })
    await pool.run((one) => makeDay(one, 400_000))
    await slow`DELETE FROM body`
    await slow`COMMIT`
    slow.release()
    pool.close()
    await Promise.all([sql.end(), store.close()])
  },
)

test.skipIf(!cluster)('RELAY-101 of two sweeps at once one does the work', async () => {
  const url = newUrl()
  const relays = [storeOn(url), storeOn(url)]
  const all = many(50, () => shareOf(newSecrets(), { until: noon + 600 }))
  for (const share of all) await relays[0]?.create(share)
  const swept = await Promise.all(relays.map((relay) => relay.sweep(noon + 600)))
  expect(swept.reduce((sum, { ended }) => sum + ended, 0)).toBe(50)
  await Promise.all(relays.map((relay) => relay.close()))
})

test.skipIf(!cluster)(
  'RELAY-102 a statement that hangs is cut off, and the relay goes on',
  async () => {
    const url = newUrl()
    const store = storeOn(url)
    await store.ready()
    const sql = sqlOn(url)
    const pool = createPool(url, { size: 1, patience: 5 })
    const [row] = await pool.run((one) => one`SHOW statement_timeout`)
    expect(row).toEqual({ statement_timeout: '10s' })
    pool.close()
    const held = await sql.reserve()
    await held`BEGIN`
    await held`UPDATE probe SET count = 5`
    await expect(store.ready()).rejects.toThrow('timeout')
    await held`ROLLBACK`
    held.release()
    expect(await store.ready()).toBe(true)
    await sql.end()
    await store.close()
  },
)

test.skipIf(!cluster)('RELAY-3 the files of PostgreSQL hold no body in the clear', async () => {
  const store = storeOn(newUrl())
  await store.create(shareOf(newSecrets(), { body: Buffer.from('MARKBODY'.repeat(100)) }))
  expect(allBytesIn(cluster?.folder ?? '')).not.toContain('MARKBODY')
  await store.close()
})

test.skipIf(!cluster)('RELAY-15 a full database refuses creates and goes on', async () => {
  const url = newUrl()
  const store = storeOn(url)
  const secrets = newSecrets()
  await store.create(shareOf(secrets))
  const full = storeOn(url, 1000)
  expect(await full.create(shareOf(newSecrets()))).toEqual({ ok: false, why: 'full' })
  expect(await full.open(askOf(secrets), noon)).not.toBeNull()
  await Promise.all([full.close(), store.close()])
})

test.skipIf(!cluster)(
  'RELAY-225 pieces that no share names fill a tenth of the database; named, they make room',
  async () => {
    const store = storeOn(newUrl(), 40_000_000)
    const [first, second] = [newSecrets(), newSecrets()]
    const put = (secrets: typeof first, part: number) =>
      store.put(pieceOf(secrets, { part, sealed: new Uint8Array(limits.files.piece) }), noon)
    for (let part = 0; part < 7; part++) expect(await put(first, part)).toBe('kept')
    expect(await put(second, 0)).toBe('full')
    expect(await store.create(shareOf(newSecrets()))).toEqual({ ok: true })
    const files = [{ id: first.locator, pieces: 7 }]
    expect(await store.create(shareOf(first, { files }))).toEqual({ ok: true })
    for (let part = 0; part < 7; part++) expect(await put(second, part)).toBe('kept')
    expect(await put(second, 7)).toBe('full')
    await store.sweep(noon + limits.staged + 7200)
    expect(await put(second, 0)).toBe('kept')
    await store.close()
  },
)

test.skipIf(!cluster)(
  'RELAY-443 the store on PostgreSQL tells the clock of its machine',
  async () => {
    const store = storeOn(newUrl())
    expect(Math.abs(((await store.clock()) ?? 0) - seconds())).toBeLessThan(60)
    await store.close()
  },
)

test.skipIf(!cluster)(
  'RELAY-444 how long a slice was shut when it was written anew is kept for the check',
  async () => {
    const url = newUrl()
    const store = createPostgresStore({ url, mostBytes: 1e12, scrub: 1 })
    const pool = createPool(url, { size: 1, patience: 15 })
    await store.ready()
    expect(await pool.run(shutFor)).toBeNull()
    await store.sweep(noon)
    expect(await pool.run(shutFor)).toBeGreaterThan(0)
    pool.close()
    await store.close()
  },
)

test.skipIf(!cluster)('RELAY-103 a relay told of a database serves from it alone', async () => {
  const house = newHouse()
  const database = newUrl()
  const relay = await startHere(configIn(house, { database }))
  const secrets = newSecrets()
  const body = createFrame(secrets, { until: seconds() + day })
  const url = `http://127.0.0.1:${relay.ports.app}`
  expect((await fetch(url + paths.create, { method: 'POST', body })).status).toBe(201)
  await relay.stop()
  const store = storeOn(database)
  expect(await store.open(askOf(secrets), seconds())).not.toBeNull()
  await store.close()
  expect(existsSync(`${house}/data`)).toBe(false)
  dropFolder(house)
})

test.skipIf(!cluster)('RELAY-656 a database that is not there is told as that', async () => {
  const database = newUrl().replace(/\w+$/, 'nobodys')
  const house = newHouse()
  const started = startHere(configIn(house, { database, databasePatience: 2 }))
  await expect(started).rejects.toThrow('there is no database of the name that DATABASE_URL has.')
  dropFolder(house)
})

test('RELAY-103 an address that is no PostgreSQL stops the start, and is not repeated', () => {
  const read = () => readConfig({ DATABASE_URL: 'mysql://relay:secret@db/relay' })
  expect(read).toThrow('DATABASE_URL must be an address')
  expect(read).not.toThrow('secret')
})
