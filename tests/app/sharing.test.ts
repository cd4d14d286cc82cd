import fc from 'fast-check'
import { expect, test } from 'vitest'
import { look } from '../../src/app/noting.ts'
import { sendAgain } from '../../src/app/resending.ts'
import { makeShare, stopSharing } from '../../src/app/sharing.ts'
import { makeSpoken } from '../../src/app/speaking.ts'
import { changeEnd } from '../../src/app/updating.ts'
import { put } from '../../src/record/record.ts'
import type { Share } from '../../src/record/types.ts'
import { paths } from '../../src/share/contract.ts'
import { records } from '../record/entries.ts'
import { day, noon } from '../relay/given.ts'
import {
  clock,
  cut,
  kept,
  lose,
  openedBy,
  passes,
  phone,
  refusing,
  start,
  story,
  wish,
  type Break,
} from './line.ts'

test('SHARING-1 a share that is made can be opened by link and passcode', async () => {
  const { desk, one } = start()
  const made = await makeShare(desk, { ...wish, passcode: true })
  expect(made).toEqual({ ok: true, id: one().id, skewed: false })
  expect(one().passcode).toMatch(/^\d{6}$/)
  expect(one()).toMatchObject({ origin: 'https://agency.example', made: '2027-01-15T08:00:00Z' })
  const opened = await openedBy(desk.relay, one())
  expect(opened).toMatchObject({
    ok: true,
    until: noon + 7 * day,
    summary: { recipient: 'Socialtjänsten', parts: [{ kind: 'contact' }, { kind: 'story' }] },
  })
})

test('SHARING-1 without a passcode the link is enough', async () => {
  const { desk, one } = start()
  await makeShare(desk, wish)
  expect(one().passcode).toBe(null)
  expect(await openedBy(desk.relay, one())).toMatchObject({ ok: true })
})

test('SHARING-2 the parts that she chose are the parts of the grant, and no others', async () => {
  const { desk, one, store } = start()
  const arbitrary = records.chain((record) =>
    fc.record({
      record: fc.constant(record),
      chosen: fc.subarray([...record.contact.keys()]),
    }),
  )
  await fc.assert(
    fc.asyncProperty(arbitrary, async ({ record, chosen }) => {
      store.send(() => ({ ...record, share: new Map() }))
      const parts = chosen.map((id) => ({ kind: 'contact' as const, id, fields: ['caseNumber'] }))
      await makeShare(desk, { ...wish, parts })
      expect(one().grant.parts).toEqual(parts)
      const opened = await openedBy(desk.relay, one())
      const seen = opened?.ok ? opened.summary.parts : []
      const wanted = chosen.map((id) => record.contact.get(id)?.cases.map(({ number }) => number))
      expect(seen.map(({ facts }) => facts.map(({ text }) => text))).toEqual(wanted)
    }),
    { numRuns: 20 },
  )
})

test('SHARING-3 a share is in the record before the relay gets it', async () => {
  const { desk, line, shares } = start()
  let before: readonly Share[] = []
  line.break = (path, pass) => {
    if (path === paths.create) before = shares()
    return pass()
  }
  await makeShare(desk, wish)
  expect(before).toMatchObject([{ made: '', stopped: '' }])
  expect(before[0]?.secret).toBe(shares()[0]?.secret)
})

test('SHARING-3 what dies on the way out waits, and is sent again under the same secret', async () => {
  const { desk, line, one } = start()
  line.break = (path, pass) => (path === paths.about ? pass() : cut(path, pass))
  expect(await makeShare(desk, wish)).toEqual({ ok: false, why: 'offline', id: one().id })
  const waiting = one()
  expect(waiting.made).toBe('')
  line.break = passes
  clock.now += 60
  expect(await sendAgain(desk, waiting)).toEqual({ ok: true })
  expect(one()).toEqual({ ...waiting, made: '2027-01-15T08:01:00Z' })
  expect(await openedBy(desk.relay, one())).toMatchObject({ ok: true })
})

test('SHARING-4 offline before anything is sent, nothing is left behind', async () => {
  const { desk, line, shares } = start()
  line.break = cut
  expect(await makeShare(desk, wish)).toEqual({ ok: false, why: 'offline', id: null })
  expect(shares()).toEqual([])
})

test('SHARING-4 a relay without room keeps her share waiting', async () => {
  const { desk, one } = start(kept, 0)
  expect(await makeShare(desk, wish)).toEqual({ ok: false, why: 'full', id: one().id })
  expect(one().made).toBe('')
})

test('SHARING-4 more than a share holds is taken back, so that she can choose again', async () => {
  const long = put({ ...story, text: 'a'.repeat(1_000_001) })(kept)
  const { desk, shares } = start(long)
  expect(await makeShare(desk, wish)).toEqual({ ok: false, why: 'large', id: null })
  expect(shares()).toEqual([])
})

test('SHARING-4 nothing is sent while the phone cannot keep it', async () => {
  const { desk, store, shares } = start()
  store.look((view) => ({ ...view, trouble: 'full' }))
  expect(await makeShare(desk, wish)).toEqual({ ok: false, why: 'unkept', id: null })
  expect(shares()).toEqual([])
})

test('SHARING-480 what the phone turns out to have no room for is not sent', async () => {
  const phoneOf = { full: true }
  const { desk, line, shares } = start(kept, undefined, refusing(phoneOf))
  const asked: string[] = []
  line.break = (path, pass) => {
    asked.push(path)
    return pass()
  }
  expect(await makeShare(desk, wish)).toEqual({ ok: false, why: 'unkept', id: null })
  expect(asked).toEqual([paths.about])
  expect(shares()).toEqual([])
  await desk.settled()
  phoneOf.full = false
  desk.send(put({ ...story, title: 'Ny' }))
  await desk.settled()
  expect(await makeShare(desk, wish)).toMatchObject({ ok: true })
})

test('SHARING-5 a lost answer is asked after, and the share is hers', async () => {
  const { desk, line, one } = start()
  line.break = lose(paths.create)
  expect(await makeShare(desk, wish)).toMatchObject({ ok: true })
  expect(one().made).not.toBe('')
  expect(await openedBy(desk.relay, one())).toMatchObject({ ok: true })
})

test('SHARING-5 a share that arrived before the phone died is found again', async () => {
  const { desk, line, one } = start()
  let dead = false
  line.break = async (path, pass) => {
    if (dead) return cut(path, pass)
    dead = path === paths.create
    return lose(paths.create)(path, pass)
  }
  expect(await makeShare(desk, wish)).toMatchObject({ ok: false, why: 'offline' })
  expect(one().made).toBe('')
  line.break = passes
  expect(await sendAgain(desk, one())).toEqual({ ok: true })
  expect(await openedBy(desk.relay, one())).toMatchObject({ ok: true })
})

test('SHARING-6 the end goes by the relay, and a phone that is off is told', async () => {
  for (const [off, skewed] of [
    [-day, true],
    [-301, true],
    [299, false],
    [3_600, true],
  ] as const) {
    const { desk, one } = start()
    phone.now = noon + off
    expect(await makeShare(desk, { ...wish, life: 600 })).toMatchObject({ ok: true, skewed })
    expect(one().grant.until).toBe('2027-01-15T08:10:00Z')
  }
})

test('SHARING-6 a share that waited past its time is not sent', async () => {
  const { desk, line, one } = start()
  line.break = (path, pass) => (path === paths.about ? pass() : cut(path, pass))
  await makeShare(desk, { ...wish, life: 600 })
  line.break = passes
  clock.now += 400
  expect(await sendAgain(desk, one())).toEqual({ ok: false, why: 'over' })
  expect(one().made).toBe('')
})

/** A relay whose word about itself, or about any share, is another. */
const lying =
  (said: string, more: object): Break =>
  async (path, pass) => {
    const answer = await pass()
    return path === said ? Response.json({ ...(await answer.json()), ...more }) : answer
  }

test('SHARING-205 a relay whose clock is far off seals no end, and is told apart from a network that is not there', async () => {
  for (const off of [365 * day, 2 * day, -2 * day]) {
    const { desk, line, shares } = start()
    line.break = lying(paths.about, { now: noon + off })
    expect(await makeShare(desk, wish)).toEqual({ ok: false, why: 'clock', id: null })
    expect(shares()).toEqual([])
    line.break = passes
    await makeShare(desk, wish)
    const [share] = shares()
    if (!share) throw new Error('no share')
    line.break = lying(paths.about, { now: noon + off })
    expect(await changeEnd(desk, share, day)).toEqual({ ok: false, why: 'clock' })
    expect(await makeSpoken(desk, share)).toEqual({ ok: false, why: 'clock' })
    expect(await stopSharing(desk, share)).toEqual({ ok: true })
  }
})

test('SHARING-205 no number makes a time that is none', async () => {
  const { desk, line, one, shares } = start()
  await makeShare(desk, wish)
  const { until } = one().grant
  for (const huge of [2 ** 33, 2 ** 43, Number.MAX_SAFE_INTEGER]) {
    line.break = lying(paths.about, { now: huge })
    expect(await makeShare(desk, wish)).toEqual({ ok: false, why: 'refused', id: null })
    for (const field of ['until', 'lastOpen']) {
      line.break = lying(paths.look, { [field]: huge })
      expect(await look(desk, one())).toEqual({ ok: false, why: 'refused' })
    }
  }
  expect(shares()).toHaveLength(1)
  expect(one().grant.until).toBe(until)
})
