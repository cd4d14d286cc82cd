import { expect, test } from 'vitest'
import { sendChanges } from '../../src/app/living.ts'
import { fieldsOf, partsOf } from '../../src/app/screens/share/fields.ts'
import { logText } from '../../src/app/screens/share/log.ts'
import { see } from '../../src/app/seeing.ts'
import { look } from '../../src/app/noting.ts'
import { makeShare } from '../../src/app/sharing.ts'
import { askNoMore, changeParts, keepUpdated } from '../../src/app/updating.ts'
import { speak } from '../../src/i18n/words.ts'
import { fresh } from '../../src/record/fresh.ts'
import { sharedWith } from '../../src/record/given.ts'
import { put } from '../../src/record/record.ts'
import { paths } from '../../src/share/contract.ts'
import app from '../../locales/app/sv.json' with { type: 'json' }
import { day, noon } from '../relay/given.ts'
import { wordsIn } from '../recipient/words.ts'
import {
  clock,
  cut,
  lose,
  openedBy,
  passes,
  phone,
  start,
  story,
  wish,
  type Break,
} from './line.ts'

const [contact, told] = wish.parts
if (!contact || !told) throw new Error('no parts')

const made = async (over: Partial<typeof wish> = {}) => {
  const line = start()
  await makeShare(line.desk, { ...wish, parts: [contact], ...over })
  const kinds = async () => {
    const opened = await openedBy(line.desk.relay, line.one())
    return opened?.ok ? opened.summary.parts.map(({ kind }) => kind) : opened
  }
  return { ...line, kinds }
}

test('SHARING-210 other parts come under the same link, and what was given before stays in the log', async () => {
  const { desk, one, kinds, store } = await made()
  const { secret, grant } = one()
  expect(await kinds()).toEqual(['contact'])
  phone.now = noon + 60
  expect(await changeParts(desk, one(), { parts: [told], titles: [] })).toEqual({ ok: true })
  expect(await kinds()).toEqual(['story'])
  expect(one()).toMatchObject({ secret, counter: 2, grant: { ...grant, parts: [told] } })
  expect(one().earlier).toEqual([
    { parts: [contact], until: '2027-01-15T08:01:00Z', unsure: false },
  ])
  const { record } = store.state()
  expect(sharedWith(record, contact)).toHaveLength(1)
  const log = logText(record, speak('sv', app), wordsIn('sv'))
  expect(log).toContain('De såg förut')
  expect(log).toContain(wordsIn('sv').t('paper.kind.contact'))
})

test('SHARING-210 a change whose answer was lost is known, or stands in the log in any case', async () => {
  const { desk, one, line, kinds } = await made()
  line.break = lose(paths.replace)
  expect(await changeParts(desk, one(), { parts: [told], titles: [] })).toEqual({ ok: true })
  expect(one().grant.parts).toEqual([told])
  let replaced = false
  line.break = async (path, pass) => {
    if (replaced) return cut(path, pass)
    replaced = path === paths.replace
    return lose(paths.replace)(path, pass)
  }
  expect(await changeParts(desk, one(), { parts: [contact], titles: [] })).toMatchObject({
    ok: false,
  })
  expect(one().grant.parts).toEqual([told])
  expect(one().earlier.flatMap(({ parts }) => parts)).toEqual([contact, contact])
  line.break = passes
  expect(await kinds()).toEqual(['contact'])
})

test('SHARING-481 the log names what they may read from now on before it leaves the phone', async () => {
  const { desk, one, line } = await made()
  const titles = [{ kind: 'story' as const, id: story.id, title: 'Berättelsen' }]
  const atLeaving: unknown[] = []
  line.break = (path, pass) => {
    if (path === paths.replace)
      atLeaving.push(
        one().earlier.map(({ parts }) => parts),
        one().titles,
      )
    return pass()
  }
  expect(await changeParts(desk, one(), { parts: [told], titles })).toEqual({ ok: true })
  // Whoever leaves now, or whose phone dies, finds it there.
  expect(atLeaving).toEqual([[[told]], titles])
  expect(one().earlier.map(({ parts }) => parts)).toEqual([[contact]])
})

test('SHARING-210 what never left, or was refused in so many words, changes nothing', async () => {
  const { desk, one, line } = await made()
  const before = one()
  const full: Break = async () => new Response('{}', { status: 507 })
  for (const [path, why, fails] of [
    [paths.look, 'offline', cut],
    [paths.replace, 'full', full],
  ] as const) {
    line.break = (asked, pass) => (asked === path ? fails(asked, pass) : pass())
    expect(await changeParts(desk, one(), { parts: [told], titles: [] })).toEqual({
      ok: false,
      why,
    })
    const { grant, earlier, counter, titles } = before
    expect(one()).toMatchObject({ grant, earlier, counter, titles })
  }
  clock.now = noon + 8 * day
  line.break = passes
  expect(await changeParts(desk, one(), { parts: [told], titles: [] })).toEqual({
    ok: false,
    why: 'over',
  })
})

/** The line breaks under a change, whose bytes come to the relay when `late` is called. */
const brokenOff = async (over: Partial<typeof wish> = {}) => {
  const all = await made(over)
  const { desk, one, line } = all
  let late: () => Promise<unknown> = () => Promise.reject(new Error('nothing was sent'))
  line.break = (path, pass) => {
    if (path !== paths.replace) return pass()
    late = pass
    return cut(path, pass)
  }
  const chosen = { parts: [contact, told], titles: [] }
  expect(await changeParts(desk, one(), chosen)).toEqual({ ok: false, why: 'offline' })
  line.break = passes
  return { ...all, late: () => late() }
}

test('SHARING-494 a change that comes late, after the phone gave it up, stands in the log', async () => {
  const { desk, one, kinds, late, store } = await brokenOff()
  await late()
  await look(desk, one())
  expect(await kinds()).toEqual(['contact', 'story'])
  expect(sharedWith(store.state().record, told)).toHaveLength(1)
})

test('SHARING-605 what may have reached them is told as that, and no longer once it is known', async () => {
  const { desk, one, late, store, line } = await brokenOff()
  const log = () => logText(store.state().record, speak('sv', app), wordsIn('sv'))
  expect(log()).toContain('Kan ha nått dem (Skickat')
  expect(log()).not.toContain('De såg förut')
  line.break = lose(paths.replace)
  await late()
  expect(await changeParts(desk, one(), { parts: [told], titles: [] })).toEqual({ ok: true })
  expect(one().earlier.map(({ unsure }) => unsure)).toEqual([true, false])
})

/** Whether a change stands in the log after the relay, or what stands in its place, answered so. */
const standsAfter = async (answer: () => Response) => {
  const { desk, one, line } = await made()
  line.break = async (path, pass) => (path === paths.replace ? answer() : pass())
  const done = await changeParts(desk, one(), { parts: [told], titles: [] })
  expect(done).toEqual({ ok: false, why: 'refused' })
  return one().earlier.length > 0
}

test('SHARING-604 what the relay itself refused is not told as on its way, and what else answered is', async () => {
  const no = (why: string, status: number) => () => Response.json({ why }, { status })
  expect(await standsAfter(no('malformed', 400))).toBe(false)
  expect(await standsAfter(no('large', 413))).toBe(false)
  expect(await standsAfter(no('taken', 409))).toBe(false)
  expect(await standsAfter(() => new Response('<p>Welcome', { status: 200 }))).toBe(true)
  expect(await standsAfter(() => new Response(null, { status: 500 }))).toBe(true)
})

test('SHARING-494 a share that is kept up to date is sent once more, as it should read', async () => {
  const { desk, kinds, late } = await brokenOff({ living: true })
  await late()
  expect(await kinds()).toEqual(['contact', 'story'])
  expect(await sendChanges(desk)).toBe(true)
  expect(await kinds()).toEqual(['contact'])
})

test('SHARING-494 where a late one comes first, what she sent after it is the last word', async () => {
  const { desk, one, kinds, late, line } = await brokenOff()
  line.break = async (path, pass) => {
    if (path !== paths.replace) return pass()
    line.break = passes
    await late()
    return pass()
  }
  const lean = { ...contact, fields: ['organisation'] }
  expect(await changeParts(desk, one(), { parts: [lean], titles: [] })).toEqual({ ok: true })
  expect(await kinds()).toEqual(['contact'])
  expect(one()).toMatchObject({ counter: 3, grant: { parts: [lean] } })
  expect(one().earlier.map(({ parts }) => parts)).toEqual([[contact, told], [contact]])
})

test('SHARING-494 what arrived behind a strange answer stands in the log, though nothing more could be asked', async () => {
  const { desk, one, line, kinds, store } = await made()
  let looks = 0
  let replaced = false
  line.break = async (path, pass) => {
    const answer = await pass()
    if (path === paths.replace) {
      replaced = true
      return new Response('<html>', { status: 502 })
    }
    if (replaced && path === paths.look) looks += 1
    return looks > 1 ? cut(path, pass) : answer
  }
  const { ok } = await changeParts(desk, one(), { parts: [contact, told], titles: [] })
  line.break = passes
  expect(await kinds()).toEqual(['contact', 'story'])
  expect(ok).toBe(false)
  expect(sharedWith(store.state().record, told)).toHaveLength(1)
})

test('SHARING-211 what is new is offered for a living share, and goes only when she adds it', async () => {
  const { desk, one, store } = await made({ living: true })
  expect(one().living?.mark).not.toBe('')
  const later = { ...story, id: 'newer-story-0001', topic: 'need' as const }
  phone.now = noon + 60
  desk.send(put({ ...later, written: desk.time() }))
  const offered = () => fresh(store.state().record, one())
  expect(offered()).toMatchObject([{ kind: 'story', id: later.id }])
  expect(await sendChanges(desk)).toBe(true)
  const seen = await see(desk.relay, one())
  expect(seen).toMatchObject({ ok: true, receipt: { counter: 1 } })
  const parts = partsOf(fieldsOf(one(), offered()).parts)
  expect(parts.map(({ kind }) => kind)).toEqual(['contact', 'story'])
  expect(await changeParts(desk, one(), { parts: parts, titles: [] })).toEqual({ ok: true })
  expect(offered()).toEqual([])
})

test('SHARING-211 what she does not want along is offered no more, and nothing is for a share that stands', async () => {
  const { desk, one, store } = await made({ living: true })
  const write = (id: string) => {
    phone.now += 60
    desk.send(put({ ...story, id, topic: 'need', written: desk.time() }))
  }
  write('newer-story-0001')
  askNoMore(desk, one())
  expect(fresh(store.state().record, one())).toEqual([])
  write('newer-story-0002')
  expect(fresh(store.state().record, one())).toHaveLength(1)
  keepUpdated(desk, one(), false)
  expect(fresh(store.state().record, one())).toEqual([])
})
