import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sendWaiting } from '../../src/app/living.ts'
import { look } from '../../src/app/noting.ts'
import { goOnSharing, pauseSharing } from '../../src/app/pausing.ts'
import { see } from '../../src/app/seeing.ts'
import { put } from '../../src/record/record.ts'
import { paths } from '../../src/share/contract.ts'
import { rounds } from '../thorough.ts'
import { made } from './held.ts'
import { cut, passes, start, type Break } from './line.ts'

// A pause and its end over a line that brings them late, twice or never.

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

/** A proxy whose relay is just starting anew answers once in its place. */
const failsOnce = (): Break => {
  let failed = false
  return (_, pass) => {
    if (failed) return pass()
    failed = true
    return Promise.resolve(new Response('Bad Gateway', { status: 502 }))
  }
}

type Fate = 'arrives' | 'loses' | 'late' | 'never' | 'fails'

const fates = fc.constantFrom<Fate>('arrives', 'loses', 'late', 'never', 'fails')
const days = fc.array(fc.tuple(fc.boolean(), fates, fc.boolean()), { minLength: 1, maxLength: 7 })

test('SHARING-600 whatever the line does to each word, what she paused last stays closed', async () => {
  const all = start()
  const property = fc.asyncProperty(days, async (words) => {
    const { desk, one, line, holds, arrive, isOpen } = await made(all)
    const breaks = (): Readonly<Record<Fate, Break>> => ({
      arrives: passes,
      loses: async (path, pass) => (await pass(), cut(path, pass)),
      late: holds,
      never: cut,
      fails: failsOnce(),
    })
    let last = { ok: true, pauses: false }
    for (const [pauses, fate, lands] of words) {
      line.break = breaks()[fate]
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

test('SHARING-601 a pause that something else answered waits, and is not sent without its number', async () => {
  const { desk, one, line, holds, arrive, isOpen } = await made()
  await pauseSharing(desk, one())
  line.break = holds
  await goOnSharing(desk, one())
  line.break = failsOnce()
  expect(await pauseSharing(desk, one())).toEqual({ ok: false, why: 'refused' })
  expect(one().pausing).not.toBe('')
  line.break = passes
  expect(await sendWaiting(desk)).toBe(true)
  await arrive()
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

test('SHARING-601 where something else says that a pause is not there, it goes on waiting', async () => {
  const { desk, one, line } = await made()
  const before = one()
  for (const _ of [1, 2]) await pauseSharing(desk, one())
  await goOnSharing(desk, one())
  desk.send(put(before))
  let asked = 0
  line.break = (path, pass) => {
    asked += path === paths.pause ? 1 : 0
    const portal = asked > 1
    return portal ? Promise.resolve(new Response('Log in', { status: 404 })) : pass()
  }
  expect(await pauseSharing(desk, one())).toMatchObject({ ok: false })
  expect(asked).toBe(2)
  expect(one()).toMatchObject({ ended: '', pausing: '2027-01-15T08:00:00Z' })
})
