import { expect, test } from 'vitest'
import { sendWaiting } from '../../src/app/living.ts'
import { look } from '../../src/app/noting.ts'
import { goOnSharing, pauseSharing } from '../../src/app/pausing.ts'
import { see } from '../../src/app/seeing.ts'
import type { Desk } from '../../src/app/sharing.ts'
import { put } from '../../src/record/record.ts'
import { openingOf, openWith } from '../../src/share/client.ts'
import { limits, paths } from '../../src/share/contract.ts'
import { parseLink } from '../../src/share/link.ts'
import { newBrowserKey } from '../../src/share/opener.ts'
import { made } from './held.ts'
import { passes, start } from './line.ts'

// A pause and its end where the phone or the relay is not the one that it was.

test('SHARING-602 a phone that was restored, or left before it had written its number down, is heard all the same', async () => {
  const { desk, one, isOpen } = await made()
  const before = one()
  for (const _ of [1, 2, 3]) {
    await pauseSharing(desk, one())
    await goOnSharing(desk, one())
  }
  desk.send(put(before))
  expect(await pauseSharing(desk, one())).toEqual({ ok: true })
  expect(await isOpen()).toBe(false)
  desk.send(put({ ...before, paused: one().paused }))
  expect(await goOnSharing(desk, one())).toEqual({ ok: true })
  expect(await isOpen()).toBe(true)
})

/** The same relay as one of the version before: it refuses what it does not know, and tells no number. */
const older = (desk: Desk): Desk => {
  const fetch: Desk['relay']['fetch'] = async (url, how) => {
    if (typeof how.body === 'string' && how.body.includes('"order"'))
      return new Response('{"why":"malformed"}', { status: 400 })
    const answer = await desk.relay.fetch(url, how)
    if (![paths.pause, paths.look].some((path) => path === url)) return answer
    const { order: _, ...receipt } = await answer.json()
    return Response.json(receipt)
  }
  return { ...desk, relay: { ...desk.relay, fetch } }
}

test('SHARING-602 a relay of the version before pauses, and lets nothing go on', async () => {
  const { desk, one, isOpen } = await made()
  const before = older(desk)
  expect(await pauseSharing(before, one())).toEqual({ ok: true })
  expect(one()).toMatchObject({ pausing: '', paused: '2027-01-15T08:00:00Z' })
  expect(await isOpen()).toBe(false)
  expect(await goOnSharing(before, one())).toEqual({ ok: false, why: 'refused' })
  expect(await isOpen()).toBe(false)
  expect(await goOnSharing(desk, one())).toEqual({ ok: true })
  expect(await isOpen()).toBe(true)
})

test('SHARING-602 a pause to which the relay says that all is over by its clock is asked for again', async () => {
  const { desk, one, line, isOpen } = await made()
  line.break = async (path, pass) => {
    if (path !== paths.pause) return pass()
    const seen = await see(desk.relay, one())
    return Response.json(seen.ok ? { ...seen.receipt, state: 'ended' } : {})
  }
  await pauseSharing(desk, one())
  expect(one().ended).not.toBe('')
  line.break = passes
  await look(desk, one())
  expect(await sendWaiting(desk)).toBe(true)
  expect(await isOpen()).toBe(false)
})

test('SHARING-602 a "let it go on" of a phone that was restored is done, also for a browser that tried too often', async () => {
  const { desk, one } = await made(start(), { passcode: true })
  const before = one()
  for (const _ of [1, 2]) {
    await pauseSharing(desk, one())
    await goOnSharing(desk, one())
  }
  desk.send(put(before))
  const link = await parseLink(one().secret)
  if (!link) throw new Error('no link')
  const opening = await openingOf(link, '000000', await newBrowserKey())
  for (let tried = 0; tried < limits.ownTries; tried++) await openWith(desk.relay, opening)
  const locked = async () => {
    const seen = await see(desk.relay, one())
    return seen.ok ? seen.receipt.locked : null
  }
  expect(await locked()).toBe(1)
  expect(await goOnSharing(desk, one())).toEqual({ ok: true })
  expect(await locked()).toBe(0)
})
