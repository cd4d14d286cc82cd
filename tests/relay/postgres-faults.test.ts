import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Sql } from '../../src/relay/postgres/connect.ts'
import { createPool } from '../../src/relay/postgres/pool.ts'
import { createPostgresStore } from '../../src/relay/postgres/store.ts'
import type { Store } from '../../src/relay/store.ts'
import { openBetween } from './between.ts'
import { startCluster } from './cluster.ts'
import type { Secrets } from './given.ts'
import { askOf, day, dropFolder, newSecrets, noon, ownerOf, shareOf } from './given.ts'
import { faultsIn, keepBusy, newBook, sound } from './load.ts'
import { mounted } from './mount.ts'
import { configIn, endOf, newHouse, startApart, startHere } from './running.ts'

// What a relay on PostgreSQL withstands by itself; what it needs a second server for is in failover.test.ts.

const cluster = await startCluster()
const newUrl = (): string => cluster?.newDatabase() ?? ''
const storeOn = (url: string): Store => createPostgresStore({ url, mostBytes: 1e12 })

test.skipIf(!cluster)('RELAY-92 a clock that jumps ends shares and revives none', async () => {
  const store = storeOn(newUrl())
  const [secrets, late] = [newSecrets(), newSecrets()]
  await store.create(shareOf(secrets))
  await store.sweep(noon + 20 * day)
  expect(await store.open(askOf(secrets), noon)).toBeNull()
  expect(await store.look(ownerOf(secrets), noon)).toMatchObject({ state: 'ended' })
  expect(await store.create(shareOf(late))).toEqual({ ok: true })
  expect(await store.open(askOf(late), noon - 400 * day)).not.toBeNull()
  await store.sweep(noon - 400 * day)
  expect(await store.open(askOf(late), noon)).not.toBeNull()
  await store.close()
})

test.skipIf(!cluster)('RELAY-94 a restart under load loses nothing on PostgreSQL', async () => {
  const house = newHouse()
  const env = { DATABASE_URL: newUrl() }
  const book = newBook()
  const first = await startApart(house, env)
  let over = false
  const busy = keepBusy(first.url, book, 4, () => over)
  while (book.live.length < 10) await wait(10)
  first.child.kill('SIGTERM')
  expect(await endOf(first.child)).toBe(0)
  over = true
  await busy
  const second = await startApart(house, env)
  expect(await faultsIn(second.url, book)).toEqual(sound)
  second.child.kill('SIGTERM')
  expect(await endOf(second.child)).toBe(0)
  dropFolder(house)
})

const small = cluster ? mounted('tmpfs', 40) : null

test.skipIf(!small)(
  'RELAY-91 a full disk below PostgreSQL breaks nothing, and a sweep makes room',
  async () => {
    const store = storeOn(cluster?.newDatabase(small?.folder) ?? '')
    const made: Secrets[] = []
    for (let done = false; !done && made.length < 100;) {
      const secrets = newSecrets()
      const answer = await store.create(shareOf(secrets, { body: randomBytes(1_000_000) }))
      if (answer.ok) made.push(secrets)
      else expect(answer).toEqual({ ok: false, why: 'full' })
      done = !answer.ok
    }
    expect(made.length).toBeGreaterThan(2)
    expect(made.length).toBeLessThan(60)
    // An open writes, too, so it may fail here; it gets no other answer than its own.
    const asks = made.map((secrets) => store.open(askOf(secrets), noon).catch(() => 'failed'))
    expect(await Promise.all(asks)).not.toContain(null)
    await store.sweep(noon + 8 * day)
    expect(await store.create(shareOf(newSecrets(), { until: noon + 12 * day }))).toEqual({
      ok: true,
    })
    await store.close()
  },
)

const processOf = async (sql: Sql): Promise<unknown> => {
  const [row] = await sql<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
  return row?.pid
}

test.skipIf(!cluster)(
  'RELAY-292 a connection from before the primary was lost is used for nothing more',
  async () => {
    const pool = createPool(newUrl(), { size: 3, patience: 60 })
    const gate = new EventEmitter()
    const [begun, over] = [once(gate, 'begun'), once(gate, 'over')]
    const slow = pool.run(async (sql) => {
      const process = await processOf(sql)
      gate.emit('begun')
      await over
      return process
    })
    await begun
    const lost = Object.assign(new Error('lost'), { code: 'ECONNRESET' })
    await expect(pool.run(() => Promise.reject(lost))).rejects.toThrow('lost')
    gate.emit('over')
    const before = await slow
    expect(before).toBeGreaterThan(0)
    const after = await Promise.all([1, 2, 3].map(() => pool.run(processOf)))
    expect(after).not.toContain(before)
    pool.close()
  },
)

const never = (): Promise<never> => new Promise(() => {})

test.skipIf(!cluster)('RELAY-500 a call whose connection ends waits no longer', async () => {
  const pool = createPool(newUrl(), { size: 2, patience: 60 })
  const gate = new EventEmitter()
  const known = once(gate, 'known')
  const lost = pool.run(async (sql) => {
    gate.emit('known', await processOf(sql))
    return never()
  })
  const told = expect(lost).rejects.toThrow('The connection is over.')
  const [process] = await known
  await pool.run((sql) => sql`SELECT pg_terminate_backend(${process})`)
  await told
  const cut = pool.run(never)
  const heard = expect(cut).rejects.toThrow('The connection is over.')
  await pool.run((sql) => sql`SELECT 1`)
  pool.close()
  await heard
})

test.skipIf(!cluster)(
  'RELAY-501 a stop waits no longer for a sweep without an answer than for answers',
  { timeout: 30_000 },
  async () => {
    const url = new URL(newUrl())
    const between = await openBetween(Number(url.port))
    url.port = `${between.port}`
    const house = newHouse()
    const relay = await startHere(configIn(house, { database: url.href, sweep: 1 }))
    // The answer to whoever wants to be the one that sweeps.
    between.set(/got/)
    await wait(2500)
    const begin = performance.now()
    await relay.stop()
    expect(performance.now() - begin).toBeLessThan(10_000)
    dropFolder(house)
  },
)

test.skipIf(!cluster)('RELAY-293 no address makes a commit wait for less', async () => {
  const more = '?synchronous_commit=off&client_min_messages=error&application_name=ours'
  const pool = createPool(newUrl() + more, { size: 1, patience: 60 })
  const [row] = await pool.run(
    (sql) => sql`SELECT current_setting('synchronous_commit') AS commit,
      current_setting('client_min_messages') AS told, current_setting('application_name') AS name`,
  )
  expect(row).toEqual({ commit: 'on', told: 'warning', name: 'ours' })
  pool.close()
})

/** The commands of the hosting guide that begin with psql, as they stand there. */
const commandsIn = (guide: string): readonly string[] =>
  [...guide.matchAll(/^```\n(psql [^]*?)```$/gm)].map(([, command = '']) => command)

test.skipIf(!cluster)('RELAY-261 receipts are kept and restored as the guide says', async () => {
  const house = newHouse()
  const [save = '', restore = ''] = commandsIn(readFileSync('docs/HOSTING.md', 'utf8'))
  const go = (command: string, url: string): string =>
    execFileSync('bash', ['-euc', command], {
      cwd: house,
      env: { ...process.env, DATABASE_URL: url },
    }).toString()
  const [from, to] = [newUrl(), newUrl()]
  const before = storeOn(from)
  const secrets = newSecrets()
  await before.create(shareOf(secrets))
  await before.open(askOf(secrets), noon)
  go(save, from)
  await before.close()
  const kept = readFileSync(join(house, 'receipts.csv'), 'utf8')
  const ask = askOf(secrets)
  for (const secret of [secrets.serverShare, ask.link, ask.pass ?? ask.link])
    expect(kept).not.toContain(Buffer.from(secret).toString('hex'))
  const after = storeOn(to)
  await after.ready()
  go(restore, to)
  expect(await after.look(ownerOf(secrets), noon)).toMatchObject({
    state: 'ended',
    openers: 1,
    opens: 1,
  })
  expect(await after.open(askOf(secrets), noon)).toBeNull()
  await after.close()
  dropFolder(house)
})
