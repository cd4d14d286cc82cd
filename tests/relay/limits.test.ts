import { expect, test, vi } from 'vitest'
import { blockOf, createCallers, createLimiter } from '../../src/relay/limits.ts'
import type { LogEvent } from '../../src/relay/log.ts'
import { createLog } from '../../src/relay/log.ts'
import { paths } from '../../src/share/contract.ts'
import {
  create,
  createFrame,
  dropFolder,
  newFolder,
  newSecrets,
  noon,
  open,
  openRequest,
  post,
  relayOn,
  sqliteIn,
} from './given.ts'

const callerOf = createCallers()

test('RELAY-30 an address makes so many calls a minute, then waits for the next', () => {
  const limiter = createLimiter()
  const call = (now: number): boolean => limiter.allows(callerOf('192.0.2.1'), 'asks', 3, now)
  expect([call(noon), call(noon), call(noon), call(noon)]).toEqual([true, true, true, false])
  expect(limiter.allows(callerOf('192.0.2.2'), 'asks', 3, noon)).toBe(true)
  expect(limiter.allows(callerOf('192.0.2.1'), 'creates', 3, noon)).toBe(true)
  expect(call(noon + 60)).toBe(true)
})

test('RELAY-30 cells and counts are gone after their minute, also when nobody calls', () => {
  vi.useFakeTimers()
  const limiter = createLimiter()
  expect(limiter.allows(callerOf('192.0.2.1'), 'asks', 1, noon)).toBe(true)
  expect(limiter.allows(callerOf('192.0.2.1'), 'asks', 1, noon)).toBe(false)
  vi.advanceTimersByTime(60_000)
  // The same minute by the clock: only a timer can have emptied it.
  expect(limiter.allows(callerOf('192.0.2.1'), 'asks', 1, noon)).toBe(true)
  vi.useRealTimers()
})

test('RELAY-30 one flood does not shut out its neighbours', () => {
  const limiter = createLimiter()
  for (let at = 0; at < 20_000; at++)
    limiter.allows(callerOf(`10.0.${at >> 8}.${at & 255}`), 'asks', 1, noon)
  const others = Array.from({ length: 200 }, (_, at) => `198.51.100.${at}`)
  const shut = others.filter((address) => !limiter.allows(callerOf(address), 'asks', 1, noon))
  expect(shut.length).toBeLessThan(50)
})

test('RELAY-31 IPv6 counts by its first 64 bits, a mapped IPv4 as IPv4', () => {
  expect(blockOf('2001:db8:1:2:3:4:5:6')).toBe(blockOf('2001:db8:1:2::9'))
  expect(blockOf('2001:db8:1:2::9')).not.toBe(blockOf('2001:db8:1:3::9'))
  expect(blockOf('2001:db8::1')).toBe('2001:db8:0:0')
  expect(blockOf('::1')).toBe('0:0:0:0')
  expect(blockOf('::ffff:192.0.2.1')).toBe('192.0.2.1')
})

test('RELAY-32 too many calls are told to wait, and change nothing', async () => {
  const folder = newFolder()
  const store = sqliteIn(folder)
  const relay = relayOn(store, { now: noon }, { creates: 1, asks: 2 })
  const secrets = newSecrets()
  expect((await create(relay, createFrame(secrets))).status).toBe(201)
  const second = await create(relay, createFrame(newSecrets()))
  expect([second.status, await second.json()]).toEqual([503, { why: 'busy' }])
  expect(second.headers.get('retry-after')).toBe('60')
  expect((await open(relay, openRequest(secrets))).status).toBe(200)
  expect((await open(relay, openRequest(secrets))).status).toBe(200)
  expect((await open(relay, openRequest(secrets))).status).toBe(503)
  await store.close()
  dropFolder(folder)
})

test('RELAY-32 counts the last entry of X-Forwarded-For only when told to', async () => {
  const folder = newFolder()
  const store = sqliteIn(folder)
  const statusFrom = async (relay: ReturnType<typeof relayOn>, address: string) =>
    (await post(relay, paths.about, {}, { 'X-Forwarded-For': `203.0.113.9, ${address}` })).status
  const told = relayOn(store, { now: noon }, { asks: 1, proxied: true })
  expect(await statusFrom(told, '192.0.2.1')).toBe(200)
  expect(await statusFrom(told, '192.0.2.2')).toBe(200)
  expect(await statusFrom(told, '192.0.2.1')).toBe(503)
  const untold = relayOn(store, { now: noon }, { asks: 1 })
  expect(await statusFrom(untold, '192.0.2.1')).toBe(200)
  expect(await statusFrom(untold, '192.0.2.2')).toBe(503)
  await store.close()
  dropFolder(folder)
})

const bigFrame = (): Uint8Array<ArrayBuffer> =>
  createFrame(newSecrets(), {}, new Uint8Array(10_000))

/** An upload that says its size and then sends nothing. */
const stall = (relay: ReturnType<typeof relayOn>, length: number): Promise<Response> => {
  const headers = { 'Content-Length': `${length}` }
  const half = { duplex: 'half', method: 'POST', headers, body: new ReadableStream() }
  return relay.request(paths.create, half)
}

test('RELAY-33 the bytes of all shares on their way in are bounded together', async () => {
  const folder = newFolder()
  const store = sqliteIn(folder)
  const frame = bigFrame()
  const relay = relayOn(store, { now: noon }, { inFlight: 2 * frame.length - 1, patience: 1 })
  const stalled = stall(relay, frame.length)
  expect((await create(relay, frame)).status).toBe(503)
  expect((await stalled).status).toBe(408)
  expect((await create(relay, frame)).status).toBe(201)
  await store.close()
  dropFolder(folder)
})

test('RELAY-33 who finds no room gets in when others have finished', async () => {
  const folder = newFolder()
  const store = sqliteIn(folder)
  const frames = Array.from({ length: 9 }, bigFrame)
  const relay = relayOn(store, { now: noon }, { inFlight: 12_000 })
  const answers = await Promise.all(frames.map((frame) => create(relay, frame)))
  expect(answers.map(({ status }) => status)).toEqual(frames.map(() => 201))
  await store.close()
  dropFolder(folder)
})

test('RELAY-33 opening goes on while uploads fill the budget', async () => {
  const folder = newFolder()
  const store = sqliteIn(folder)
  const secrets = newSecrets()
  await create(relayOn(store, { now: noon }), createFrame(secrets))
  const relay = relayOn(store, { now: noon }, { inFlight: 0 })
  expect((await create(relay, bigFrame())).status).toBe(503)
  expect((await open(relay, openRequest(secrets))).status).toBe(200)
  await store.close()
  dropFolder(folder)
})

test('RELAY-34 the log holds an hour, an event and a count, and nothing else', () => {
  const lines: string[] = []
  const clock = { now: noon }
  const log = createLog(
    (line) => lines.push(line),
    () => clock.now,
  )
  for (const event of ['opened', 'created', 'opened'] as const satisfies LogEvent[]) log.note(event)
  expect(lines).toEqual([])
  clock.now += 3600
  log.note('ended', 4)
  log.flush()
  expect(lines).toEqual([
    '2027-01-15T08Z opened 2\n',
    '2027-01-15T08Z created 1\n',
    '2027-01-15T09Z ended 4\n',
  ])
})
