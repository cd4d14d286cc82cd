import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Relay } from '../../src/relay/app.ts'
import { even } from '../../src/relay/quiet.ts'
import type { Store } from '../../src/relay/store.ts'
import type { OpenRequest } from '../../src/share/contract.ts'
import { limits, paths } from '../../src/share/contract.ts'
import type { Clock, Secrets } from './given.ts'
import {
  bodyOf,
  create,
  createFrame,
  day,
  dropFolder,
  newFolder,
  newSecrets,
  noon,
  open,
  openRequest,
  ownerRequest,
  post,
  relayOn,
  seenOf,
  sqliteIn,
  text,
} from './given.ts'

let folder: string
let store: Store
let relay: Relay
let clock: Clock

beforeEach(() => {
  folder = newFolder()
  store = sqliteIn(folder)
  clock = { now: noon }
  relay = relayOn(store, clock)
})

afterEach(async () => {
  await store.close()
  dropFolder(folder)
})

const wrong = (secrets: Secrets): OpenRequest =>
  openRequest(secrets, { pass: text(randomBytes(32)) })

const guess = async (secrets: Secrets, times: number): Promise<void> => {
  for (let at = 0; at < times; at++) await open(relay, wrong(secrets))
}

test('RELAY-20 creates, opens, looks, stops and resumes over HTTP', async () => {
  const secrets = newSecrets()
  const made = await create(relay, createFrame(secrets, {}, Buffer.from('her words, sealed')))
  expect([made.status, await made.json()]).toEqual([201, { version: 1 }])
  expect(await bodyOf(await open(relay, openRequest(secrets)))).toBe('her words, sealed')
  const looked = await post(relay, paths.look, ownerRequest(secrets))
  expect(await looked.json()).toMatchObject({ state: 'live', opens: 1, openers: 1 })
  expect((await post(relay, paths.resume, ownerRequest(secrets))).status).toBe(200)
  const stopped = await post(relay, paths.stop, ownerRequest(secrets))
  expect([stopped.status, await stopped.json()]).toMatchObject([200, { state: 'ended' }])
  expect((await open(relay, openRequest(secrets))).status).toBe(404)
})

test('RELAY-20 tells its time and the origin for links', async () => {
  const about = await post(relay, paths.about, new Uint8Array())
  expect(await about.json()).toEqual({
    version: 1,
    recipientOrigin: 'https://agency.example',
    now: noon,
  })
})

/** Every way in which an open can fail, each on a share of its own. */
const failures: Readonly<Record<string, (secrets: Secrets) => Promise<OpenRequest>>> = {
  'never was': async () => openRequest(newSecrets()),
  'wrong link': async (secrets) => openRequest(secrets, { link: text(randomBytes(32)) }),
  'wrong passcode': async (secrets) => wrong(secrets),
  'no passcode': async (secrets) => openRequest(secrets, { pass: null }),
  expired: async (secrets) => {
    clock.now = noon + 8 * day
    return openRequest(secrets)
  },
  stopped: async (secrets) => {
    await post(relay, paths.stop, ownerRequest(secrets))
    return openRequest(secrets)
  },
  paused: async (secrets) => {
    await guess(secrets, 10)
    return openRequest(secrets)
  },
  'no places left': async (secrets) => {
    for (let at = 0; at < 5; at++) await open(relay, openRequest(secrets))
    return openRequest(secrets)
  },
}

test('RELAY-21 every refused open is byte for byte the same answer', async () => {
  const seen: unknown[] = []
  for (const fail of Object.values(failures)) {
    clock.now = noon
    const secrets = newSecrets()
    await create(relay, createFrame(secrets))
    seen.push(await seenOf(await open(relay, await fail(secrets))))
  }
  expect(seen).toHaveLength(8)
  for (const answer of seen) expect(answer).toEqual(seen[0])
  expect(seen[0]).toMatchObject({ status: 404, body: '' })
})

test('RELAY-21 a refused look, stop or resume is that same answer', async () => {
  const refused = await seenOf(await open(relay, openRequest(newSecrets())))
  for (const wish of ['look', 'stop', 'resume'] as const) {
    const answer = await post(relay, paths[wish], ownerRequest(newSecrets()))
    expect(await seenOf(answer)).toEqual(refused)
  }
})

test('RELAY-22 every refused open takes the same time, whatever its reason', async () => {
  const took: number[] = []
  for (const fail of Object.values(failures)) {
    clock.now = noon
    const secrets = newSecrets()
    await create(relay, createFrame(secrets))
    const request = await fail(secrets)
    const start = performance.now()
    await open(relay, request)
    took.push(performance.now() - start)
  }
  expect(Math.min(...took)).toBeGreaterThanOrEqual(even - 2)
})

const methods = ['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']

test('RELAY-23 no method but POST does anything', async () => {
  const secrets = newSecrets()
  await create(relay, createFrame(secrets, { openers: 1 }))
  for (const path of Object.values(paths)) {
    for (const method of methods) {
      const answer = await relay.request(`${path}?locator=${text(secrets.locator)}`, { method })
      expect([path, method, answer.status, await answer.text()]).toEqual([path, method, 405, ''])
    }
  }
  const receipt = await post(relay, paths.look, ownerRequest(secrets))
  expect(await receipt.json()).toMatchObject({ state: 'live', opens: 0, wrong: 0 })
})

test('RELAY-23 a path that is not in the contract is not there', async () => {
  const unknown = await post(relay, '/v1/list', {})
  const refused = await open(relay, openRequest(newSecrets()))
  expect(await seenOf(unknown)).toEqual(await seenOf(refused))
})

const refusalOf = async (answer: Response): Promise<unknown> => [answer.status, await answer.json()]

test('RELAY-24 says why a create was refused', async () => {
  const secrets = newSecrets()
  await create(relay, createFrame(secrets))
  const taken = await create(relay, createFrame(secrets))
  expect(await refusalOf(taken)).toEqual([409, { why: 'taken' }])
  const empty = await create(relay, createFrame(newSecrets(), {}, new Uint8Array()))
  expect(await refusalOf(empty)).toEqual([400, { why: 'malformed' }])
  const full = sqliteIn(join(folder, 'full'), 0)
  const none = await create(relayOn(full, clock), createFrame(newSecrets()))
  expect(await refusalOf(none)).toEqual([507, { why: 'full' }])
  await full.close()
})

test('RELAY-24 takes a body of exactly the agreed size and not a byte more', async () => {
  const most = createFrame(newSecrets(), {}, new Uint8Array(limits.body))
  expect((await create(relay, most)).status).toBe(201)
  const more = createFrame(newSecrets(), {}, new Uint8Array(limits.body + 1))
  expect(await refusalOf(await create(relay, more))).toEqual([413, { why: 'large' }])
  const far = new Uint8Array(limits.body + limits.head + 5)
  expect(await refusalOf(await create(relay, far))).toEqual([413, { why: 'large' }])
})

test('RELAY-25 a share ends within the agreed bounds, give or take five minutes', async () => {
  const made = async (until: number): Promise<number> =>
    (await create(relay, createFrame(newSecrets(), { until }))).status
  expect(await made(noon + limits.life.least)).toBe(201)
  expect(await made(noon + limits.life.most + 300)).toBe(201)
  expect(await made(noon + limits.life.most + 301)).toBe(400)
  expect(await made(noon + limits.life.least - 301)).toBe(400)
})

test('RELAY-26 needs to be told the length of every request, and the truth', async () => {
  const init = { method: 'POST', body: JSON.stringify(openRequest(newSecrets())) }
  expect((await relay.request(paths.open, init)).status).toBe(411)
  const lie = await post(relay, paths.open, openRequest(newSecrets()), { 'Content-Length': '9' })
  expect(lie.status).toBe(400)
  const long = await post(relay, paths.open, { filler: 'x'.repeat(limits.head) })
  expect(long.status).toBe(413)
})

test('RELAY-27 takes no call from the page of another site', async () => {
  for (const site of ['cross-site', 'same-site']) {
    const frame = createFrame(newSecrets())
    const answer = await post(relay, paths.create, frame, { 'Sec-Fetch-Site': site })
    expect(answer.status).toBe(400)
  }
  const own = { 'Sec-Fetch-Site': 'same-origin' }
  expect((await post(relay, paths.create, createFrame(newSecrets()), own)).status).toBe(201)
})

test('RELAY-28 a fault inside is a bare 500 that says nothing', async () => {
  const broken: Store = { ...store, open: () => Promise.reject(new Error('a secret path')) }
  const answer = await open(relayOn(broken, clock), openRequest(newSecrets()))
  expect(answer.status).toBe(500)
  expect(await answer.text()).toBe('')
})
