import { once } from 'node:events'
import { chownSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import process from 'node:process'
import { expect, test } from 'vitest'
import { checkHost } from '../../src/relay/check.ts'
import { expectSentence, run } from './command.ts'
import { houseHere } from './here.ts'
import { freePort } from '../ports.ts'
import { configIn, portOf, seconds, startHere } from './running.ts'

// What a check tells a host, and that it calls nothing good that is not so.

const house = houseHere()

const wrongAt = async (recipientOrigin: string, app?: string): Promise<string> => {
  const findings = await checkHost(configIn(house(), { recipientOrigin }), seconds(), app)
  return findings.map(({ ok, text }) => `${ok ? 'fine' : 'wrong'} ${text}`).join('\n')
}

test('RELAY-655 a check says which name leads to the other’s port, and nothing good that is not so', async () => {
  const relay = await startHere(configIn(house()))
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

test('RELAY-655 of a folder whose owner it cannot judge a check says nothing', async () => {
  const data = join(house(), 'data')
  mkdirSync(data, { mode: 0o700 })
  const own = 'fine The data folder is its own.'
  expect(await wrongAt('http://localhost:1')).toContain(own)
  if (process.getuid?.() !== 0) return
  chownSync(data, 65_534, 65_534)
  expect(await wrongAt('http://localhost:1')).not.toContain(own)
})

test('RELAY-655 where a key or a nearly full folder holds a large body up, a check blames no proxy', async () => {
  const createKey = 'a secret of the host, long enough to be one'
  const bodies = async (more: Parameters<typeof configIn>[1], asked = more): Promise<string> => {
    const relay = await startHere(configIn(house(), more))
    const recipientOrigin = `http://127.0.0.1:${relay.ports.recipient}`
    const findings = await checkHost(configIn(house(), { ...asked, recipientOrigin }), seconds())
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
  expectSentence(
    await run(house(), {}, '--check', 'tools.example.org'),
    /^Behind --check stands .* https:/,
  )
  expect((await run(house(), {}, '--check', `${origin}/`)).out).toContain(
    `${origin} cannot be reached`,
  )
  const loud = await run(
    house(),
    {},
    '--check',
    origin.replace('http', 'HTTP').replace('127.0.0.1', 'LOCALHOST'),
  )
  expect(loud.out).toContain(`${origin.replace('127.0.0.1', 'localhost')} cannot be reached`)
  expect(await run(house(), {}, '--help')).toMatchObject({ code: 0, err: '' })
})
