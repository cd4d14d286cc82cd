import { once } from 'node:events'
import type { Socket } from 'node:net'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Reply } from '../../src/relay/call.ts'
import * as directly from './directly.ts'
import { connect, headers } from './directly.ts'

// Connections that end, or are held, while they are served directly.

/** `over`: how many calls are over. */
type Served = directly.Served & { readonly over: () => number }

/** Answers each call after `after` milliseconds with so many bytes. */
const serve = async (bytes: number, after: number, patience = 1): Promise<Served> => {
  let over = 0
  const answer = async (): Promise<Reply> => {
    await wait(after)
    return { status: 200, headers, body: [Buffer.alloc(bytes, 'a')], over: () => (over += 1) }
  }
  const served = await directly.serve(answer, { patience, keepAlive: 500, margin: 500 })
  return { ...served, over: () => over }
}

const request = directly.request('open', 'hello')

test('RELAY-497 a connection that is gone before its answer is handed to nobody, whatever came behind', async () => {
  const served = await serve(5, 200)
  const socket = await connect(served)
  socket.write(request)
  await wait(30)
  socket.write(request)
  await wait(30)
  socket.resetAndDestroy()
  await expect.poll(served.over).toBe(1)
  await wait(30)
  expect(served.handed()).toBe(0)
})

test('RELAY-497 one that was told to go, and says something late, is handed to nobody', async () => {
  const served = await serve(5, 1)
  const socket = await connect(served, { allowHalfOpen: true })
  await wait(30)
  served.direct.leave()
  // Longer than a silent one stays here.
  await wait(700)
  socket.write(request)
  await wait(100)
  expect([served.handed(), served.begun()]).toEqual([0, 0])
  socket.destroy()
})

test('RELAY-493 one that idles is let go a little later than it was told', async () => {
  const served = await serve(5, 1)
  const socket = (await connect(served)).resume()
  socket.write(request)
  const began = performance.now()
  await once(socket, 'close')
  const took = performance.now() - began
  expect(took).toBeGreaterThan(950)
  expect(took).toBeLessThan(4_000)
})

/** Asks until an answer waits in here for who takes none. */
const fill = async ({ begun, over }: Served, socket: Socket): Promise<void> => {
  for (let waited = 0; waited < 30;) {
    if (begun() === over()) socket.write(request)
    await wait(5)
    waited = begun() === over() ? 0 : waited + 1
  }
}

test('RELAY-498 what comes in buys no time for an answer of which nothing is taken', async () => {
  const served = await serve(60_000, 1)
  const socket = (await connect(served)).pause()
  await fill(served, socket)
  const drip = setInterval(() => socket.write('P'), 100)
  await expect.poll(served.over, { timeout: 4_000 }).toBe(served.begun())
  clearInterval(drip)
  socket.destroy()
})

test('RELAY-498 a line may stand still while an answer goes out for as long as it may anywhere', async () => {
  const served = await serve(20_000_000, 1, 5)
  const socket = (await connect(served)).pause()
  socket.write(request)
  // Longer than a connection may idle.
  await wait(2_500)
  let bytes = 0
  socket.on('data', (chunk: Buffer) => (bytes += chunk.length)).resume()
  await expect.poll(served.over).toBe(1)
  await expect.poll(() => bytes).toBeGreaterThan(20_000_000)
  socket.destroy()
})

test('RELAY-499 a connection keeps nothing of its large answers once they are out', async () => {
  const warnings: Error[] = []
  const note = (warning: Error): void => void warnings.push(warning)
  process.on('warning', note)
  const served = await serve(100_000, 1)
  const socket = (await connect(served)).resume()
  for (let at = 1; at <= 15; at++) {
    socket.write(request)
    await expect.poll(served.over, { interval: 5 }).toBe(at)
    await wait(5)
  }
  process.off('warning', note)
  expect(served.handed()).toBe(0)
  expect(warnings).toEqual([])
})
