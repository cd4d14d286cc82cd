import { expect, test, vi } from 'vitest'
import { makeShare, stopSharing } from '../../src/app/sharing.ts'
import { endSpoken, makeSpoken } from '../../src/app/speaking.ts'
import { frame, paths, unframe } from '../../src/share/contract.ts'
import { openingOf, openWith } from '../../src/share/client.ts'
import { newBrowserKey } from '../../src/share/opener.ts'
import { newSpoken } from '../../src/share/spoken.ts'
import { openSpoken } from '../../src/share/telephone.ts'
import { day, noon } from '../relay/given.ts'
import { clock, cut, passes, start, wish } from './line.ts'

// How slowly a code is stretched stands in the vectors; here it is the way that counts.
vi.mock(import('../../src/share/passcode.ts'), async (real) => {
  const passcode = await real()
  return { ...passcode, stretch: (typed, salt) => passcode.stretch(typed, salt, 1) }
})

const browser = await newBrowserKey()

const spoken = async (life: number = wish.life) => {
  const line = start()
  await makeShare(line.desk, { ...wish, life, passcode: true })
  const made = await makeSpoken(line.desk, line.one())
  const code = () => line.one().spoken?.code ?? ''
  const type = (who = browser) => openSpoken(line.desk.relay, code(), who)
  return { ...line, made, code, type }
}

test('SHARING-50 a code that is read out leads to the share, whose passcode is still needed', async () => {
  const { desk, one, made, type } = await spoken()
  expect(made).toEqual({ ok: true })
  const found = await type()
  expect(found).toMatchObject({ ok: true, link: { secret: one().secret, passcode: true } })
  if (!found.ok) throw new Error(found.why)
  const wrong = await openWith(desk.relay, await openingOf(found.link, '0', browser))
  expect(wrong).toMatchObject({ why: 'gone' })
  const { passcode } = one()
  expect(await openWith(desk.relay, await openingOf(found.link, passcode, browser))).toMatchObject({
    ok: true,
  })
})

test('SHARING-50 it serves one browser, which may type it again, until it ends', async () => {
  const { one, type } = await spoken()
  expect(one().spoken?.until).toBe('2027-01-16T08:00:00Z')
  for (let at = 0; at < 2; at++) expect(await type()).toMatchObject({ ok: true })
  expect(await type(await newBrowserKey())).toMatchObject({ ok: false, why: 'gone' })
  clock.now = noon + day + 1
  expect(await type()).toMatchObject({ ok: false, why: 'gone' })
})

test('SHARING-51 it never outlives the share, and none is made for the last minutes', async () => {
  const { desk, one } = await spoken(day / 2)
  expect(one().spoken?.until).toBe(one().grant.until)
  clock.now = noon + day / 2 - 60
  expect(await makeSpoken(desk, one())).toEqual({ ok: false, why: 'over' })
})

test('SHARING-52 a stop ends it, said only when the relay did; a stopped share takes it along', async () => {
  const { desk, one, line, code, type } = await spoken()
  line.break = cut
  expect(await endSpoken(desk, one())).toMatchObject({ ok: false, why: 'offline' })
  expect(one().spoken).not.toBe(null)
  line.break = passes
  const before = code()
  expect(await endSpoken(desk, one())).toEqual({ ok: true })
  expect(one().spoken).toBe(null)
  expect(await openSpoken(desk.relay, before, browser)).toMatchObject({ why: 'gone' })
  await makeSpoken(desk, one())
  expect(await type()).toMatchObject({ ok: true })
  const last = code()
  await stopSharing(desk, one())
  expect(one().spoken).toBe(null)
  await expect.poll(() => openSpoken(desk.relay, last, browser)).toMatchObject({ why: 'gone' })
})

test('SHARING-53 the relay gets neither the code nor the link, and no more than a share of the least size', async () => {
  const line = start()
  await makeShare(line.desk, wish)
  const sent: Uint8Array[] = []
  const { relay } = line.desk
  const seeing = {
    ...relay,
    fetch: (url: string, how: RequestInit) => {
      if (url === paths.create && how.body instanceof Uint8Array) sent.push(how.body)
      return relay.fetch(url, how)
    },
  }
  await makeSpoken({ ...line.desk, relay: seeing }, line.one())
  const { secret, spoken: kept } = line.one()
  const text = Buffer.from(sent[0] ?? []).toString('latin1')
  for (const word of [kept?.code ?? '', secret]) expect(text).not.toContain(word)
  const got = unframe(sent[0] ?? new Uint8Array())
  expect(got?.body.length).toBe(16 + 12 + 4_096 + 16)
})

test('SHARING-53 what the relay alters or swaps leads nowhere', async () => {
  const { desk, code, type } = await spoken()
  const { relay } = desk
  const altering = (at: number) => ({
    ...relay,
    fetch: async (url: string, how: RequestInit) => {
      const bytes = new Uint8Array(await (await relay.fetch(url, how)).arrayBuffer())
      const got = unframe(bytes)
      if (!got) throw new Error('no frame')
      const body = Uint8Array.from(got.body)
      body[at] = (body[at] ?? 0) ^ 1
      return new Response(new Uint8Array(frame(Object(got.head), body)))
    },
  })
  for (const at of [3, 40]) {
    const found = await openSpoken(altering(at), code(), browser)
    expect(found).toEqual({ ok: false, why: 'damaged' })
  }
  expect(await type()).toMatchObject({ ok: true })
  expect(await openSpoken(relay, newSpoken(), browser)).toMatchObject({ why: 'gone' })
})
