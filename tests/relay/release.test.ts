import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { closeSync, openSync, readdirSync, writeSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createReceive } from '../../src/relay/receive.ts'
import { release } from '../../src/relay/release.ts'
import { sendReply } from '../../src/relay/send.ts'
import { askOf, newSecrets, noon, ownerOf, shareOf } from './given.ts'
import { storeHere } from './here.ts'

const here = storeHere()

test('RELAY-420 only memory that a body has for itself is given back', () => {
  const whole = Buffer.alloc(20_480, 'a')
  const [left, right] = [whole.subarray(0, 10_240), whole.subarray(10_240)]
  release(left)
  expect(right.equals(Buffer.alloc(10_240, 'a'))).toBe(true)
  release(whole)
  expect([whole, left, right].map(({ length }) => length)).toEqual([0, 0, 0])
})

test('RELAY-420 a body that was sent arrives whole, and its memory is given back', async () => {
  const bodies = [20_480, 300_000].map((size) => randomBytes(size))
  const copies = bodies.map((body) => Buffer.from(body))
  const server = createServer((_, outgoing) => {
    const reply = { status: 200, headers: {}, body: [Buffer.from('head'), ...bodies] }
    void sendReply(outgoing, reply, 5)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const at = server.address()
  const answer = await fetch(`http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}`)
  const got = Buffer.from(await answer.arrayBuffer())
  expect(got.equals(Buffer.concat([Buffer.from('head'), ...copies]))).toBe(true)
  await expect.poll(() => bodies.map(({ length }) => length)).toEqual([0, 0])
  server.close()
})

test('RELAY-420 a request that was answered has its memory given back', async () => {
  const receive = createReceive({ inFlight: 1e9, patience: 5 })
  const bytes = new Uint8Array(20_480).fill(7)
  const call = {
    method: 'POST',
    path: '/',
    address: '',
    header: () => `${bytes.length}`,
    read: () => bytes,
    hangUp: () => {},
  }
  const sum = await receive(call, 'her', 1e6, (got) => (got.ok ? got.bytes.length : 0))
  expect([sum, bytes.length]).toEqual([20_480, 0])
})

test('RELAY-421 what is opened at one moment comes out as it went in, small or large', async () => {
  const all = [1, 20_480, 65_000, 65_536, 200_000].flatMap((size) =>
    Array.from({ length: 4 }, () => ({ secrets: newSecrets(), body: randomBytes(size) })),
  )
  await Promise.all(
    all.map(({ secrets, body }) =>
      here.store.create(shareOf(secrets, { body: Buffer.from(body) })),
    ),
  )
  const opened = await Promise.all(all.map(({ secrets }) => here.store.open(askOf(secrets), noon)))
  const right = opened.map((one, at) => all[at]?.body.equals(one?.body ?? Buffer.alloc(0)))
  expect(right).toEqual(all.map(() => true))
})

test('RELAY-421 a body that was changed on disk is given to nobody, and uses up no view', async () => {
  const [hers, other] = [newSecrets(), newSecrets()]
  await here.store.create(shareOf(hers, { body: randomBytes(20_480) }))
  await here.store.create(shareOf(other))
  const bodies = join(here.folder, 'bodies')
  const file = openSync(join(bodies, readdirSync(bodies)[0] ?? ''), 'r+')
  writeSync(file, randomBytes(32), 0, 32, 4096)
  closeSync(file)
  const asked = [hers, other].map((secrets) => here.store.open(askOf(secrets), noon))
  const ends = (await Promise.allSettled(asked)).map(({ status }) => status)
  expect(ends).toEqual(['rejected', 'fulfilled'])
  const receipts = await Promise.all(
    [hers, other].map((one) => here.store.look(ownerOf(one), noon)),
  )
  expect(receipts.map((one) => [one?.openers, one?.opens])).toEqual([
    [0, 0],
    [1, 1],
  ])
})
