import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sendWaiting } from '../../src/app/living.ts'
import { look } from '../../src/app/noting.ts'
import { goOnSharing, pauseSharing } from '../../src/app/pausing.ts'
import { see } from '../../src/app/seeing.ts'
import { makeShare, type Desk } from '../../src/app/sharing.ts'
import { put } from '../../src/record/record.ts'
import type { Share } from '../../src/record/types.ts'
import { paths } from '../../src/share/contract.ts'
import { rounds } from '../thorough.ts'
import { cut, openedBy, passes, start, wish, type Break } from './line.ts'

// A pause and its end over a line that brings them late, twice or never.

const terms = { ...wish, openers: 100 }

const made = async (all = start()) => {
  const done = await makeShare(all.desk, terms)
  const one = (): Share => {
    const share = done.ok && all.store.state().record.share.get(done.id)
    if (!share) throw new Error('no share')
    return share
  }
  /** Calls that are still on their way when the phone has given them up. */
  const late: (() => Promise<unknown>)[] = []
  const holds: Break = (path, pass) => {
    late.push(pass)
    return cut(path, pass)
  }
  const arrive = async (): Promise<void> => {
    for (const pass of late.splice(0)) await pass()
  }
  const isOpen = async (): Promise<boolean> => (await openedBy(all.desk.relay, one()))?.ok === true
  return { ...all, one, late, holds, arrive, isOpen }
}

test('SHARING-600 a "let it go on" that comes late opens nothing that she paused since', async () => {
  const { desk, one, line, holds, arrive, isOpen } = await made()
  await pauseSharing(desk, one())
  line.break = holds
  expect(await goOnSharing(desk, one())).toMatchObject({ ok: false, why: 'offline' })
  line.break = passes
  expect(await pauseSharing(desk, one())).toEqual({ ok: true })
  await arrive()
  expect(await isOpen()).toBe(false)
  expect(await see(desk.relay, one())).toMatchObject({ receipt: { state: 'paused' } })
})

test('SHARING-600 a pause that comes late closes nothing that she let go on since', async () => {
  const { desk, one, line, holds, arrive, isOpen } = await made()
  line.break = holds
  expect(await pauseSharing(desk, one())).toMatchObject({ ok: false })
  line.break = passes
  expect(await goOnSharing(desk, one())).toEqual({ ok: true })
  await arrive()
  expect(await isOpen()).toBe(true)
})

type Fate = 'arrives' | 'loses' | 'late' | 'never'

const fates = fc.constantFrom<Fate>('arrives', 'loses', 'late', 'never')
const days = fc.array(fc.tuple(fc.boolean(), fates, fc.boolean()), { minLength: 1, maxLength: 7 })

test('SHARING-600 whatever the line does to each word, what she paused last stays closed', async () => {
  const all = start()
  const property = fc.asyncProperty(days, async (words) => {
    const { desk, one, line, holds, arrive, isOpen } = await made(all)
    const breaks: Readonly<Record<Fate, Break>> = {
      arrives: passes,
      loses: async (path, pass) => (await pass(), cut(path, pass)),
      late: holds,
      never: cut,
    }
    let last = { ok: true, pauses: false }
    for (const [pauses, fate, lands] of words) {
      line.break = breaks[fate]
      const { ok } = await (pauses ? pauseSharing : goOnSharing)(desk, one())
      last = { ok, pauses }
      line.break = passes
      if (lands) await arrive()
    }
    expect(await sendWaiting(desk)).toBe(true)
    await arrive()
    if (last.pauses) expect(await isOpen()).toBe(false)
    else if (last.ok) expect(await isOpen()).toBe(true)
    await look(desk, one())
    expect(one().paused !== '').toBe(!(await isOpen()))
  })
  await fc.assert(property, { numRuns: rounds(25, 150) })
})

test('SHARING-600 pressed one upon the other, the last holds and the first opens nothing in between', async () => {
  const { desk, one, line, isOpen } = await made()
  await pauseSharing(desk, one())
  const asked: string[] = []
  line.break = (path, pass) => {
    asked.push(path)
    return pass()
  }
  const both = await Promise.all([goOnSharing(desk, one()), pauseSharing(desk, one())])
  expect(both).toEqual([{ ok: true }, { ok: true }])
  expect(asked).toEqual([paths.pause])
  expect(await isOpen()).toBe(false)
})

test('SHARING-601 an answer from before her last word says nothing of the pause that she wants', async () => {
  const { desk, one, line } = await made()
  await pauseSharing(desk, one())
  const answered = Promise.withResolvers<void>()
  const seen = Promise.withResolvers<void>()
  line.break = async (_, pass) => {
    const answer = await pass()
    answered.resolve()
    await seen.promise
    return answer
  }
  const looking = look(desk, one())
  await answered.promise
  line.break = passes
  await goOnSharing(desk, one())
  line.break = cut
  await pauseSharing(desk, one())
  seen.resolve()
  await looking
  // The link is open: that it was paused before must not make her believe that it is.
  expect(one()).toMatchObject({ paused: '', pausing: '2027-01-15T08:00:00Z' })
})

test('SHARING-601 a pause that waits goes on waiting while only an earlier one holds', async () => {
  const { desk, one, line, holds, arrive, isOpen } = await made()
  await pauseSharing(desk, one())
  line.break = holds
  await goOnSharing(desk, one())
  line.break = cut
  await pauseSharing(desk, one())
  line.break = passes
  await look(desk, one())
  expect(one()).toMatchObject({ pausing: '2027-01-15T08:00:00Z' })
  await arrive()
  expect(await sendWaiting(desk)).toBe(true)
  expect(await isOpen()).toBe(false)
})

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
