import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkHost } from '../../src/relay/check.ts'
import { readConfig } from '../../src/relay/config.ts'
import { dropFolder, newSecrets, noon, ownerOf, shareOf, sqliteIn } from './given.ts'
import { mounted } from './mount.ts'
import {
  configIn,
  endOf,
  freePort,
  newHouse,
  portOf,
  seconds,
  startApart,
  startHere,
} from './running.ts'

// What a host does wrong, and what is said about it.

let house: string
beforeEach(() => {
  house = newHouse()
})
afterEach(() => dropFolder(house))

type Said = { readonly code: number | null; readonly out: string; readonly err: string }

/** The relay's own command, with `more` set, to its end. */
const run = async (more: Readonly<Record<string, string>>, ...words: string[]): Promise<Said> => {
  const [app, recipient] = [await freePort(), await freePort()]
  const ports = { SAMLAD_APP_PORT: `${app}`, SAMLAD_RECIPIENT_PORT: `${recipient}` }
  const env = { SAMLAD_DATA: join(house, 'data'), SAMLAD_PAGES: join(house, 'dist') }
  const options = { env: { ...env, ...ports, ...more }, stdio: 'pipe' } as const
  const child = spawn(process.execPath, ['src/relay/main.ts', ...words], options)
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const [code] = await once(child, 'close')
  return { code, out, err }
}

/** One line for the host, and an end: no stack, no word of the system's own. */
const expectSentence = ({ code, err }: Said, words: RegExp): void => {
  expect(err).toMatch(words)
  expect(err).toMatch(/^[^\n]+\.\n$/)
  expect(err).not.toMatch(/E[A-Z]{4,}:|SQLITE_|node:|    at /)
  expect(code).toBe(1)
}

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

test('RELAY-650 an address that is none of a database is told without the password in it', () => {
  const read = (url: string) => () => readConfig({ DATABASE_URL: url })
  for (const url of ['postgres://', 'postgres://u:gehe/im@db/x', 'postgres://u:gehe%im@db/x']) {
    expect(read(url)).toThrow(/^DATABASE_URL must be an address such as/)
    expect(read(url)).not.toThrow(/gehe/)
  }
  for (const url of ['postgres://relay@db1:1,db2:2,db3/relay', 'postgresql://u:a,b%2F@db/x?a=b'])
    expect(read(url)()).toMatchObject({ database: url })
})

test('RELAY-651 a folder, a page or an address that is not as it must be is told with what to do', async () => {
  writeFileSync(join(house, 'file'), '')
  for (const [more, words] of [
    [{ SAMLAD_DATA: join(house, 'file') }, /is there already: choose/],
    [{ SAMLAD_DATA: join(house, 'file', 'data') }, /cannot be made: .* no folder/],
    [{ SAMLAD_PAGES: join(house, 'none') }, /run npm run build, or .*SAMLAD_PAGES/],
    [{ SAMLAD_HOST: '192.0.2.1' }, /^SAMLAD_HOST must be an address of this machine/],
    [{ SAMLAD_HOST: 'nobody.invalid' }, /^SAMLAD_HOST must be an address of this machine/],
  ] as const)
    expectSentence(await run(more), words)
})

test('RELAY-651 a database that cannot be used is told with what to do', async () => {
  mkdirSync(join(house, 'data'))
  writeFileSync(join(house, 'data', 'relay.db'), 'This is no database. '.repeat(50))
  expectSentence(await run({}), /^relay\.db in SAMLAD_DATA is damaged, or no relay’s: .*HOSTING/)
  rmSync(join(house, 'data', 'relay.db'))
  rmSync(join(house, 'data', 'lock'))
  mkdirSync(join(house, 'data', 'lock'))
  expectSentence(await run({}), /^The database in SAMLAD_DATA cannot be used: .* another user/)
})

test('RELAY-651 a backup that cannot be made is told with what to do', async () => {
  const file = join(house, 'receipts.db')
  expectSentence(await run({}, 'backup', file), /relay\.db: set SAMLAD_DATA as the relay has it/)
  await sqliteIn(join(house, 'data')).close()
  expect(await run({}, 'backup', file)).toMatchObject({ code: 0, out: '0 receipts\n' })
  expectSentence(await run({}, 'backup', file), /is there already: choose another name/)
  const nowhere = join(house, 'none', 'receipts.db')
  expectSentence(await run({}, 'backup', nowhere), /cannot be made: see that the folder around/)
  const database = { DATABASE_URL: 'postgres://relay@127.0.0.1:1/relay' }
  expectSentence(await run(database, 'backup', nowhere), /copied by psql: docs\/HOSTING\.md/)
})

test('RELAY-656 what was heard of a database that does not answer is told', async () => {
  const on = (url: string) => run({ DATABASE_URL: url, SAMLAD_DATABASE_PATIENCE: '1' })
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
      expectSentence(await run({ SAMLAD_DATA: folder }), /^The disk is full: make room/)
    rmSync(filling)
    await sqliteIn(data).close()
  },
)

test('RELAY-653 what is kept in a folder that others may look into is closed to them', async () => {
  const data = join(house, 'data')
  mkdirSync(data)
  chmodSync(data, 0o755)
  const store = sqliteIn(data)
  await store.create(shareOf(newSecrets()))
  for (const name of ['relay.db', 'relay.db-wal', 'relay.db-shm', 'bodies', 'files'])
    expect([name, statSync(join(data, name)).mode & 0o077]).toEqual([name, 0])
  await store.close()
})

test('RELAY-654 a start is told at once, and one that fails is no stop', async () => {
  const { child, said } = await startApart(house)
  await expect.poll(said).toMatch(/^\d{4}-\d\d-\d\dT\d\dZ started 1\n$/)
  child.kill('SIGTERM')
  expect(await endOf(child)).toBe(0)
  expect((await run({ SAMLAD_HOST: '192.0.2.1' })).out).toBe('')
})

const wrongAt = async (recipientOrigin: string, app?: string): Promise<string> => {
  const findings = await checkHost(configIn(house, { recipientOrigin }), seconds(), app)
  return findings.map(({ ok, text }) => `${ok ? 'fine' : 'wrong'} ${text}`).join('\n')
}

test('RELAY-655 a check says which name leads to the other’s port, and nothing good that is not so', async () => {
  const relay = await startHere(configIn(house))
  const [app, recipient] = [relay.ports.app, relay.ports.recipient].map(
    (port) => `http://127.0.0.1:${port}`,
  )
  const swapped = await wrongAt(app ?? '', recipient)
  expect(swapped).toContain(`wrong ${app} should show the agency’s page and shows the app:`)
  expect(swapped).toContain(`wrong ${recipient} should show the app and shows the agency’s page:`)
  expect(swapped).not.toMatch(/changed/)
  await relay.stop()
  const local = await wrongAt(`http://localhost:${await freePort()}`)
  expect(local).toMatch(/^wrong Links lead to localhost/)
  expect(local).not.toMatch(/HTTPS|TLS/)
  expect(local).toMatch(/^wrong .*cannot be reached from here: nothing listens there/m)
})

test('RELAY-655 where a key or a nearly full folder holds a large body up, a check blames no proxy', async () => {
  const createKey = 'a secret of the host, long enough to be one'
  const bodies = async (more: Parameters<typeof configIn>[1], asked = more): Promise<string> => {
    const relay = await startHere(configIn(house, more))
    const recipientOrigin = `http://127.0.0.1:${relay.ports.recipient}`
    const findings = await checkHost(configIn(house, { ...asked, recipientOrigin }), seconds())
    await relay.stop()
    return findings.map(({ ok, text }) => `${ok ? 'fine' : 'wrong'} ${text}`).join('\n')
  }
  expect(await bodies({ createKey })).toMatch(/^fine Bodies of five megabytes come through/m)
  expect(await bodies({ createKey }, {})).toMatch(/^wrong .* with another SAMLAD_CREATE_KEY/m)
  const full = await bodies({ mostBytes: 1000 })
  expect(full).toMatch(/^wrong It is nearly full/m)
  expect(full).not.toMatch(/raise the proxy/)
})

test('RELAY-655 an answer that is no relay’s, and an address that is none, are told as that', async () => {
  const other = createServer((_, outgoing) => outgoing.end('hello')).listen(0, '127.0.0.1')
  await once(other, 'listening')
  const origin = `http://127.0.0.1:${portOf(other)}`
  expect(await wrongAt(origin)).toMatch(/^wrong The API does not answer there/m)
  other.close()
  expectSentence(await run({}, '--check', 'tools.example.org'), /^Behind --check stands .* https:/)
  expect((await run({}, '--check', `${origin}/`)).out).toContain(`${origin} cannot be reached`)
  expect(await run({}, '--help')).toMatchObject({ code: 0, err: '' })
})
