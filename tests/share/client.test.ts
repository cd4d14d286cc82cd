import { expect, test, vi } from 'vitest'
import { call, type Relay } from '../../src/share/call.ts'
import { resumeShare } from '../../src/share/change.ts'
import * as client from '../../src/share/client.ts'
import { frame, paths, readCreate, readOpen, readOwner, unframe } from '../../src/share/contract.ts'
import { newSecret, parseLink } from '../../src/share/link.ts'
import { newOwner } from '../../src/share/seal.ts'
import { browser, example, sealed } from './example.ts'

const answer = (respond: Relay['fetch']): Relay => ({
  origin: 'https://relay.example',
  timeout: 50,
  fetch: respond,
})

const says = (body: BodyInit | null, status = 200): Relay =>
  answer(() => Promise.resolve(new Response(body, { status })))

const start = async (passcode: string | null = null) => {
  const own = { secret: await newSecret(passcode !== null), passcode, owner: newOwner() }
  const link = await parseLink(own.secret)
  if (!link) throw new Error('damaged')
  return { own, link, share: await sealed(example, own) }
}

/** All five calls against one relay, so that none of them is forgotten. */
const allWhys = async (relay: Relay): Promise<readonly string[]> => {
  const { own, link, share } = await start()
  const results = await Promise.all([
    client.askAbout(relay),
    client.createShare(relay, share.head, share.body),
    client.openWith(relay, await client.openingOf(link, null, browser)),
    client.lookShare(relay, own),
    client.stopShare(relay, own),
    resumeShare(relay, own, 1),
  ])
  return results.map((result) => (result.ok ? 'ok' : result.why))
}

const six = (why: string): readonly string[] => Array.from({ length: 6 }, () => why)

const never = new Promise<never>(() => undefined)

/** A body that begins and never ends. */
const stalled = () =>
  new ReadableStream({ start: (stream) => stream.enqueue(new Uint8Array([1])), pull: () => never })

const endless = () => new ReadableStream({ pull: (s) => s.enqueue(new Uint8Array(1_000_000)) })

test('SHARE-15 a relay that is down is offline, and one that hangs is slow', async () => {
  const down = answer(() => Promise.reject(new TypeError('no network')))
  expect(await allWhys(down)).toEqual(six('offline'))
  expect(await allWhys(answer(() => never))).toEqual(six('slow'))
  const hanging = answer(() => Promise.resolve(new Response(stalled())))
  expect(await allWhys(hanging)).toEqual(six('slow'))
})

test('SHARE-200 what is large has the time that it takes, and no more', async () => {
  const slowly = answer(
    () => new Promise((resolve) => setTimeout(() => resolve(new Response('')), 300)),
  )
  const { share } = await start()
  const small = client.askAbout(slowly)
  const large = client.createShare(slowly, share.head, new Uint8Array(200_000))
  expect(await small).toEqual({ ok: false, why: 'slow' })
  expect(await large).toEqual({ ok: true })
})

test('SHARE-200 an answer that comes piece by piece is waited for, a drip is not', async () => {
  const sending = (bytes: number) => {
    let sent = 0
    const pull = async (to: ReadableStreamDefaultController): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, 30))
      if ((sent += 1) > 10) return to.close()
      to.enqueue(new Uint8Array(bytes))
    }
    return answer(() => Promise.resolve(new Response(new ReadableStream({ pull }))))
  }
  const got = (relay: Relay) => call(relay, '/', '', 1_000_000)
  expect(await got(sending(20_000))).toMatchObject({ ok: true })
  expect(await got(sending(1))).toEqual({ ok: false, why: 'slow' })
})

test('SHARE-15 a relay that breaks its own promise to throw nothing is offline', async () => {
  const broken = answer(() => {
    throw new Error('thrown, not rejected')
  })
  expect(await allWhys(broken)).toEqual(six('offline'))
})

test('SHARE-15 each status has one meaning', async () => {
  expect(await allWhys(says('', 404))).toEqual(six('gone'))
  for (const status of [429, 503, 507]) expect(await allWhys(says('', status))).toEqual(six('full'))
  for (const status of [202, 301, 400, 413, 500]) {
    expect(await allWhys(says('', status)), String(status)).toEqual(six('refused'))
  }
})

const flood = async () => {
  const text = new Uint8Array(6_000_000)
  const length = new Uint8Array([0, 0, 0, 2, 0x7b, 0x7d])
  return ['<!doctype html><p>Welcome', '{', 'null', '[]', '{"version":"1"}', text, length]
}

test('SHARE-16 rubbish in place of an answer is refused', async () => {
  for (const body of await flood()) expect(await allWhys(says(body))).toEqual(six('refused'))
  const flooding = answer(() => Promise.resolve(new Response(endless())))
  expect(await allWhys(flooding)).toEqual(six('refused'))
})

test('SHARE-16 an answer of the right form that does not open is damaged', async () => {
  const { link, share } = await start()
  const other = await start()
  const wrong = says(new Uint8Array(frame(other.share.opening, share.body)))
  const opened = await client.openWith(wrong, await client.openingOf(link, null, browser))
  expect(opened).toEqual({ ok: false, why: 'damaged' })
})

test('SHARE-16 an answer of a later version says that this code is older', async () => {
  const { link, share } = await start()
  const later = says(new Uint8Array(frame({ ...share.opening, version: 2 }, share.body)))
  const opened = await client.openWith(later, await client.openingOf(link, null, browser))
  expect(opened).toEqual({ ok: false, why: 'older' })
})

const parsed = (body: unknown): unknown => (typeof body === 'string' ? JSON.parse(body) : null)

test('SHARE-17 requests are exactly as the contract has them', async () => {
  const { own, link, share } = await start('424242')
  const relay = { ...says('{"version":1}'), fetch: vi.fn(says('{"version":1}').fetch) }
  await client.createShare(relay, share.head, share.body)
  await client.openWith(relay, await client.openingOf(link, '424242', browser))
  await client.lookShare(relay, own)
  const sent = relay.fetch.mock.calls.map(([url, how]) => ({ url, how }))
  expect(sent.map(({ url }) => url)).toEqual(
    [paths.about, paths.create, paths.open, paths.look].map(
      (path) => `https://relay.example${path}`,
    ),
  )
  expect(sent.every(({ how }) => how.method === 'POST' && how.credentials === 'omit')).toBe(true)
  const [, create, open, look] = sent.map(({ how }) => how.body)
  const framed = create instanceof Uint8Array ? unframe(create) : null
  expect(readCreate(framed?.head)).toEqual({ ...share.head, files: [] })
  expect(framed?.body).toEqual(share.body)
  expect(readOpen(parsed(open))?.pass).toMatch(/^.{43}$/)
  expect(readOwner(parsed(look))?.owner).toBe(own.owner)
  expect(share.head.owner).not.toBe(own.owner)
})

test('SHARE-17 a share that the relay gives out is opened', async () => {
  const { link, share } = await start('424242')
  const relay = says(new Uint8Array(frame(share.opening, share.body)))
  const opened = await client.openWith(relay, await client.openingOf(link, '424 242', browser))
  expect(opened).toEqual({ ok: true, summary: example, until: share.opening.until, counter: 1 })
})

test('SHARE-18 receipts and the relay facts are taken only when whole', async () => {
  const { own } = await start()
  const receipt = { version: 1, state: 'live', until: 1, openers: 0, opens: 0, wrong: 0, unseen: 0 }
  const look = (body: object) => client.lookShare(says(JSON.stringify(body)), own)
  const about = (body: object) => client.askAbout(says(JSON.stringify(body)))
  const whole = { ...receipt, lastOpen: null, replies: 0, locked: 0, counter: 1, order: 0 }
  expect(await look(whole)).toEqual({ ok: true, receipt: whole })
  for (const lastOpen of [undefined, -1, '1']) {
    expect(await look({ ...whole, lastOpen })).toMatchObject({ why: 'refused' })
  }
  const facts = { version: 1, recipientOrigin: 'https://a.example', now: 1 }
  expect(await about(facts)).toEqual({ ok: true, about: facts })
  for (const recipientOrigin of ['javascript:1', 'https://a.example/', 'https://a.example/#x']) {
    expect(await about({ ...facts, recipientOrigin })).toMatchObject({ why: 'refused' })
  }
})
