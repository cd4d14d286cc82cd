import { expect, test } from 'vitest'
import { sendStops } from '../../src/app/living.ts'
import { goOnSharing } from '../../src/app/pausing.ts'
import { see } from '../../src/app/seeing.ts'
import { makeShare, stopEach, stopSharing, takeBack, type Desk } from '../../src/app/sharing.ts'
import { put } from '../../src/record/record.ts'
import type { Share } from '../../src/record/types.ts'
import { random, spell } from '../../src/share/bytes.ts'
import { call, type Relay } from '../../src/share/call.ts'
import { paths } from '../../src/share/contract.ts'
import { derive } from '../../src/share/keys.ts'
import { parseLink } from '../../src/share/link.ts'
import { cut, lose, openedBy, passes, start, startLine, wish, type Break } from './line.ts'

test('SHARING-7 a stopped share opens no more, and stays as what she once gave', async () => {
  const { desk, one } = start()
  await makeShare(desk, wish)
  const { grant } = one()
  expect(await stopSharing(desk, one())).toEqual({ ok: true })
  expect(one()).toMatchObject({ stopped: '2027-01-15T08:00:00Z', grant })
  expect(await openedBy(desk.relay, one())).toEqual({ ok: false, why: 'gone' })
})

test('SHARING-7 no share is called stopped unless the relay says so', async () => {
  const { desk, line, one } = start()
  await makeShare(desk, wish)
  const portal =
    (status: number): Break =>
    () =>
      Promise.resolve(new Response(null, { status }))
  const forged: Break = (path, pass) => (path === paths.stop ? portal(200)(path, pass) : pass())
  for (const broken of [cut, portal(200), portal(404), portal(503), forged]) {
    line.break = broken
    expect(await stopSharing(desk, one())).toMatchObject({ ok: false })
    expect(one().stopped).toBe('')
  }
  line.break = passes
  expect(await stopSharing(desk, one())).toEqual({ ok: true })
})

test('SHARING-483 who leaves before a stop is answered still has it stopped at the next chance', async () => {
  const { desk, line, one, store } = start()
  await makeShare(desk, wish)
  // She leaves with the first word to the relay, which nobody hears.
  let left: Share | null = null
  line.break = (path, pass) => {
    left ??= one()
    return cut(path, pass)
  }
  await stopSharing(desk, one())
  expect(left).toMatchObject({ stopping: '2027-01-15T08:00:00Z', stopped: '' })
  // What stood in her record then is what she finds.
  if (left) store.send(put(left))
  line.break = passes
  expect(await sendStops(desk)).toBe(true)
  expect(one()).toMatchObject({ stopping: '', stopped: '2027-01-15T08:00:00Z' })
  expect(await openedBy(desk.relay, one())).toEqual({ ok: false, why: 'gone' })
})

test('SHARING-483 so it is with all that she stops together, from the first word on', async () => {
  const { desk, line, shares } = start()
  await makeShare(desk, wish)
  await makeShare(desk, wish)
  const found: string[][] = []
  line.break = (path, pass) => {
    found.push(shares().map(({ stopping }) => stopping))
    return cut(path, pass)
  }
  expect(await stopEach(desk, shares())).toEqual({ ok: false, why: 'offline' })
  expect(found[0]).toEqual(['2027-01-15T08:00:00Z', '2027-01-15T08:00:00Z'])
})

test('SHARING-7 a share that the relay has long forgotten counts as stopped', async () => {
  const { desk, one } = start()
  await makeShare(desk, wish)
  const stranger = startLine()
  const elsewhere: Desk = { ...desk, relay: stranger.caller }
  expect(await stopSharing(elsewhere, one())).toEqual({ ok: true })
})

test('SHARING-8 an unsent share is let go only when the relay surely has none of it', async () => {
  const { desk, line, one, shares } = start()
  line.break = async (path, pass) => {
    if (path === paths.about) return pass()
    return path === paths.create ? lose(paths.create)(path, pass) : cut(path, pass)
  }
  await makeShare(desk, wish)
  const lost = one()
  expect(await takeBack(desk, lost)).toEqual({ ok: false, why: 'offline' })
  expect(shares()).toEqual([lost])
  line.break = passes
  expect(await takeBack(desk, lost)).toEqual({ ok: true })
  expect(shares()).toEqual([])
  expect(await openedBy(desk.relay, lost)).toEqual({ ok: false, why: 'gone' })
})

/** One guess at the passcode, as often as wanted: stretching it once is slow enough. */
const guesser = async (relay: Relay, share: Share, passcode: string) => {
  const link = await parseLink(share.secret)
  if (!link) throw new Error('damaged')
  const keys = await derive(link, passcode)
  const [locator, proof] = [spell(keys.locator), spell(keys.link)]
  const pass = keys.pass && spell(keys.pass)
  const ask = { version: 1, locator, link: proof, pass }
  // Each from another browser: one alone would have used up its own tries before the link's.
  const from = () => JSON.stringify({ ...ask, opener: spell(random(16)) })
  return () => call(relay, paths.open, from(), 100_000)
}

test('SHARING-9 she sees opens and wrong codes, and lets a paused link go on', async () => {
  const { desk, one } = start()
  await makeShare(desk, { ...wish, passcode: true })
  const right = await guesser(desk.relay, one(), one().passcode ?? '')
  const wrong = await guesser(desk.relay, one(), 'wrong')
  expect(await right()).toMatchObject({ status: 200 })
  for (let tries = 0; tries < 10; tries++) expect(await wrong()).toMatchObject({ status: 404 })
  const paused = { state: 'paused', openers: 1, opens: 1, wrong: 10 }
  expect(await see(desk.relay, one())).toMatchObject({ ok: true, receipt: paused })
  expect(await right()).toMatchObject({ status: 404 })
  expect(await goOnSharing(desk, one())).toEqual({ ok: true })
  expect(await see(desk.relay, one())).toMatchObject({ receipt: { state: 'live' } })
  expect(await right()).toMatchObject({ status: 200 })
})
