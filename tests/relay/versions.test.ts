import { expect, test } from 'vitest'
import { createPool } from '../../src/relay/postgres/pool.ts'
import { dayOf, layouts, makeDay, migrate } from '../../src/relay/postgres/schema.ts'
import { createPostgresStore } from '../../src/relay/postgres/store.ts'
import { newKey, wrap } from '../../src/relay/wrap.ts'
import { paths } from '../../src/share/contract.ts'
import type { Store } from '../../src/relay/store.ts'
import { sqlOn, startCluster } from './cluster.ts'
import { goodCall, newTarget } from './described.ts'
import {
  askOf,
  day,
  dropFolder,
  newFolder,
  newSecrets,
  noon,
  ownerOf,
  pieceOf,
  post,
  relayOn,
  replyOf,
  seenOf,
  shareOf,
  sqliteIn,
} from './given.ts'

// What happens between two versions: of the contract, and of the layout of the database.

test('RELAY-270 a path speaks the version in its name, and a call of another is malformed', async () => {
  const folder = newFolder()
  const store = sqliteIn(folder)
  const relay = relayOn(store, { now: Math.floor(Date.now() / 1000) })
  const { heads } = newTarget(true)
  for (const [path, head] of heads) {
    if (path === paths.about) continue
    const answer = await post(
      relay,
      path,
      new Uint8Array(goodCall(path, { ...Object(head), version: 2 }).wire),
    )
    expect([path, answer.status, await answer.text()]).toEqual([path, 400, '{"why":"malformed"}'])
  }
  const none = await seenOf(await post(relay, '/v1/nothing', {}))
  for (const path of Object.values(paths))
    expect(await seenOf(await post(relay, path.replace('/v1/', '/v2/'), {}))).toEqual(none)
  expect(await (await post(relay, paths.about, {})).json()).toMatchObject({ version: 1 })
  await store.close()
  dropFolder(folder)
})

const cluster = await startCluster()

/** Layouts before this one, by how many steps they have. */
const older = Array.from({ length: layouts - 1 }, (_, at) => at + 1)

/** A share as a relay of that layout wrote it; only the first columns were there in all of them. */
const layOut = async (url: string, steps: number, secrets: ReturnType<typeof newSecrets>) => {
  const pool = createPool(url, { size: 1, patience: 15 })
  const { locator, link, pass, owner, serverShare, until, body, openers, tries } = shareOf(secrets)
  const wrapKey = newKey()
  const wrapped = Buffer.concat(wrap(wrapKey, locator, body))
  await pool.run((sql) => migrate(sql, steps))
  await pool.run(async (sql) => {
    if (steps >= layouts) await makeDay(sql, dayOf(until))
    else
      await sql.unsafe(`CREATE TABLE body_${dayOf(until)} PARTITION OF body
      FOR VALUES FROM (${dayOf(until)}) TO (${dayOf(until) + 1})`)
    await sql`INSERT INTO share (locator, link, pass, owner, "wrapKey", "serverShare", until, openers, tries,
        "triesLeft", counter, forget, opened, opens)
      VALUES (${locator}, ${link}, ${pass}, ${owner}, ${wrapKey}, ${serverShare}, ${until}, ${openers}, ${tries},
        ${tries}, 1, ${until + 1}, 2, 3)`
    await sql`INSERT INTO body SELECT id, ${dayOf(until)}, ${wrapped} FROM share`
  })
  pool.close()
}

for (const steps of older)
  test.skipIf(!cluster)(
    `RELAY-271 a share in a layout of ${steps} steps is served by this version`,
    async () => {
      const url = cluster?.newDatabase() ?? ''
      const secrets = newSecrets()
      await layOut(url, steps, secrets)
      const store = createPostgresStore({ url, mostBytes: 1e12 })
      const opened = await store.open(askOf(secrets), noon)
      expect(Buffer.from(opened?.body ?? []).toString()).toBe('sealed')
      expect(await store.look(ownerOf(secrets), noon)).toMatchObject({
        state: 'live',
        openers: 3,
        opens: 4,
      })
      // It was made before replies were.
      expect(await store.reply(replyOf(secrets), noon)).toBeNull()
      const young = newSecrets()
      expect(await store.create(shareOf(young))).toEqual({ ok: true })
      expect(await store.stop(ownerOf(secrets), noon)).toMatchObject({ state: 'ended' })
      await store.sweep(noon)
      expect(await store.open(askOf(young), noon)).not.toBeNull()
      await store.close()
    },
  )

/** Calls of every sort, each answered as it should be. */
const callAll = async (store: Store): Promise<void> => {
  const secrets = newSecrets()
  const piece = pieceOf(secrets)
  expect(await store.put(piece, noon)).toBe('kept')
  const files = [{ id: piece.file, pieces: 1 }]
  expect(await store.create(shareOf(secrets, { files }))).toEqual({ ok: true })
  const ask = askOf(secrets)
  expect(await store.open(ask, noon)).not.toBeNull()
  expect(await store.piece({ ...ask, file: piece.file, part: 0 }, noon)).not.toBeNull()
  expect(await store.reply(replyOf(secrets), noon)).toBe('kept')
  expect(await store.replies(ownerOf(secrets))).toHaveLength(1)
  expect(await store.look(ownerOf(secrets), noon)).toMatchObject({ opens: 1 })
  expect(await store.stop(ownerOf(secrets), noon)).toMatchObject({ state: 'ended' })
}

/** Eight rounds of calls at a time until told to end; gives how many went well, and what went wrong. */
const keepCalling = (store: Store) => {
  let over = false
  const done = { well: 0, faults: new Array<string>() }
  const lane = async (): Promise<void> => {
    while (!over)
      await callAll(store).then(
        () => (done.well += 1),
        (fault: unknown) => done.faults.push(String(fault)),
      )
  }
  const lanes = Promise.all(Array.from({ length: 8 }, lane))
  return {
    well: () => done.well,
    end: async (): Promise<readonly string[]> => {
      over = true
      await lanes
      return done.faults
    },
  }
}

/** What a later version may do to a table in use: columns that have a standard value. One table a step. */
const later = ['share', 'opener', 'reply', 'piece', 'body', 'chunk'].map(
  (table) => `ALTER TABLE ${table} ADD COLUMN later integer NOT NULL DEFAULT 0`,
)

test.skipIf(!cluster)(
  'RELAY-442 a relay goes on without a fault while one of a later version changes the layout',
  async () => {
    const url = cluster?.newDatabase() ?? ''
    const store = createPostgresStore({ url, mostBytes: 1e12 })
    await store.sweep(noon)
    const calls = keepCalling(store)
    // Until every connection knows every statement.
    await expect.poll(calls.well, { timeout: 30_000 }).toBeGreaterThan(80)
    const sql = sqlOn(url)
    for (const step of later) await sql.unsafe(step)
    await sql`INSERT INTO layout VALUES (${layouts})`
    const before = calls.well()
    await expect.poll(calls.well, { timeout: 30_000 }).toBeGreaterThan(before + 80)
    expect(await calls.end()).toEqual([])
    expect(await store.sweep(noon + 8 * day)).toMatchObject({ ended: 0 })
    await expect(createPostgresStore({ url, mostBytes: 1e12 }).ready()).rejects.toThrow('newer')
    await Promise.all([sql.end(), store.close()])
  },
)

test.skipIf(!cluster)(
  'RELAY-442 what a relay of the version before names counts as named',
  async () => {
    const url = cluster?.newDatabase() ?? ''
    const store = createPostgresStore({ url, mostBytes: 1e12 })
    const secrets = newSecrets()
    await store.put(pieceOf(secrets), noon)
    const sql = sqlOn(url)
    const staged = () => sql`SELECT staged FROM piece`
    expect([...(await staged())]).toEqual([{ staged: 1 }])
    // As that version's create does it, which knows nothing of the column.
    await sql`UPDATE piece SET until = ${noon} WHERE owner = ${shareOf(secrets).owner}`
    expect([...(await staged())]).toEqual([{ staged: 0 }])
    await Promise.all([sql.end(), store.close()])
  },
)
