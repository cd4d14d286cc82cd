import { expect, test } from 'vitest'
import { createPool } from '../../src/relay/postgres/pool.ts'
import { dayOf, migrate } from '../../src/relay/postgres/schema.ts'
import { createPostgresStore } from '../../src/relay/postgres/store.ts'
import { sqlOn, startCluster } from './cluster.ts'
import {
  allBytesIn,
  askOf,
  day,
  newSecrets,
  noon,
  ownerOf,
  pieceOf,
  replyOf,
  shareOf,
} from './given.ts'
import { eventually } from './standbys.ts'

// PostgreSQL's tables before they were sliced, and what relays of that time ask of them afterwards.

const cluster = await startCluster()
const newUrl = (): string => cluster?.newDatabase() ?? ''

/** Steps of the layout before. */
const before = 6

type Beside = ReturnType<typeof sqlOn>

/** Two shares with all that may be beside one, and a number that was given away and is free again. */
const fillBefore = (sql: Beside) =>
  sql.unsafe(`
    INSERT INTO share (locator, link, pass, owner, reply, "wrapKey", "serverShare", until, openers, tries, "triesLeft",
      counter, opened, opens, wrong, unseen, "lastOpen", forget)
      SELECT decode(md5(n::text), 'hex'), '1', '2', '3', '4', '5', '6', ${noon}, 7, 8, n, 9, 10, 11, 12, 13, 14, ${noon}
      FROM generate_series(1, 3) n;
    INSERT INTO opener SELECT id, 'token', 1, 0, ${noon} FROM share;
    INSERT INTO reply (id, token, sealed) SELECT id, 'token', 'sealed' FROM share;
    INSERT INTO piece (locator, owner, file, part, length, "wrapKey", until, staged)
      SELECT locator, owner, 'file', 0, 7, 'key', ${noon}, 1 FROM share;
    DELETE FROM share WHERE id = 3;
    DELETE FROM reply WHERE id = 3;
    DELETE FROM piece WHERE place = 3`)

const allIn = async (sql: Beside): Promise<object> => ({
  share: [...(await sql`SELECT * FROM share ORDER BY id`)],
  opener: [...(await sql`SELECT * FROM opener ORDER BY id`)],
  reply: [...(await sql`SELECT * FROM reply ORDER BY id`)],
  piece: [...(await sql`SELECT * FROM piece ORDER BY place`)],
})

/** Whether the step waits for a table, and so has the one before. */
const isAwaited = async (sql: Beside, table: string): Promise<boolean> => {
  const rows = await sql`
    SELECT 1 FROM pg_locks WHERE relation = ${table}::regclass AND NOT granted`
  return rows.count > 0
}

test.skipIf(!cluster)(
  'RELAY-483 slicing the tables keeps all, gives way to who is in the way, and counts on above every number',
  { timeout: 60_000 },
  async () => {
    const url = newUrl()
    const [sql, pool] = [sqlOn(url), createPool(url, { size: 1, patience: 30 })]
    await pool.run((on) => migrate(on, before))
    await fillBefore(sql)
    const held = await allIn(sql)
    const store = createPostgresStore({ url, mostBytes: 1e12 })
    // A create of a share with files, which looks for the files first: the step wants the two the other way round.
    const create = await sql.reserve()
    await create`BEGIN`
    await create`SET LOCAL deadlock_timeout = '20s'`
    await create`SELECT count(*) FROM piece`
    const laid = store.ready()
    await eventually(() => isAwaited(sql, 'piece'))
    await create`UPDATE share SET opens = opens WHERE id = 1`
    await create`COMMIT`
    create.release()
    expect(await laid).toBe(true)
    expect(await allIn(sql)).toMatchObject(held)
    const secrets = newSecrets()
    await store.put(pieceOf(secrets), noon)
    await store.create(shareOf(secrets))
    await store.reply(replyOf(secrets), noon)
    const [made] = await sql`
      SELECT share.id > 3 AS share, reply.place > 3 AS reply, piece.place > 3 AS piece
      FROM share JOIN reply USING (id) JOIN piece USING (locator) WHERE locator = ${secrets.locator}`
    expect(made).toEqual({ share: true, reply: true, piece: true })
    const [kept] = await sql`SELECT to_regclass('share_before') AS kept`
    expect(kept).toEqual({ kept: null })
    pool.close()
    await Promise.all([sql.end(), store.close()])
  },
)

test.skipIf(!cluster)(
  'RELAY-483 what was erased before the tables were sliced lies in no file of theirs afterwards',
  { timeout: 60_000 },
  async () => {
    const url = newUrl()
    const [sql, pool] = [sqlOn(url), createPool(url, { size: 1, patience: 30 })]
    const filed = async (): Promise<string> => {
      await sql`CHECKPOINT`
      return allBytesIn(`${cluster?.folder}/pg/base`)
    }
    await pool.run((on) => migrate(on, before))
    await fillBefore(sql)
    await sql`UPDATE share SET "wrapKey" = 'MARKEDKEYMARKEDKEY'`
    await sql`UPDATE share SET "wrapKey" = NULL`
    await sql`UPDATE reply SET sealed = 'MARKEDREPLY'`
    await sql`DELETE FROM reply`
    const erased = ['MARKEDKEYMARKEDKEY', 'MARKEDREPLY']
    const marked = await filed()
    expect(erased.filter((mark) => marked.includes(mark))).toEqual(erased)
    const store = createPostgresStore({ url, mostBytes: 1e12 })
    await store.ready()
    const clean = await filed()
    expect(erased.filter((mark) => clean.includes(mark))).toEqual([])
    pool.close()
    await Promise.all([sql.end(), store.close()])
  },
)

/** What that version asks where this one asks it otherwise: by a share's number alone, and of all slices at once. */
const asksOf = (sql: Beside, id: string, locator: Uint8Array) => ({
  view: () =>
    sql`UPDATE share SET opened = opened + 1, opens = opens + 1, "lastOpen" = 1 WHERE id = ${id}`,
  wrong: () =>
    sql`UPDATE share SET "triesLeft" = "triesLeft" - 1, wrong = wrong + 1 WHERE id = ${id}`,
  unseen: () => sql`UPDATE share SET unseen = greatest(0, unseen + 1) WHERE id = ${id}`,
  swap: () => sql`UPDATE share SET "wrapKey" = '7', until = ${noon}, counter = 2 WHERE id = ${id}`,
  opener: () => sql`INSERT INTO opener (id, token, wrong) VALUES (${id}, 'token', 1)
    ON CONFLICT (id, token) DO UPDATE SET wrong = opener.wrong + 1`,
  held: () =>
    sql`UPDATE opener SET held = NULL WHERE held <= ${noon} AND (admitted = 1 OR wrong > 0)`,
  staged: () => sql`SELECT coalesce(sum(length), 0)::bigint AS bytes FROM piece WHERE staged = 1`,
  keep: () => sql`WITH kept AS (
      UPDATE piece SET until = ${noon} WHERE locator = ${locator} RETURNING place)
    UPDATE chunk SET day = ${dayOf(noon)} FROM kept WHERE chunk.place = kept.place`,
  pieces: () => sql`
    WITH over AS (SELECT place FROM piece WHERE until <= ${noon} LIMIT 1000),
    gone AS (DELETE FROM chunk USING over WHERE chunk.place = over.place)
    DELETE FROM piece USING over WHERE piece.place = over.place`,
  end: () => sql`
    WITH over AS (
      SELECT id FROM share WHERE until <= ${noon} AND "wrapKey" IS NOT NULL LIMIT 1000 FOR UPDATE SKIP LOCKED),
    gone AS (DELETE FROM opener USING over WHERE opener.id = over.id)
    UPDATE share SET link = NULL, pass = NULL, reply = NULL, "wrapKey" = NULL, "serverShare" = NULL
    FROM over WHERE share.id = over.id`,
  forget: () => sql`DELETE FROM share WHERE id IN (
      SELECT id FROM share WHERE forget <= ${noon + 90 * day} AND "wrapKey" IS NULL LIMIT 1000)`,
})

const countsIn = async (sql: Beside) => {
  const [counts] = await sql`SELECT (SELECT count(*) FROM opener)::integer AS openers,
    (SELECT count(*) FROM reply)::integer AS replies, (SELECT count(*) FROM piece)::integer AS pieces,
    (SELECT count(*) FROM share)::integer AS shares`
  return counts
}

test.skipIf(!cluster)(
  'RELAY-484 what a relay of the version before asks works on sliced tables',
  { timeout: 60_000 },
  async () => {
    const url = newUrl()
    const [store, sql] = [createPostgresStore({ url, mostBytes: 1e12 }), sqlOn(url)]
    const secrets = newSecrets()
    await store.sweep(noon)
    await store.put(pieceOf(secrets), noon)
    await store.create(shareOf(secrets))
    await store.open(askOf(secrets), noon)
    await store.reply(replyOf(secrets), noon)
    const [row] = await sql<{ id: string }[]>`SELECT id FROM share`
    const ask = asksOf(sql, row?.id ?? '', secrets.locator)
    for (const one of ['view', 'wrong', 'unseen', 'opener', 'opener'] as const)
      expect([one, (await ask[one]()).count]).toEqual([one, 1])
    expect(await store.look(ownerOf(secrets), noon)).toMatchObject({ opens: 2, wrong: 1 })
    expect([...(await ask.staged())]).toEqual([{ bytes: `${pieceOf(secrets).sealed.length}` }])
    expect((await ask.held()).count).toBe(0)
    expect(await countsIn(sql)).toEqual({ openers: 2, replies: 1, pieces: 1, shares: 1 })
    for (const one of ['swap', 'keep', 'pieces', 'end'] as const)
      expect([one, (await ask[one]()).count]).toEqual([one, 1])
    expect(await countsIn(sql)).toEqual({ openers: 0, replies: 1, pieces: 0, shares: 1 })
    expect((await ask.opener()).count).toBe(1)
    expect((await ask.forget()).count).toBe(1)
    expect(await countsIn(sql)).toEqual({ openers: 0, replies: 0, pieces: 0, shares: 0 })
    await Promise.all([store.close(), sql.end()])
  },
)
