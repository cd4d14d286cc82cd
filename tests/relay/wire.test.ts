import { createConnection } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Running } from '../../src/relay/serve.ts'
import { paths } from '../../src/share/contract.ts'
import { createFrame, day, dropFolder, newSecrets, openRequest } from './given.ts'
import { configIn, newHouse, seconds, startHere } from './running.ts'

// What the API promises, once more on a real port: there it has another carrier.

let house: string
let relay: Running
beforeAll(async () => {
  house = newHouse()
  relay = await startHere(configIn(house, { patience: 1 }))
})
afterAll(async () => {
  await relay.stop()
  dropFolder(house)
})

/** Sends raw bytes and gives back all that comes, without the date. */
const say = (wire: string): Promise<string> =>
  new Promise((resolve) => {
    let said = ''
    const socket = createConnection(relay.ports.app, '127.0.0.1')
    socket.on('data', (chunk) => (said += chunk.toString('latin1')))
    socket.on('error', () => {})
    socket.on('close', () => resolve(said.replace(/^Date: .*\r\n/m, '')))
    socket.write(wire)
  })

const head = (path: string, length: number | string, method = 'POST'): string =>
  `${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${length}\r\n\r\n`

const ask = (path: string, wire: object): Promise<string> => {
  const body = JSON.stringify(wire)
  return say(head(path, body.length) + body)
}

test('RELAY-20 a share goes in and comes out over a port', async () => {
  const secrets = newSecrets()
  const url = `http://127.0.0.1:${relay.ports.app}`
  const body = createFrame(secrets, { until: seconds() + day }, Buffer.alloc(300_000, 'ab'))
  expect((await fetch(url + paths.create, { method: 'POST', body })).status).toBe(201)
  const asked = JSON.stringify(openRequest(secrets))
  const opened = await fetch(url + paths.open, { method: 'POST', body: asked })
  const bytes = Buffer.from(await opened.arrayBuffer())
  expect(bytes.subarray(-300_000).equals(Buffer.alloc(300_000, 'ab'))).toBe(true)
  expect(opened.headers.get('content-length')).toBe(`${bytes.length}`)
})

test('RELAY-21 refusals are byte for byte the same on a port, too', async () => {
  const secrets = newSecrets()
  const first = await ask(paths.open, openRequest(newSecrets()))
  expect(first).toMatch(/^HTTP\/1\.1 404 /)
  const { locator } = openRequest(secrets)
  expect(await ask(paths.open, openRequest(newSecrets(), { locator }))).toBe(first)
  expect(await ask('/v1/list', {})).toBe(first)
})

test('RELAY-23 no other method does anything on a port', async () => {
  for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS']) {
    const answer = await say(head(paths.open, 0, method))
    expect(answer).toMatch(/^HTTP\/1\.1 405 /)
    expect(answer).toContain('\r\nAllow: POST\r\n')
  }
  expect(await say(head(`${paths.open}?x=1`, 0, 'HEAD'))).toMatch(/^HTTP\/1\.1 405 /)
})

test('RELAY-26 a caller on a port names a length, and sends as much', async () => {
  const start = `POST ${paths.open} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n`
  expect(await say(`${start}\r\n`)).toMatch(/^HTTP\/1\.1 411 /)
  expect(await say(`${start}Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n`)).toMatch(
    /^HTTP\/1\.1 411 /,
  )
  expect(await say(`${head(paths.open, 9000)}{}`)).toMatch(/^HTTP\/1\.1 413 /)
  expect(await say(`${head(paths.open, 40)}{}`)).toMatch(/^HTTP\/1\.1 408 /)
})

test('RELAY-49 answers on a port tell nothing of what made them', async () => {
  const answer = await ask(paths.about, {})
  expect(answer).toMatch(/^HTTP\/1\.1 200 /)
  expect(answer).toContain('\r\nCache-Control: no-store\r\n')
  expect(answer).not.toMatch(/\r\n(server|x-powered-by|set-cookie):/i)
})
