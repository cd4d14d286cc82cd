import { expect, test } from 'vitest'
import { keeping } from '../../src/app/keep.ts'
import { reissue } from '../../src/app/reissuing.ts'
import { fileAway } from '../../src/record/given.ts'
import { put } from '../../src/record/record.ts'
import type { ClientRecord, Share } from '../../src/record/types.ts'
import { sendStops } from '../../src/app/living.ts'
import { sendAgain } from '../../src/app/resending.ts'
import { see } from '../../src/app/seeing.ts'
import { makeShare } from '../../src/app/sharing.ts'
import type { Means } from '../../src/app/store.ts'
import { changeParts } from '../../src/app/updating.ts'
import type { AskVault } from '../../src/disguise/line.ts'
import { paths } from '../../src/share/contract.ts'
import { day, noon } from '../relay/given.ts'
import { recordIn, vaultOf } from './holding.ts'
import {
  clock,
  cut,
  lose,
  openedBy,
  passes,
  phone,
  refusing,
  start,
  wish,
  type Break,
} from './line.ts'

const freshOf = (shares: readonly Share[], old: Share): Share => {
  const fresh = shares.find(({ id }) => id !== old.id)
  if (!fresh) throw new Error('no new share')
  return fresh
}

test('SHARING-240 a new link has the same parts, end and terms, and the old one opens nothing', async () => {
  for (const words of [false, true]) {
    const { desk, one, shares } = start()
    await makeShare(desk, { ...wish, passcode: true, words, openers: 2, living: true })
    const old = one()
    clock.now = phone.now = noon + day
    expect(await reissue(desk, old)).toMatchObject({ ok: true })
    const fresh = shares().find(({ id }) => id !== old.id)
    if (!fresh) throw new Error('no new share')
    expect(fresh).toMatchObject({ grant: old.grant, openers: 2, stopped: '' })
    expect(fresh.living).not.toBeNull()
    expect(fresh.secret).not.toBe(old.secret)
    expect(fresh.passcode).not.toBe(old.passcode)
    expect(/\d/.test(fresh.passcode ?? '')).toBe(!words)
    expect(await openedBy(desk.relay, old)).toEqual({ ok: false, why: 'gone' })
    const opened = await openedBy(desk.relay, fresh)
    expect(opened).toMatchObject({ ok: true, until: noon + 7 * day })
    expect(await see(desk.relay, fresh)).toMatchObject({ receipt: { openers: 1 } })
    clock.now = phone.now = noon
  }
})

test('SHARING-240 while the old one cannot be stopped the new one is not sent, and waits', async () => {
  const { desk, one, shares, line } = start()
  await makeShare(desk, wish)
  const old = one()
  line.break = (path, pass) => (path === paths.stop ? cut(path, pass) : pass())
  const made = await reissue(desk, old)
  const fresh = freshOf(shares(), old)
  expect(made).toEqual({ ok: false, why: 'offline', id: fresh.id })
  expect(one().stopping).not.toBe('')
  expect(await openedBy(desk.relay, fresh)).toEqual({ ok: false, why: 'gone' })
})

test.each([paths.stop, paths.look])(
  'SHARING-492 where the answer of %s is lost and the old one ends later by itself, the new one waits',
  async (lost) => {
    const { desk, one, shares, line } = start()
    await makeShare(desk, wish)
    const old = one()
    line.break = lose(lost)
    expect(await reissue(desk, old)).toMatchObject({ ok: false })
    line.break = passes
    expect(await sendStops(desk)).toBe(true)
    expect(one().stopped).not.toBe('')
    expect(await sendAgain(desk, freshOf(shares(), old))).toEqual({ ok: true })
    expect(await openedBy(desk.relay, freshOf(shares(), old))).toMatchObject({ ok: true })
  },
)

test('SHARING-240 near its end the new one has the shortest life that there is', async () => {
  const { desk, one, shares } = start()
  await makeShare(desk, { ...wish, life: 600 })
  clock.now = phone.now = noon + 500
  const old = one()
  expect(await reissue(desk, old)).toMatchObject({ ok: true })
  const fresh = shares().find(({ id }) => id !== old.id)
  expect(Date.parse(fresh?.grant.until ?? '') / 1000).toBe(noon + 500 + 600)
})

const hour = 3600

test.each([-20, 20])(
  'SHARING-492 a phone whose clock is off by %i hours gives the new link the same end',
  async (hours) => {
    const { desk, one, shares } = start()
    await makeShare(desk, { ...wish, life: day })
    const old = one()
    phone.now = noon + hours * hour
    expect(await reissue(desk, old)).toMatchObject({ ok: true, skewed: true })
    expect(freshOf(shares(), old).grant.until).toBe(old.grant.until)
  },
)

/** What stops the new one once the old one is over. */
const breaks: Readonly<Record<string, Break>> = {
  offline: cut,
  refused: async () => new Response('{}', { status: 500 }),
  long: async () => new Response('{}', { status: 422 }),
}

test.each(Object.entries(breaks))(
  'SHARING-492 what fails after the stop, as with "%s", leaves a share that waits',
  async (why, fails) => {
    const { desk, one, shares, line } = start()
    await makeShare(desk, wish)
    const old = one()
    line.break = (path, pass) => (path === paths.create ? fails(path, pass) : pass())
    const made = await reissue(desk, old)
    const fresh = freshOf(shares(), old)
    expect(made).toEqual({ ok: false, why, id: fresh.id })
    expect(one().stopped).not.toBe('')
    expect(fresh).toMatchObject({ made: '', grant: old.grant })
    line.break = passes
    expect(await sendAgain(desk, fresh)).toEqual({ ok: true })
    expect(await openedBy(desk.relay, freshOf(shares(), old))).toMatchObject({ ok: true })
  },
)

test('SHARING-492 who is cut off at the stop finds the new one written down', async () => {
  const { desk, one, shares, line } = start()
  await makeShare(desk, wish)
  const old = one()
  const stopping = Promise.withResolvers<void>()
  line.break = (path, pass) => {
    if (path !== paths.stop) return pass()
    stopping.resolve()
    return new Promise(() => {})
  }
  void reissue(desk, old)
  await stopping.promise
  expect(freshOf(shares(), old).made).toBe('')
  expect(one().stopping).not.toBe('')
})

test('SHARING-492 a phone without room for the new one leaves the old one as it is', async () => {
  const room = { full: false }
  const { desk, one, shares } = start(undefined, undefined, refusing(room))
  await makeShare(desk, wish)
  room.full = true
  expect(await reissue(desk, one())).toEqual({ ok: false, why: 'unkept', id: null })
  expect(shares()).toHaveLength(1)
  expect(one()).toMatchObject({ stopping: '', stopped: '' })
  expect(await openedBy(desk.relay, one())).toMatchObject({ ok: true })
})

test('SHARING-492 where the relay takes only what ends sooner, the new one ends sooner', async () => {
  const { desk, one, shares, line } = start()
  await makeShare(desk, { ...wish, life: 30 * day })
  const old = one()
  line.break = async (path, pass) => {
    const answer = await pass()
    if (path !== paths.about) return answer
    return Response.json({ ...(await answer.json()), longest: 7 * day })
  }
  expect(await reissue(desk, old)).toMatchObject({ ok: true })
  expect(Date.parse(freshOf(shares(), old).grant.until) / 1000).toBe(noon + 7 * day)
})

test('SHARING-492 pressed twice it makes one new link, of the parts as they are by then', async () => {
  const { desk, one, shares } = start()
  const [contact] = wish.parts
  if (!contact) throw new Error('no part')
  await makeShare(desk, wish)
  const old = one()
  const less = changeParts(desk, old, { parts: [contact], titles: [] })
  const made = await Promise.all([reissue(desk, old), reissue(desk, old)])
  expect(await less).toEqual({ ok: true })
  expect(made).toMatchObject([{ ok: true }, { ok: false, why: 'over', id: null }])
  expect(shares()).toHaveLength(2)
  expect(freshOf(shares(), old).grant.parts).toEqual([contact])
})

/** A phone that can be killed after any commit, and every record that it would wake up with. */
const wakings = () => {
  const vault = vaultOf()
  const records: ClientRecord[] = []
  const ask = (async (question: Parameters<AskVault>[0]) => {
    const answer = await vault.ask(question)
    records.push(recordIn(vault))
    return answer
  }) as AskVault
  return { records, keep: ((told, first) => keeping(ask, first, told)) satisfies Means['keep'] }
}

test('SHARING-603 whenever the phone dies, it wakes up with the old link wanted stopped or with no new one', async () => {
  const { records, keep } = wakings()
  const { desk, store, one, line } = start(undefined, undefined, keep)
  await makeShare(desk, wish)
  await store.settled()
  const old = one()
  line.break = (path, pass) => (path === paths.stop ? cut(path, pass) : pass())
  const made = await reissue(desk, old)
  await store.settled()
  const both = records.filter(({ share }) => made.id !== null && share.has(made.id))
  expect(both.length).toBeGreaterThan(0)
  for (const { share } of both) expect(share.get(old.id)?.stopping).not.toBe('')
  // What it wakes up with first is brought to its end.
  for (const share of both[0]?.share.values() ?? []) store.send(put(share))
  line.break = passes
  expect(await sendStops(desk)).toBe(true)
  expect(one().stopped).not.toBe('')
  expect(await openedBy(desk.relay, old)).toEqual({ ok: false, why: 'gone' })
})

/** A new link is asked for in the place of one whose stop breaks off. */
const between = async () => {
  const all = start()
  await makeShare(all.desk, wish)
  const old = all.one()
  all.line.break = (path, pass) => (path === paths.stop ? cut(path, pass) : pass())
  await reissue(all.desk, old)
  return { ...all, old, fresh: freshOf(all.shares(), old) }
}

test('SHARING-603 the new one is sent again only once the old one has ended', async () => {
  const { desk, shares, line, old, fresh } = await between()
  expect(await sendAgain(desk, fresh)).toEqual({ ok: false, why: 'offline' })
  expect(await openedBy(desk.relay, fresh)).toEqual({ ok: false, why: 'gone' })
  line.break = passes
  expect(await sendAgain(desk, fresh)).toEqual({ ok: true })
  expect(await openedBy(desk.relay, old)).toEqual({ ok: false, why: 'gone' })
  expect(await openedBy(desk.relay, freshOf(shares(), old))).toMatchObject({ ok: true })
})

test('SHARING-603 an old link that she put away, which nothing can stop any more, holds up no new one', async () => {
  const { desk, one, line, fresh } = await between()
  desk.send(put({ ...fileAway(one(), desk.time()), ended: desk.time() }))
  line.break = passes
  expect(await sendAgain(desk, fresh)).toEqual({ ok: true })
})
