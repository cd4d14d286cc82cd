import { expect, test } from 'vitest'
import { createPool } from '../../src/relay/postgres/pool.ts'
import { dayOf, layouts, makeDay, migrate } from '../../src/relay/postgres/schema.ts'
import { createPostgresStore } from '../../src/relay/postgres/store.ts'
import { newKey, wrap } from '../../src/relay/wrap.ts'
import { paths } from '../../src/share/contract.ts'
import { startCluster } from './cluster.ts'
import { goodCall, newTarget } from './described.ts'
import {
  askOf,
  dropFolder,
  newFolder,
  newSecrets,
  noon,
  ownerOf,
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
