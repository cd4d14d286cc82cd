import { expect, test } from 'vitest'
import { createFront } from '../../src/relay/front.ts'
import { createTokens } from '../../src/relay/tokens.ts'
import { bitsFor, createWork } from '../../src/relay/work.ts'
import type { Store } from '../../src/relay/store.ts'
import { work } from '../../src/share/about.ts'
import { putPiece } from '../../src/share/carry.ts'
import { createShare } from '../../src/share/client.ts'
import { limits, paths, readCreate, unframe } from '../../src/share/contract.ts'
import { newSealedFile } from '../../src/share/files.ts'
import { newSecret } from '../../src/share/link.ts'
import { newOwner } from '../../src/share/seal.ts'
import { solve } from '../../src/share/work.ts'
import {
  create,
  createFrame,
  day,
  newSecrets,
  noon,
  open,
  openRequest,
  ownerRequest,
  pieceOf,
  post,
  relayOn,
  replyFrame,
  shareOf,
  text,
} from './given.ts'
import { storeHere } from './here.ts'

// What is asked of whoever brings something new, and of nobody else.

const here = storeHere()

const createKey = 'a secret of the host, long enough to be one'
const tight = (level = 0.85): Store => ({ ...here.store, level: () => Promise.resolve(level) })

const refusalOf = async (answer: Response): Promise<unknown> => [
  answer.status,
  answer.status === 201 ? null : await answer.json(),
]

const aboutOf = async (relay: ReturnType<typeof relayOn>): Promise<Record<string, unknown>> =>
  Object(await (await post(relay, paths.about, {})).json())

test('RELAY-220 when space is tight a new share costs work and ends sooner, and about says so', async () => {
  const relay = relayOn(tight(), { now: noon })
  const about = await aboutOf(relay)
  expect(about).toMatchObject({ longest: 7 * day, work: { bits: bitsFor(0.85, 0.8, 0.95) } })
  const [secrets, other] = [newSecrets(), newSecrets()]
  const asked = Object(about['work'])
  const send = async (given: typeof secrets, forWhom: typeof secrets, until = noon + day) =>
    refusalOf(
      await post(relay, paths.create, createFrame(given, { until }), {
        'X-Work': await solve(asked, text(forWhom.locator)),
      }),
    )
  expect(await refusalOf(await create(relay, createFrame(secrets)))).toEqual([428, { why: 'work' }])
  // Work for one share is none for another.
  expect(await send(secrets, other)).toEqual([428, { why: 'work' }])
  expect(await send(secrets, secrets, noon + 8 * day)).toEqual([422, { why: 'long' }])
  expect(await send(secrets, secrets)).toEqual([201, null])
  expect(await send(secrets, secrets)).toEqual([409, { why: 'taken' }])
})

test('RELAY-220 near the end nothing new comes in, and all else goes on', async () => {
  const secrets = newSecrets()
  await create(relayOn(here.store, { now: noon }), createFrame(secrets))
  for (const level of [0.85, 0.96]) {
    const relay = relayOn(tight(level), { now: noon })
    expect((await open(relay, openRequest(secrets))).status).toBe(200)
    expect((await post(relay, paths.reply, replyFrame(secrets))).status).toBe(201)
    expect((await post(relay, paths.look, ownerRequest(secrets))).status).toBe(200)
  }
  const shut = relayOn(tight(0.96), { now: noon })
  const refused = await create(shut, createFrame(newSecrets()))
  expect(refused.headers.get('retry-after')).toBe('600')
  expect(await refusalOf(refused)).toEqual([507, { why: 'full' }])
  expect((await post(shut, paths.stop, ownerRequest(secrets))).status).toBe(200)
})

test('RELAY-220 a store tells how full it is', async () => {
  expect(await here.store.level()).toBeLessThan(0.1)
  await here.again(200_000)
  const before = await here.store.level()
  await here.store.create(shareOf(newSecrets(), { body: new Uint8Array(40_000) }))
  expect(await here.store.level()).toBeCloseTo(before + 0.2, 1)
})

test('RELAY-221 work holds for its seed, its place and its time, and for nothing less', async () => {
  const worker = createWork(Buffer.from('a key'))
  const locator = text(newSecrets().locator)
  const asked = worker.asked(6, noon)
  const done = await solve(asked, locator)
  expect(worker.done(done, 6, noon + 600)).toBe(locator)
  expect(worker.done(done, 6, noon + 1800)).toBeNull()
  expect(createWork(Buffer.from('another')).done(done, 6, noon)).toBeNull()
  for (const wrong of [undefined, '', done.replace(/\d+$/, ''), `${done}-1`, `x${done}`]) {
    expect(worker.done(wrong, 6, noon)).toBeNull()
  }
  const [seed, place] = done.split('.')
  const lazy = `${seed}.${place}.${Array.from({ length: work.parts }, () => 0).join('-')}`
  expect(worker.done(lazy, 6, noon)).toBeNull()
})

test('RELAY-221 work grows as the space runs out, to what a slow phone does in a second', () => {
  const levels = [0.8, 0.83, 0.86, 0.89, 0.92, 0.95]
  const bits = levels.map((level) => bitsFor(level, 0.8, 0.95))
  expect(bits).toEqual(bits.toSorted((a, b) => a - b))
  expect([bits[0], bits.at(-1)]).toEqual([5, work.most])
  // Tries on the average; a slow phone does some four thousand in a second.
  expect(work.parts * 2 ** work.most).toBeLessThanOrEqual(2048)
})

test('RELAY-222 with a key, only who has the token of the day brings something new', async () => {
  const clock = { now: noon }
  const relay = relayOn(here.store, clock, { createKey })
  expect(await aboutOf(relay)).toMatchObject({ token: true })
  const secrets = newSecrets()
  const send = async (token: string | null, path: string = paths.create) =>
    refusalOf(
      await post(relay, path, createFrame(secrets), token === null ? {} : { 'X-Token': token }),
    )
  const token = relay.token()
  for (const path of [paths.create, paths.replace, paths.put]) {
    for (const wrong of [null, '', 'x', token?.slice(1) ?? '', `${token}A`]) {
      expect(await send(wrong, path)).toEqual([403, { why: 'token' }])
    }
  }
  expect(await send(token)).toEqual([201, null])
  expect((await open(relay, openRequest(secrets))).status).toBe(200)
  clock.now += day
  expect(relay.token()).not.toBe(token)
  expect(await send(token)).toEqual([409, { why: 'taken' }])
  clock.now += day
  expect(await send(token)).toEqual([403, { why: 'token' }])
})

test('RELAY-222 a token tells nobody apart, and only the host can make one', () => {
  const [one, same] = [createTokens(createKey), createTokens(createKey)]
  expect(one.today(noon)).toBe(same.today(noon + 60))
  expect(createTokens(`${createKey}!`).isGood(one.today(noon), noon)).toBe(false)
  expect(one.today(noon)).toMatch(/^[\w-]{22}$/)
})

test('RELAY-222 the app’s page is told the token on its own origin, and nobody else anywhere', async () => {
  const relay = relayOn(here.store, { now: noon }, { createKey })
  const told = async (front: 'app' | 'recipient', site: string | null, on = relay) => {
    const app = createFront(on, { front, pages: new Map(), tls: false })
    const headers = site === null ? {} : { 'Sec-Fetch-Site': site }
    const answer = await app.request('/token', { method: 'POST', headers })
    return answer.status === 200 ? Object(await answer.json())['token'] : answer.status
  }
  expect(await told('app', 'same-origin')).toBe(relay.token())
  for (const site of [null, 'none', 'same-site', 'cross-site'])
    expect(await told('app', site)).toBe(403)
  expect(await told('recipient', 'same-origin')).toBe(405)
  expect(await told('app', 'same-origin', relayOn(here.store, { now: noon }))).toBe(403)
})

test('RELAY-223 her app does what it is asked for, for a share and for each piece of its files', async () => {
  const relay = relayOn(tight(), { now: noon }, { createKey })
  const front = createFront(relay, { front: 'app', pages: new Map(), tls: false })
  const asked: string[] = []
  const line = {
    origin: 'http://relay',
    timeout: 20_000,
    fetch: async (url: string, how: RequestInit) => {
      asked.push(new URL(url).pathname)
      const length = `${Object(how.body)['length']}`
      const headers = new Headers(how.headers)
      headers.set('Content-Length', length)
      headers.set('Sec-Fetch-Site', 'same-origin')
      return front.request(url, { ...how, headers })
    },
  }
  const head = readCreate(unframe(createFrame(newSecrets(), { until: noon + day }))?.head)
  if (!head) throw new Error('no head')
  expect(await createShare(line, head, Buffer.from('sealed'))).toEqual({ ok: true })
  const long = readCreate(unframe(createFrame(newSecrets(), { until: noon + 20 * day }))?.head)
  if (!long) throw new Error('no head')
  expect(await createShare(line, long, Buffer.from('x'))).toEqual({ ok: false, why: 'long' })
  const own = { secret: await newSecret(false), owner: newOwner() }
  const file = { ...newSealedFile(9000), type: 'image/png' as const }
  asked.length = 0
  for (let at = 0; at < 3; at++) {
    expect(await putPiece(line, own, file, at, new Uint8Array(100))).toEqual({ ok: true })
  }
  // Asked for once, and worked for once.
  expect(asked).toEqual([paths.about, '/token', paths.put, paths.put, paths.put])
})

test('RELAY-224 an address sends so many bytes in a minute, then waits', async () => {
  const relay = relayOn(here.store, { now: noon }, { bytes: 25_000 })
  const send = async (): Promise<number> =>
    (await create(relay, createFrame(newSecrets(), {}, new Uint8Array(10_000)))).status
  expect([await send(), await send(), await send()]).toEqual([201, 201, 503])
})

test('RELAY-225 pieces that no share names fill a tenth at most; named, they make room', async () => {
  await here.again(4_000_000)
  const [first, second] = [newSecrets(), newSecrets()]
  const put = (secrets: typeof first, part: number) =>
    here.store.put(pieceOf(secrets, { part, sealed: new Uint8Array(150_000) }), noon)
  expect([await put(first, 0), await put(first, 1), await put(second, 0)]).toEqual([
    'kept',
    'kept',
    'full',
  ])
  const files = [{ id: first.locator, pieces: 2 }]
  expect(await here.store.create(shareOf(first, { files }))).toEqual({ ok: true })
  expect([await put(second, 0), await put(second, 1)]).toEqual(['kept', 'kept'])
  await here.store.sweep(noon + limits.staged + 7200)
  const third = newSecrets()
  expect([await put(third, 0), await put(third, 1), await put(third, 2)]).toEqual([
    'kept',
    'kept',
    'full',
  ])
})
