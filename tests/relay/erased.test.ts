import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { checkHost } from '../../src/relay/check.ts'
import { checkRewritten, checkVersion } from '../../src/relay/postgres/check.ts'
import { createPostgresStore } from '../../src/relay/postgres/store.ts'
import type { Store } from '../../src/relay/store.ts'
import { askOf, day, newSecrets, noon, ownerOf, replyOf, shareOf } from './given.ts'
import type { Node } from './nodes.ts'
import * as nodes from './nodes.ts'
import { configIn, seconds } from './running.ts'
import { eventually, startThree } from './standbys.ts'

// Whether erased keys and bodies are gone from every file of a primary and its standbys.

const three = await startThree()

/** A file may go while others are read. */
const bytesOf = (path: string): Buffer => {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}

/** How many of the marks lie anywhere in a server's data folder, its log included. */
const foundIn = ({ data }: Node, marks: readonly Buffer[]): number => {
  const found = new Set<Buffer>()
  for (const entry of readdirSync(data, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const bytes = bytesOf(join(entry.parentPath, entry.name))
    for (const mark of marks) if (bytes.includes(mark)) found.add(mark)
  }
  return found.size
}

const bytesFrom = (node: Node, statement: string): Buffer[] =>
  nodes
    .asked(node, statement)
    .split('\n')
    .map((line) => Buffer.from(line, 'hex'))

/**
 * What a standby does by itself every checkpoint_timeout, five minutes as it comes from PostgreSQL; done
 * at once here, when it has all that the primary has.
 */
const settle = async (primary: Node, standby: Node): Promise<void> => {
  const at = nodes.asked(primary, 'SELECT pg_current_wal_lsn()')
  await eventually(
    () => nodes.asked(standby, `SELECT pg_last_wal_replay_lsn() >= '${at}'::pg_lsn`) === 't',
  )
  nodes.ask(standby, 'CHECKPOINT')
}

const end = noon + 2 * day
const ending = `until = ${end}`

/** Forty shares with a reply each, and marks that tell what was kept of them. */
const fill = async (store: Store, primary: Node) => {
  const all = Array.from({ length: 40 }, () => newSecrets())
  for (const secrets of all)
    await store.create(shareOf(secrets, { until: end, body: randomBytes(3000) }))
  const replies = all.map((secrets) => replyOf(secrets, { sealed: randomBytes(64) }))
  for (const reply of replies) await store.reply(reply, noon)
  const wrapKeys = bytesFrom(primary, `SELECT encode("wrapKey", 'hex') FROM share WHERE ${ending}`)
  const keys = [...wrapKeys, ...all.map(({ serverShare }) => Buffer.from(serverShare))]
  const bodies = bytesFrom(
    primary,
    `SELECT encode(substring(wrapped FROM 100 FOR 64), 'hex') FROM body
      WHERE id IN (SELECT id FROM share WHERE ${ending})`,
  )
  const marks = [...keys, ...bodies, ...replies.map(({ sealed }) => Buffer.from(sealed))]
  return { all, replies, keys, marks }
}

/** Fetches all replies and stops every other share; a sweep without a rewrite ends the rest. */
const endAll = async (
  store: Store,
  url: string,
  { all, replies }: Awaited<ReturnType<typeof fill>>,
) => {
  for (const [at, secrets] of all.entries()) {
    await store.taken(ownerOf(secrets), [replies[at]?.id ?? randomBytes(16)], noon)
    if (at % 2 === 0) await store.stop(ownerOf(secrets), noon)
  }
  const plain = createPostgresStore({ url, mostBytes: 1e12, scrub: 0 })
  await plain.sweep(end + 1)
  await plain.close()
}

const long = { timeout: 180_000 }

test.skipIf(!three)(
  'RELAY-260 after a stop and a rewrite no key is left on any node, and after its day no body',
  long,
  async () => {
    if (!three) return
    const primary = three.primary()
    const settleAll = async (): Promise<void> => {
      for (const standby of three.standbys()) await settle(primary, standby)
    }
    const store = createPostgresStore({ url: three.url(), mostBytes: 1e12, scrub: 24 })
    await store.sweep(noon)
    const kept = newSecrets()
    await store.create(shareOf(kept))
    const filled = await fill(store, primary)
    nodes.ask(primary, 'CHECKPOINT')
    await settleAll()
    expect(filled.marks).toHaveLength(160)
    expect(three.all.map((node) => foundIn(node, filled.marks))).toEqual([160, 160, 160])
    await endAll(store, three.url(), filled)
    nodes.ask(primary, 'VACUUM share')
    await settleAll()
    const before = three.all.map((node) => foundIn(node, filled.keys))
    console.log(
      `keys found after an ordinary vacuum: ${before.join(', ')} of ${filled.keys.length}`,
    )
    expect(Math.max(...before)).toBeGreaterThan(0)
    await store.sweep(end + day + 1)
    await settleAll()
    expect(three.all.map((node) => foundIn(node, filled.marks))).toEqual([0, 0, 0])
    expect(await store.open(askOf(kept), noon)).not.toBeNull()
    await store.close()
  },
)

test('RELAY-294 a version that may acknowledge what no standby has is named', () => {
  for (const version of [140_018, 150_012, 160_008, 170_004])
    expect(checkVersion(version)).toMatchObject({ ok: false })
  for (const version of [150_013, 160_009, 170_005, 180_000])
    expect(checkVersion(version)).toMatchObject({ ok: true })
  expect(checkVersion(150_012).text).toContain('update it to 15.13')
})

const checked = (shut: number | null, hoursAgo = 1, hours = 24) =>
  checkRewritten({ shut, done: noon - hoursAgo * 3600 }, hours, noon).map(({ ok, text }) =>
    ok ? 'fine' : text,
  )

test('RELAY-444 a check names a slice that was shut for longer than a call waits', () => {
  expect(checked(null)).toEqual([])
  expect(checked(2040)).toEqual(['fine', 'fine'])
  expect(checked(21_000)).toEqual([expect.stringContaining('for 21 seconds'), 'fine'])
})

test('RELAY-486 a check names tables that were not written anew in time', () => {
  expect(checked(500, 24.9)).toEqual(['fine', 'fine'])
  expect(checked(500, 27)).toEqual(['fine', expect.stringContaining('27 hours ago, and what')])
  expect(checked(500, 27, 48)).toEqual(['fine', 'fine'])
  expect(checked(500, 27, 0)).toEqual(['fine'])
})

const wrongWith = async (database: string, databasePatience = 15): Promise<string> => {
  const config = configIn('/nowhere', { database, databasePatience })
  const findings = await checkHost(config, seconds())
  return findings.map(({ ok, text }) => `${ok ? 'fine' : 'wrong'} ${text}`).join('\n')
}

test.skipIf(!three)(
  'RELAY-262 a check finds a good database good, and says what is not',
  async () => {
    if (!three) return
    const good = await wrongWith(three.url())
    for (const word of ['version', 'disk', 'standbys', 'log', 'clock', 'database'])
      expect(good).toMatch(new RegExp(`^fine .*${word}`, 'm'))
    expect(good).not.toMatch(/folder/)
    expect(good).not.toMatch(/^wrong (?!Links|Set|http)/m)
    const change = async (...lines: string[]): Promise<void> => {
      nodes.set(three.primary(), ...lines)
      nodes.reload(three.primary())
      await wait(1000)
    }
    nodes.ask(three.primary(), 'CREATE ROLE plain LOGIN')
    await change('wal_recycle = on', "synchronous_standby_names = ''", "log_statement = 'mod'")
    const bad = await wrongWith(three.url().replace('relay@', 'plain@'))
    expect(bad).toMatch(/^wrong .*wal_recycle = off/m)
    expect(bad).toMatch(/^wrong .*synchronous_standby_names/m)
    expect(bad).toMatch(/^wrong .*pg_monitor/m)
    expect(bad).toMatch(/^wrong It writes statements down/m)
    expect(bad).toMatch(/^wrong .*GRANT pg_checkpoint/m)
    expect(await wrongWith('postgres://relay@127.0.0.1:1/relay', 1)).toMatch(/^wrong No primary/m)
  },
  60_000,
)
