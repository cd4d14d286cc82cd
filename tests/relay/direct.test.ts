import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import {
  connect,
  connectionsOf,
  echo,
  headers,
  heardUntil,
  request,
  serve,
  type Served,
} from './directly.ts'

// One connection, and the two who serve it: direct.ts whatever comes whole, node:http all else.

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
  await expect.poll(served.begun).toBe(1)
  socket.write(request('echo', 'two'))
  await expect.poll(served.begun).toBe(2)
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
  const { promise: until, resolve: goOn } = Promise.withResolvers<void>()
  const served = await serve(async (call) => {
    await until
    return echo(call)
  })
  const socket = await connect(served)
  const heard = heardUntil(socket, 'echohello')
  socket.write(request('echo', 'hello'))
  await expect.poll(served.begun).toBe(1)
  socket.write(Buffer.alloc(60_000_000, 'a'))
  await wait(300)
  expect(socket.writableLength).toBeGreaterThan(20_000_000)
  goOn()
  expect(await heard).toContain('/v1/echohello')
  socket.destroy()
})

test('RELAY-493 a connection that idles is let go, one that waits for its answer is not', async () => {
  const quick = await connect(await serve(echo, { keepAlive: 100 }))
  const heard = heardUntil(quick, 'slowhello')
  quick.write(request('slow', 'hello'))
  expect(await heard).toContain('/v1/slowhello')
  // Longer than one that has said nothing yet would stay.
  const patient = await connect(await serve(echo, { keepAlive: 900 }))
  const begin = performance.now()
  const closed = once(patient.resume(), 'close')
  patient.write(request('echo', 'hello'))
  await closed
  expect(performance.now() - begin).toBeGreaterThan(850)
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
  await expect.poll(served.begun).toBe(1)
  socket.destroy()
  await expect.poll(() => over).toBe(1)
  await expect.poll(() => connectionsOf(served.server)).toBe(0)
})

test('RELAY-493 who takes nothing of a large answer is broken off, and what it held is let go', async () => {
  let over = 0
  const body = Buffer.alloc(30_000_000, 'a')
  const served = await serve(
    async () => ({ status: 200, headers, body: [body], over: () => (over += 1) }),
    { patience: 1 },
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
  await expect.poll(served.begun).toBe(2)
  const [begin, closed] = [performance.now(), once(idle, 'close')]
  served.direct.leave()
  await closed
  // Else it would stay for five seconds.
  expect(performance.now() - begin).toBeLessThan(2_500)
  expect(await last).toMatch(/Connection: close\r\n[\s\S]*\/v1\/slowhello$/)
})

test('RELAY-494 what comes after a stop is not begun', async () => {
  const served = await serve(echo)
  const socket = await connect(served, { allowHalfOpen: true })
  const first = heardUntil(socket, 'echohello')
  socket.write(request('echo', 'hello'))
  await first
  served.direct.leave()
  await once(socket, 'end')
  socket.write(request('echo', 'late'))
  await wait(100)
  expect(served.begun()).toBe(1)
  socket.destroy()
})
