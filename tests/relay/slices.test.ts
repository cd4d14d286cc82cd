import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Sql } from '../../src/relay/postgres/connect.ts'
import { createPool } from '../../src/relay/postgres/pool.ts'
import { lastDone, shutFor } from '../../src/relay/postgres/scrub.ts'
import { dayOf } from '../../src/relay/postgres/schema.ts'
import { sliced, slicesOf } from '../../src/relay/postgres/slices.ts'
import { createPostgresStore } from '../../src/relay/postgres/store.ts'
import type { Store } from '../../src/relay/store.ts'
import { stagedUntil } from '../../src/relay/verdict-files.ts'
import { sqlOn, startCluster } from './cluster.ts'
import type { Secrets } from './given.ts'
import { askOf, day, newSecrets, noon, ownerOf, pieceOf, replyOf, shareOf } from './given.ts'
import { eventually } from './standbys.ts'

// What goes on while one slice of PostgreSQL's tables is shut, and how the slices are written anew.

const cluster = await startCluster()
const newUrl = (): string => cluster?.newDatabase() ?? ''

/** Of one connection, so that it knows every statement after a few rounds. */
const storeOn = (url: string, scrub = 0): Store =>
  createPostgresStore({ url, mostBytes: 1e12, size: 1, scrub })

type Beside = ReturnType<typeof sqlOn>

/** Where rows that are sliced by `key` lie, asked without a look at the table. */
const sliceOf = async (sql: Beside, table: string, key: Uint8Array | string): Promise<number> => {
  const isThere = (at: number) =>
    typeof key === 'string'
      ? sql`SELECT satisfies_hash_partition(${table}::regclass, 32, ${at}, ${key}::bigint) AS here`
      : sql`SELECT satisfies_hash_partition(${table}::regclass, 32, ${at}, ${key}::bytea) AS here`
  for (let at = 0; at < 32; at++) if ((await isThere(at))[0]?.['here'] === true) return at
  throw new Error('It lies nowhere.')
}

/** Secrets of a share, and of its files, that lie in the first slice, or in any other. */
const secretsFor = async (sql: Beside, inFirst: boolean): Promise<Secrets> => {
  for (;;) {
    const secrets = newSecrets()
    if (((await sliceOf(sql, 'share', secrets.locator)) === 0) === inFirst) return secrets
  }
}

/** The slices until `open` is called, held as a rewrite holds them. */
const shut = async (sql: Beside, ...slices: readonly string[]) => {
  const held = await sql.reserve()
  await held`BEGIN`
  await held.unsafe(`LOCK TABLE ${slices.join()} IN ACCESS EXCLUSIVE MODE`)
  return {
    open: async (): Promise<void> => {
      await held`COMMIT`
      held.release()
    },
  }
}

/** Whether somebody waits for a slice. */
const isAwaited = async (sql: Beside, slice: string): Promise<boolean> => {
  const rows = await sql`
    SELECT 1 FROM pg_locks WHERE relation = ${slice}::regclass AND NOT granted`
  return rows.count > 0
}

/** A share of which neither the row nor its openers and replies lie in the first slice. */
const makeElsewhere = async (store: Store, sql: Beside): Promise<Secrets> => {
  for (;;) {
    const secrets = await secretsFor(sql, false)
    expect(await store.put(pieceOf(secrets), noon)).toBe('kept')
    const files = [{ id: pieceOf(secrets).file, pieces: 1 }]
    expect(await store.create(shareOf(secrets, { files }))).toEqual({ ok: true })
    const [row] = await sql<{ id: string }[]>`
      SELECT id FROM ${sql(`share_${await sliceOf(sql, 'share', secrets.locator)}`)}
      WHERE locator = ${secrets.locator}`
    if ((await sliceOf(sql, 'opener', row?.id ?? '')) !== 0) return secrets
  }
}

/** Everything that is asked of a share. */
const askAll = async (store: Store, secrets: Secrets): Promise<void> => {
  const [ask, owner] = [askOf(secrets), ownerOf(secrets)]
  expect(await store.open(ask, noon)).not.toBeNull()
  expect(await store.open({ ...ask, pass: Buffer.alloc(32) }, noon)).toBeNull()
  expect(await store.piece({ ...ask, file: pieceOf(secrets).file, part: 0 }, noon)).not.toBeNull()
  const reply = replyOf(secrets)
  expect(await store.reply(reply, noon)).toBe('kept')
  expect(await store.replies(owner)).toHaveLength(1)
  expect(await store.taken(owner, [reply.id], noon)).not.toBeNull()
  expect(await store.pause(owner, noon)).toMatchObject({ state: 'paused' })
  expect(await store.resume(owner, noon)).toMatchObject({ state: 'live' })
  expect(await store.own(owner, noon)).not.toBeNull()
  expect(await store.stop(owner, noon)).toMatchObject({ state: 'ended' })
}

const firsts = sliced.map((table) => `${table}_0`)

test.skipIf(!cluster)(
  'RELAY-480 while a slice is shut who needs another goes on, and who needs it waits for it alone',
  { timeout: 60_000 },
  async () => {
    const url = newUrl()
    const [store, other, sql] = [storeOn(url), storeOn(url), sqlOn(url)]
    await store.sweep(noon)
    const here = await secretsFor(sql, true)
    await other.create(shareOf(here))
    const closed = await shut(sql, ...firsts)
    // PostgreSQL thinks of a plan for all values when it has seen a statement five times.
    for (let round = 0; round < 8; round++) await askAll(store, await makeElsewhere(store, sql))
    const elsewhere = await makeElsewhere(store, sql)
    const waiting = other.open(askOf(here), noon)
    await eventually(() => isAwaited(sql, 'share_0'))
    expect(await store.open(askOf(elsewhere), noon)).not.toBeNull()
    await closed.open()
    expect(await waiting).not.toBeNull()
    await Promise.all([store.close(), other.close(), sql.end()])
  },
)

test.skipIf(!cluster)(
  'RELAY-481 a sweep passes over a slice that is shut, and takes it the next time',
  { timeout: 60_000 },
  async () => {
    const url = newUrl()
    const [store, sql] = [storeOn(url), sqlOn(url)]
    await store.sweep(noon)
    const all = [await secretsFor(sql, true), await secretsFor(sql, false), newSecrets()]
    for (const secrets of all) await store.create(shareOf(secrets, { until: noon + day }))
    const count = (await sql`SELECT 1 FROM share_0`).count
    expect(count).toBeGreaterThan(0)
    const closed = await shut(sql, 'share_0', 'piece_0')
    expect(await store.sweep(noon + day)).toMatchObject({ ended: all.length - count })
    await closed.open()
    expect(await store.sweep(noon + day)).toMatchObject({ ended: count })
    await Promise.all([store.close(), sql.end()])
  },
)

/** Which file each slice lies in: another one after it was written anew. */
const filesOf = async (sql: Beside): Promise<ReadonlyMap<string, string>> => {
  const names = sliced.flatMap(slicesOf)
  const rows = await sql<{ name: string; file: string }[]>`
    SELECT relname AS name, pg_relation_filenode(oid)::text AS file FROM pg_class
    WHERE relname = ANY(${names})`
  return new Map(rows.map(({ name, file }) => [name, file]))
}

const changedIn = async (
  sql: Beside,
  before: ReadonlyMap<string, string>,
): Promise<readonly string[]> =>
  [...(await filesOf(sql))]
    .filter(([name, file]) => before.get(name) !== file)
    .map(([name]) => name)

test.skipIf(!cluster)(
  'RELAY-482 a rewrite leaves a slice in use, comes back to it alone, and is done once all are',
  { timeout: 60_000 },
  async () => {
    const url = newUrl()
    const [store, other, sql] = [storeOn(url, 1), storeOn(url), sqlOn(url)]
    const pool = createPool(url, { size: 1, patience: 15 })
    const asked = (what: (on: Sql) => Promise<number | null>) => pool.run(what)
    await store.ready()
    const here = await secretsFor(sql, true)
    await other.create(shareOf(here))
    const before = await filesOf(sql)
    expect(before.size).toBe(sliced.length * 32)
    const reader = await sql.reserve()
    await reader`BEGIN`
    await reader`SELECT count(*) FROM share_0`
    const sweeping = store.sweep(noon)
    await eventually(() => isAwaited(sql, 'share_0'))
    // Behind a rewrite that waits; it must not wait for long.
    expect(await other.open(askOf(here), noon)).not.toBeNull()
    await sweeping
    expect(await changedIn(sql, before)).toHaveLength(before.size - 1)
    expect(await asked(lastDone)).toBe(0)
    await reader`COMMIT`
    reader.release()
    const between = await filesOf(sql)
    await store.sweep(noon + 60)
    expect(await changedIn(sql, between)).toEqual(['share_0'])
    expect(await asked(lastDone)).toBe(noon)
    expect(await asked(shutFor)).toBeGreaterThan(0)
    pool.close()
    await Promise.all([store.close(), other.close(), sql.end()])
  },
)

/** As many rows as make a look through a slice dearer than its index. */
const fill = (sql: Beside) =>
  sql.unsafe(`
    INSERT INTO share (locator, owner, "wrapKey", until, openers, tries, "triesLeft", counter, forget)
    SELECT decode(md5(n::text), 'hex'), '', CASE WHEN n % 5 = 0 THEN ''::bytea END,
      ${noon} + (n % 7 + 1) * ${day} - CASE WHEN n % 5 = 0 THEN 0 ELSE 8 * ${day} END, 5, 10, 10, 1, ${noon + 40 * day}
    FROM generate_series(1, 40000) n;
    INSERT INTO opener SELECT id, decode(md5(id::text), 'hex') FROM share;
    INSERT INTO reply (id, token, sealed) SELECT id, decode(md5(id::text), 'hex'), '' FROM share;
    INSERT INTO piece (locator, owner, file, part, length, "wrapKey", until)
      SELECT locator, owner, locator, 0, 9, '', ${noon + 8 * day} FROM share;
    INSERT INTO body SELECT id, ${dayOf(noon + 7 * day)}, '' FROM share;
    INSERT INTO chunk SELECT place, ${dayOf(noon + 7 * day)}, '' FROM piece;
    INSERT INTO chunk SELECT -place, ${dayOf(stagedUntil(noon))}, '' FROM piece;
    ANALYZE`)

test.skipIf(!cluster)(
  'RELAY-485 no statement of the store on PostgreSQL looks through a table that is large',
  { timeout: 60_000 },
  async () => {
    const url = newUrl()
    const [first, sql] = [storeOn(url), sqlOn(url)]
    await first.sweep(noon)
    await first.close()
    await fill(sql)
    const name = new URL(url).pathname.slice(1)
    // The server tells of each statement, a trigger's too, how it went about it.
    await sql.unsafe(`ALTER DATABASE ${name} SET session_preload_libraries = 'auto_explain';
      ALTER DATABASE ${name} SET auto_explain.log_min_duration = 0;
      ALTER DATABASE ${name} SET auto_explain.log_nested_statements = on`)
    const store = storeOn(url)
    await askAll(store, await makeElsewhere(store, sql))
    const living = await makeElsewhere(store, sql)
    expect(await store.open(askOf(living), noon)).not.toBeNull()
    const next = { ...shareOf(living), counter: 2, files: [] }
    expect(await store.replace(next, noon)).toEqual({ ok: true })
    expect(await store.sweep(noon)).toEqual({ ended: 0, forgotten: 0 })
    await store.close()
    const told = readFileSync(`${cluster?.folder}/pg.log`, 'utf8')
    const scans = (log: string) =>
      log.match(/Seq Scan on (?:share|opener|reply|piece|body|chunk)\w*/g)
    expect(told.match(/Index Scan using share_\d+_locator/g)?.length).toBeGreaterThan(10)
    expect(scans(told)).toBeNull()
    const looker = sqlOn(url)
    await looker`SELECT count(*) FROM share WHERE opens = 3`
    expect(scans(readFileSync(`${cluster?.folder}/pg.log`, 'utf8'))).not.toBeNull()
    await Promise.all([sql.end(), looker.end()])
  },
)
