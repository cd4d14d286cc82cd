import { expect, test } from 'vitest'
import { connectTo } from '../../src/relay/postgres/connect.ts'
import { dayOf, makeDay, surelyIn } from '../../src/relay/postgres/schema.ts'
import { createPostgresStore } from '../../src/relay/postgres/store.ts'
import type { Store } from '../../src/relay/store.ts'
import { rounds } from '../thorough.ts'
import { sqlOn, startCluster } from './cluster.ts'
import { askOf, newSecrets, noon, ownerOf, shareOf, type Secrets } from './given.ts'

// PostgreSQL's connections, and the partitions that are attached while they look.

const cluster = await startCluster()
const until = noon + 600
const day = dayOf(until)
const storeOn = (url: string): Store => createPostgresStore({ url, mostBytes: 1e12 })

const dropDay = async (url: string): Promise<void> => {
  const sql = sqlOn(url)
  for (const table of ['body', 'chunk']) await sql.unsafe(`DROP TABLE IF EXISTS ${table}_${day}`)
  await sql.end()
}

/** Other days' partitions, which take time to look at; and a share in one of them. */
const prepare = async (url: string): Promise<Secrets> => {
  const store = storeOn(url)
  await store.sweep(noon + 86_400)
  const known = newSecrets()
  await store.create(shareOf(known, { openers: 100 }))
  await store.close()
  return known
}

const bodiesIn = async (url: string): Promise<unknown> => {
  const sql = sqlOn(url)
  const [row] = await sql`SELECT count(*)::integer AS bodies FROM body`
  await sql.end()
  return row?.['bodies']
}

/** Connections that begin while nothing is there for the day, half of them by taking and half of them by giving. */
const race = async (url: string, known: Secrets): Promise<void> => {
  const [taker, giver] = [storeOn(url), storeOn(url)]
  const opener = Buffer.alloc(32)
  const others = Array.from({ length: 20 }, () => giver.open(askOf(known, { opener }), noon))
  const all = Array.from({ length: 40 }, () => newSecrets())
  const made = await Promise.all(all.map((one) => taker.create(shareOf(one, { until }))))
  expect(made.every(({ ok }) => ok)).toBe(true)
  await Promise.all(others)
  const open = await Promise.all(all.map((one) => giver.open(askOf(one), noon)))
  expect(open.every((opened) => opened !== null)).toBe(true)
  await Promise.all(all.map((one) => giver.stop(ownerOf(one), noon)))
  expect(await bodiesIn(url)).toBe(1)
  await Promise.all([taker.close(), giver.close()])
}

test.skipIf(!cluster)(
  'RELAY-487 a connection that first looks while a day’s partitions are attached takes, gives and erases what lies there',
  async () => {
    const url = cluster?.newDatabase() ?? ''
    const known = await prepare(url)
    for (let round = 0; round < rounds(4, 15, 50); round++) {
      await race(url, known)
      await dropDay(url)
    }
  },
  300_000,
)

test.skipIf(!cluster)('RELAY-487 where nothing is found the list is read anew, once', async () => {
  const url = cluster?.newDatabase() ?? ''
  const store = storeOn(url)
  await store.ready()
  const { sql, drop } = connectTo(url, '')
  await makeDay(sql, day)
  let asked = 0
  const find = async (): Promise<{ readonly count: number }> => ({ count: asked++ })
  expect(await surelyIn(sql, 'body', find)).toEqual({ count: 1 })
  expect(await surelyIn(sql, 'body', find)).toEqual({ count: 2 })
  drop()
  await store.close()
})
