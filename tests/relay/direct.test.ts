import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { createConnection, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import type { Call, Reply } from '../../src/relay/call.ts'
import { carryWire } from '../../src/relay/carry.ts'
import { serveDirectly, type Direct } from '../../src/relay/direct.ts'
import { portOf } from './running.ts'

// One connection, and the two who serve it: direct.ts whatever comes whole, node:http all else.

type Answer = (call: Call) => Promise<Reply>
type Served = { readonly server: Server; readonly direct: Direct; readonly byNode: () => number }

let running: Server[] = []
afterEach(() => {
  for (const server of running) server.close().closeAllConnections()
  running = []
})

// Short ones, so that nobody has to wait for node:http's own.
const times = { headersTimeout: 500, requestTimeout: 1_000, connectionsCheckingInterval: 50 }

const serve = async (answer: Answer, patience = 5, keepAlive = 5_000): Promise<Served> => {
  let byNode = 0
  const server = createServer(times, (incoming, outgoing) => {
    byNode += 1
    void carryWire(answer, incoming, outgoing, patience)
  })
  const direct = serveDirectly(server, { answer, patience, keepAlive, margin: 0 })
  running.push(server)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return { server, direct, byNode: () => byNode }
}

const headers = { 'Cache-Control': 'no-store', 'Content-Type': 'text/plain' }

/** Says again what it heard, in the way that the path names. */
const echo: Answer = async (call) => {
  const length = Number(call.header('content-length'))
  const read = await call.read(length, 5)
  const heard = read instanceof Uint8Array ? Buffer.from(read).toString() : String(read)
  if (call.path === '/v1/slow') await wait(200)
  const status = call.path === '/v1/none' ? 404 : 200
  if (call.path === '/v1/none') return { status, headers: { 'Content-Length': '0' }, body: [] }
  if (call.path === '/v1/text') return { status, headers, body: `${heard} åäö` }
  const times = call.path === '/v1/large' ? 300_000 : 1
  return {
    status,
    headers,
    body: [Buffer.from(call.path), Buffer.from(heard.repeat(times))],
  }
}

const request = (path: string, body: string, more = ''): string =>
  `POST /v1/${path} HTTP/1.1\r\nHost: x\r\n${more}Content-Length: ${body.length}\r\n\r\n${body}`

const connect = async ({ server }: Served): Promise<Socket> => {
  const socket = createConnection(portOf(server), '127.0.0.1').on('error', () => {})
  await once(socket, 'connect')
  return socket.setNoDelay()
}

const withoutDate = (said: string): string => said.replaceAll(/Date: .*\r\n/g, '')

/** What has been said once it ends in `end`, without the dates. */
const heardUntil = (socket: Socket, end: string): Promise<string> =>
  new Promise((resolve) => {
    let said = ''
    socket.on('data', (chunk) => {
      said += chunk.toString('latin1')
      if (said.endsWith(end)) resolve(withoutDate(said))
    })
    socket.on('close', () => resolve(withoutDate(said)))
  })

/** One answer on a connection of its own, of a request that is sent in these pieces. */
const answerTo = async (
  served: Served,
  pieces: readonly string[],
  end: string,
): Promise<string> => {
  const socket = await connect(served)
  for (const piece of pieces) {
    socket.write(piece)
    await wait(20)
  }
  const heard = await heardUntil(socket, end)
  socket.destroy()
  return heard
}

test.each([
  ['echo', 'hello'],
  ['text', Buffer.from('hello åäö').toString('latin1')],
  ['none', '\r\n\r\n'],
  ['large', 'hello'.repeat(300_000)],
])(
  'RELAY-491 an answer is byte for byte the same whether its request came whole or in pieces: %s',
  async (path, end) => {
    const served = await serve(echo)
    const sent = request(path, 'hello')
    const whole = await answerTo(served, [sent], end)
    expect(served.byNode()).toBe(0)
    expect(await answerTo(served, [sent.slice(0, 30), sent.slice(30)], end)).toBe(whole)
    expect(served.byNode()).toBe(1)
    expect(whole).toMatch(/^HTTP\/1\.1 (200|404) /)
  },
)

test('RELAY-492 whatever comes behind, in pieces or before the answer is answered in its order', async () => {
  const served = await serve(echo)
  const socket = await connect(served)
  const heard = heardUntil(socket, 'echofive')
  // One whole, one before the answer to it, two in one piece, one in pieces.
  socket.write(request('slow', 'one'))
  await wait(50)
  socket.write(request('echo', 'two'))
  await wait(300)
  socket.write(request('slow', 'three') + request('echo', 'four'))
  socket.write(request('echo', 'five').slice(0, 25))
  await wait(50)
  socket.write(request('echo', 'five').slice(25))
  const bodies = (await heard).matchAll(/\/v1\/(?:slow|echo)(one|two|three|four|five)/g)
  expect([...bodies].map(([, body]) => body)).toEqual(['one', 'two', 'three', 'four', 'five'])
  expect(served.byNode()).toBe(4)
  socket.destroy()
})

test('RELAY-492 many whole requests on one connection need no node:http', async () => {
  const served = await serve(echo)
  const socket = await connect(served)
  let said = ''
  socket.on('data', (chunk) => (said += chunk.toString()))
  for (let at = 0; at < 50; at++) {
    socket.write(request('echo', `<${at}>`))
    await expect.poll(() => said.endsWith(`<${at}>`), { interval: 1 }).toBe(true)
  }
  expect(said.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(50)
  expect(served.byNode()).toBe(0)
  socket.destroy()
})

test('RELAY-492 of who does not wait for an answer no more is read until it is out', async () => {
  const served = await serve(echo)
  const socket = await connect(served)
  const heard = heardUntil(socket, 'slowhello')
  socket.write(request('slow', 'hello'))
  await wait(20)
  socket.write(Buffer.alloc(60_000_000, 'a'))
  await wait(100)
  expect(socket.writableLength).toBeGreaterThan(20_000_000)
  expect(await heard).toContain('/v1/slowhello')
  socket.destroy()
})

test('RELAY-493 a connection that idles is let go, one that waits for its answer is not', async () => {
  const served = await serve(echo, 5, 100)
  const socket = await connect(served)
  const begin = performance.now()
  const heard = heardUntil(socket, 'slowhello')
  socket.write(request('slow', 'hello'))
  await heard
  await once(socket, 'close')
  const took = performance.now() - begin
  expect(took).toBeGreaterThan(250)
  expect(took).toBeLessThan(650)
})

test('RELAY-493 a connection that says nothing is let go as node:http lets it go', async () => {
  const heard = heardUntil(await connect(await serve(echo)), 'never')
  expect(await heard).toMatch(/^HTTP\/1\.1 408 /)
})

test('RELAY-493 who hangs up before the answer leaves nothing behind, and hurts nobody', async () => {
  let over = 0
  const served = await serve(async (call) => ({ ...(await echo(call)), over: () => (over += 1) }))
  const socket = await connect(served)
  socket.write(request('slow', 'hello'))
  await wait(50)
  socket.destroy()
  await expect.poll(() => over).toBe(1)
  await expect.poll(() => connectionsOf(served.server)).toBe(0)
})

test('RELAY-493 who takes nothing of a large answer is broken off, and what it held is let go', async () => {
  let over = 0
  const body = Buffer.alloc(30_000_000, 'a')
  const served = await serve(
    async () => ({ status: 200, headers, body: [body], over: () => (over += 1) }),
    1,
  )
  const socket = (await connect(served)).pause()
  socket.write(request('echo', 'hello'))
  await expect.poll(() => over, { timeout: 5_000 }).toBe(1)
  expect(body).toHaveLength(0)
  await expect.poll(() => connectionsOf(served.server)).toBe(0)
})

test('RELAY-493 who ends its half is answered', async () => {
  const socket = await connect(await serve(echo))
  const heard = heardUntil(socket, 'never')
  socket.end(request('slow', 'hello'))
  expect(await heard).toContain('/v1/slowhello')
})

test('RELAY-494 a stop ends idle connections at once, and answers what is under way first', async () => {
  const served = await serve(echo)
  const [idle, busy] = [await connect(served), await connect(served)]
  const first = heardUntil(idle, 'echohello')
  idle.write(request('echo', 'hello'))
  await first
  const last = heardUntil(busy, 'never')
  busy.write(request('slow', 'hello'))
  await wait(50)
  const begin = performance.now()
  served.direct.leave()
  await once(idle, 'close')
  expect(performance.now() - begin).toBeLessThan(100)
  expect(await last).toMatch(/Connection: close\r\n[\s\S]*\/v1\/slowhello$/)
})

test('RELAY-494 what comes after a stop is not begun', async () => {
  let calls = 0
  const served = await serve((call) => {
    calls += 1
    return echo(call)
  })
  const socket = createConnection({ port: portOf(served.server), allowHalfOpen: true })
  const first = heardUntil(
    socket.on('error', () => {}),
    'echohello',
  )
  socket.write(request('echo', 'hello'))
  await first
  served.direct.leave()
  await once(socket, 'end')
  socket.write(request('echo', 'late'))
  await wait(100)
  expect(calls).toBe(1)
  socket.destroy()
})

const connectionsOf = (server: Server): Promise<number> =>
  new Promise((resolve, reject) =>
    server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  )
