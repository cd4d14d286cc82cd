import { chmodSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '../../src/relay/config.ts'
import { expectSentence, run } from './command.ts'
import { newSecrets, noon, ownerOf, shareOf, sqliteIn } from './given.ts'
import { houseHere } from './here.ts'
import { mounted } from './mount.ts'
import { endOf, startApart } from './running.ts'

// What a host does wrong, and what is said about it.

const house = houseHere()

test('RELAY-650 a setting that nobody knows, or that cannot be meant, stops the start with its name', () => {
  const wrong: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'SAMLAD_RECIPENT_ORIGIN is no setting': { SAMLAD_RECIPENT_ORIGIN: 'https://read.example.net' },
    'SAMLAD_APP_PORT and SAMLAD_RECIPIENT_PORT must differ': { SAMLAD_APP_PORT: '8081' },
    'SAMLAD_RECIPIENT_PORT and SAMLAD_WATCH_PORT must differ': { SAMLAD_WATCH_PORT: '8081' },
    'SAMLAD_RECIPIENT_ORIGIN must': { SAMLAD_RECIPIENT_ORIGIN: 'ftp://read.example.net' },
    'SAMLAD_DATA must': { SAMLAD_DATA: '' },
    'SAMLAD_PAGES must': { SAMLAD_PAGES: '' },
    // Empty, it would be every address that the machine has.
    'SAMLAD_HOST must': { SAMLAD_HOST: '' },
  }
  for (const [said, env] of Object.entries(wrong)) expect(() => readConfig(env)).toThrow(said)
  expect(readConfig({ SAMLAD_APP_PORT: '9081', PATH: '/bin' }).watchPort).toBe(0)
})

test('RELAY-650 what others make beside it, or what does not stand in its way, stops no start', () => {
  const others = {
    SAMLAD_BROWSER: '/usr/bin/chromium',
    SAMLAD_THOROUGH: '1',
    SAMLAD_SERVICE_HOST: '10.0.0.7',
    SAMLAD_PORT_8080_TCP_ADDR: '10.0.0.7',
    SAMLAD_PORT: 'tcp://10.0.0.7:8080',
  }
  expect(readConfig(others).appPort).toBe(8080)
  expect(() => readConfig({ SAMLAD_PORT: '80' })).toThrow('SAMLAD_PORT is no setting')
  // The watch port is on 127.0.0.1 alone.
  const elsewhere = { SAMLAD_HOST: '192.0.2.5', SAMLAD_WATCH_PORT: '8080' }
  expect(readConfig(elsewhere).watchPort).toBe(8080)
  for (const host of ['127.0.0.1', 'localhost', '0.0.0.0', '::'])
    expect(() => readConfig({ ...elsewhere, SAMLAD_HOST: host })).toThrow('must differ')
})

test('RELAY-650 an address that is none of a database is told without the password in it', () => {
  const read = (url: string) => () => readConfig({ DATABASE_URL: url })
  for (const url of ['postgres:', 'postgres://u:gehe/im@db/x', 'postgres://u:gehe%im@db/x']) {
    expect(read(url)).toThrow(/^DATABASE_URL must be an address such as/)
    expect(read(url)).not.toThrow(/gehe/)
  }
  for (const url of [
    'postgres://relay@db1:1,db2:2,db3/relay',
    'postgresql://u:a,b%2F@db/x?a=b',
    'postgres://',
  ])
    expect(read(url)()).toMatchObject({ database: url })
})

test('RELAY-651 a folder, a page or an address that is not as it must be is told with what to do', async () => {
  writeFileSync(join(house(), 'file'), '')
  for (const [more, words] of [
    [{ SAMLAD_DATA: join(house(), 'file') }, /is there already: choose/],
    [{ SAMLAD_DATA: join(house(), 'file', 'data') }, /cannot be made: .* no folder/],
    [{ SAMLAD_PAGES: join(house(), 'none') }, /run npm run build, or .*SAMLAD_PAGES/],
    [{ SAMLAD_HOST: '192.0.2.1' }, /^SAMLAD_HOST must be an address of this machine/],
    [{ SAMLAD_HOST: 'nobody.invalid' }, /^SAMLAD_HOST must be an address of this machine/],
  ] as const)
    expectSentence(await run(house(), more), words)
})

test('RELAY-651 a database that cannot be used is told with what to do', async () => {
  mkdirSync(join(house(), 'data'))
  writeFileSync(join(house(), 'data', 'relay.db'), 'This is no database. '.repeat(50))
  expectSentence(
    await run(house(), {}),
    /^relay\.db in SAMLAD_DATA is damaged, or no relay’s: .*HOSTING/,
  )
  rmSync(join(house(), 'data', 'relay.db'))
  rmSync(join(house(), 'data', 'lock'))
  mkdirSync(join(house(), 'data', 'lock'))
  expectSentence(
    await run(house(), {}),
    /^The database in SAMLAD_DATA cannot be used: .* another user/,
  )
})

test('RELAY-651 a backup that cannot be made is told with what to do', async () => {
  const file = join(house(), 'receipts.db')
  expectSentence(
    await run(house(), {}, 'backup', file),
    /relay\.db: set SAMLAD_DATA as the relay has it/,
  )
  await sqliteIn(join(house(), 'data')).close()
  expect(await run(house(), {}, 'backup', file)).toMatchObject({ code: 0, out: '0 receipts\n' })
  expectSentence(await run(house(), {}, 'backup', file), /is there already: choose another name/)
  const nowhere = join(house(), 'none', 'receipts.db')
  expectSentence(
    await run(house(), {}, 'backup', nowhere),
    /cannot be made: see that the folder around/,
  )
  const database = { DATABASE_URL: 'postgres://relay@127.0.0.1:1/relay' }
  expectSentence(
    await run(house(), database, 'backup', nowhere),
    /copied by psql: docs\/HOSTING\.md/,
  )
})

test('RELAY-656 what was heard of a database that does not answer is told', async () => {
  const on = (url: string) => run(house(), { DATABASE_URL: url, SAMLAD_DATABASE_PATIENCE: '1' })
  const here = await on('postgres://u:geheim@127.0.0.1:1/relay')
  expectSentence(here, /^PostgreSQL .* in time: nothing listens at the host and port/)
  expect(here.err).not.toContain('geheim')
  expect(here.out).toBe('')
})

const tiny = mounted('ext4', 8)

/** Takes every byte that is left of the disk. */
const fillUp = (folder: string): string => {
  const path = join(folder, 'filling')
  for (let size = 100_000; size > 10; size = Math.floor(size / 10)) {
    try {
      for (;;) writeFileSync(path, Buffer.alloc(size, 1), { flag: 'a' })
    } catch {
      // As much of this size as there is room for.
    }
  }
  return path
}

test.skipIf(tiny === null)(
  'RELAY-652 a start on a disk without a byte left serves stops, and blames no other relay when it cannot',
  async () => {
    const data = join(tiny?.folder ?? '', 'data')
    const before = sqliteIn(data)
    const secrets = newSecrets()
    await before.create(shareOf(secrets))
    await before.close()
    const filling = fillUp(tiny?.folder ?? '')
    const after = sqliteIn(data)
    expect((await after.stop(ownerOf(secrets), noon))?.state).toBe('ended')
    await after.close()
    fillUp(tiny?.folder ?? '')
    for (const folder of [data, join(tiny?.folder ?? '', 'new')])
      expectSentence(await run(house(), { SAMLAD_DATA: folder }), /^The disk is full: make room/)
    rmSync(filling)
    await sqliteIn(data).close()
  },
)

test('RELAY-653 what is kept in a folder that others may look into is closed to them', async () => {
  const data = join(house(), 'data')
  mkdirSync(data)
  chmodSync(data, 0o755)
  const store = sqliteIn(data)
  await store.create(shareOf(newSecrets()))
  for (const name of ['relay.db', 'relay.db-wal', 'relay.db-shm', 'bodies', 'files'])
    expect([name, statSync(join(data, name)).mode & 0o077]).toEqual([name, 0])
  await store.close()
})

test('RELAY-654 a start is told at once, and one that fails is no stop', async () => {
  const { child, said } = await startApart(house())
  await expect.poll(said).toMatch(/^\d{4}-\d\d-\d\dT\d\dZ started 1\n$/)
  child.kill('SIGTERM')
  expect(await endOf(child)).toBe(0)
  expect((await run(house(), { SAMLAD_HOST: '192.0.2.1' })).out).toBe('')
})
