import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createConnection, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Running } from '../../src/relay/serve.ts'
import { paths } from '../../src/share/contract.ts'
import { createFrame, day, dropFolder, newSecrets, openRequest, type Secrets } from './given.ts'
import { configIn, newHouse, seconds, startHere } from './running.ts'

// Callers who take their time, on a real port.

let house: string
let running: Running | null = null
let sockets: Socket[] = []
beforeEach(() => {
  house = newHouse()
})
afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  sockets = []
  await running?.stop()
  running = null
  dropFolder(house)
})

const start = async (more: Parameters<typeof configIn>[1]): Promise<string> => {
  running = await startHere(configIn(house, more))
  return `http://127.0.0.1:${running.ports.app}`
}

/** A connection of its own, from `address`; it reads nothing until it is told to. */
const connect = async (address = '127.0.0.1'): Promise<Socket> => {
  const socket = createConnection({
    port: running?.ports.app ?? 0,
    host: '127.0.0.1',
    localAddress: address,
  })
  sockets.push(socket)
  socket.on('error', () => {})
  await once(socket, 'connect')
  return socket.pause()
}

const headOf = (path: string, length: number): string =>
  `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n`

const share = (bytes: number, secrets = newSecrets()) =>
  createFrame(secrets, { until: seconds() + day, openers: 100 }, randomBytes(bytes))

const make = (url: string, bytes: number, secrets?: Secrets): Promise<Response> =>
  fetch(url + paths.create, { method: 'POST', body: share(bytes, secrets) })

const asksFor = (secrets: Secrets): string => {
  const body = JSON.stringify(openRequest(secrets))
  return headOf(paths.open, body.length) + body
}

/** All that comes on a connection until the other end closes it. */
const restOf = async (socket: Socket): Promise<number> => {
  let bytes = 0
  socket.on('data', (chunk: Buffer) => (bytes += chunk.length))
  await new Promise((resolve) => (socket.closed ? resolve(null) : socket.once('close', resolve)))
  return bytes
}

const patient = { timeout: 60_000 }

test('RELAY-200 who takes nothing of an answer is hung up on', patient, async () => {
  const url = await start({ patience: 1 })
  const secrets = newSecrets()
  const size = 4_900_000
  expect((await make(url, size, secrets)).status).toBe(201)
  // Several, because the system's own buffers take some megabytes.
  const slow = await Promise.all(Array.from({ length: 4 }, () => connect()))
  for (const socket of slow) for (let at = 0; at < 6; at++) socket.write(asksFor(secrets))
  await wait(4000)
  for (const socket of slow) expect(await restOf(socket.resume())).toBeLessThan(5 * size)
})

test('RELAY-200 pages, too, wait for nobody who takes nothing', patient, async () => {
  mkdirSync(join(house, 'dist/app/a'))
  writeFileSync(join(house, 'dist/app/a/large.js'), randomBytes(1_000_000))
  await start({ patience: 1 })
  const socket = await connect()
  for (let at = 0; at < 40; at++) socket.write('GET /a/large.js HTTP/1.1\r\nHost: x\r\n\r\n')
  await wait(8000)
  expect(await restOf(socket.resume())).toBeLessThan(35_000_000)
})

test('RELAY-200 who takes an answer slowly, but takes it, gets it whole', async () => {
  const url = await start({ patience: 1 })
  const secrets = newSecrets()
  expect((await make(url, 4_000_000, secrets)).status).toBe(201)
  const socket = await connect()
  socket.write(asksFor(secrets).replace('Host', 'Connection: close\r\nHost'))
  let bytes = 0
  for (let closed = false; !closed; await wait(20)) {
    for (let part: Buffer | null; (part = socket.read());) bytes += part.length
    closed = socket.closed || socket.readableEnded
  }
  expect(bytes).toBeGreaterThan(4_000_000)
})

test('RELAY-201 an upload that stands still is cut off, also when it began in a hurry', async () => {
  await start({ patience: 1 })
  const socket = await connect()
  const began = performance.now()
  socket.resume().write(headOf(paths.create, 5_000_000))
  socket.write(randomBytes(4_000_000))
  await restOf(socket)
  // Its four megabytes would have bought it four minutes.
  expect(performance.now() - began).toBeLessThan(60_000)
})

test('RELAY-201 slow uploads of one address leave room for those of others', async () => {
  await start({ patience: 5 })
  for (let at = 0; at < 12; at++) {
    const socket = await connect()
    socket.write(headOf(paths.create, 5_000_000))
    socket.write(randomBytes(100_000))
  }
  const stranger = await connect('127.0.0.2')
  const body = share(4_000_000)
  stranger.resume().write(headOf(paths.create, body.length))
  stranger.write(body)
  const [said] = await once(stranger, 'data')
  expect(String(said)).toMatch(/^HTTP\/1\.1 201 /)
})

test('RELAY-203 one address holds so many connections, and others get theirs', async () => {
  const url = await start({ connectionsEach: 3 })
  const other = await Promise.all(Array.from({ length: 3 }, () => connect('127.0.0.3')))
  const more = await connect('127.0.0.3')
  expect(await restOf(more.resume())).toBe(0)
  expect((await fetch(url)).status).toBe(200)
  other[0]?.destroy()
  const again = async (): Promise<string> => {
    const socket = await connect('127.0.0.3')
    socket.resume().write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
    const said = await Promise.race([once(socket, 'data'), once(socket, 'close')])
    return String(said[0]).slice(0, 12)
  }
  await expect.poll(again, { timeout: 10_000 }).toBe('HTTP/1.1 200')
})

test('RELAY-204 files of pages are counted, and who takes too many waits', async () => {
  const url = await start({ loads: 4 })
  const statuses = []
  for (let at = 0; at < 6; at++) statuses.push((await fetch(url)).status)
  // A minute may end in between.
  expect(statuses.filter((status) => status === 503).length).toBeGreaterThan(0)
  expect(statuses.slice(0, 4)).toEqual([200, 200, 200, 200])
})

test('RELAY-205 a target with a host of its own is refused, whatever it leads to', async () => {
  await start({})
  for (const target of [`http://x${paths.about}`, 'http://x/', '*', 'x']) {
    const socket = await connect()
    socket.resume().write(`POST ${target} HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}`)
    const [said] = await once(socket, 'data')
    expect(String(said)).toMatch(/^HTTP\/1\.1 400 /)
  }
})
