import { expect, test } from 'vitest'
import { sendChanges, sendStops } from '../../src/app/living.ts'
import { lookAtAll } from '../../src/app/lookingAll.ts'
import { look } from '../../src/app/noting.ts'
import { logText } from '../../src/app/screens/share/log.ts'
import { titleKept } from '../../src/app/screens/share/theirs.ts'
import { makeShare, stopSharing } from '../../src/app/sharing.ts'
import { changeParts } from '../../src/app/updating.ts'
import { speak } from '../../src/i18n/words.ts'
import { sharedWith } from '../../src/record/given.ts'
import { put } from '../../src/record/record.ts'
import type { Share } from '../../src/record/types.ts'
import { paths } from '../../src/share/contract.ts'
import app from '../../locales/app/sv.json' with { type: 'json' }
import { noon } from '../relay/given.ts'
import { wordsIn } from '../recipient/words.ts'
import { clock, cut, lose, openedBy, passes, phone, start, story, wish } from './line.ts'

const made = async (over: Partial<typeof wish> = {}) => {
  const line = start()
  await makeShare(line.desk, { ...wish, ...over })
  return line
}

test('SHARING-230 a stop that could not be sent waits, and goes as soon as there is a network', async () => {
  const { desk, one, line } = await made({ living: true })
  line.break = cut
  expect(await stopSharing(desk, one())).toEqual({ ok: false, why: 'offline' })
  const since = one().stopping
  expect(since).toBe(desk.time())
  phone.now = noon + 60
  expect(await sendStops(desk)).toBe(false)
  expect(one()).toMatchObject({ stopping: since, stopped: '' })
  line.break = passes
  expect(await openedBy(desk.relay, one())).toMatchObject({ ok: true })
  // What is to be stopped gets nothing new.
  desk.send(put({ ...story, text: 'Efteråt' }))
  const asked: string[] = []
  line.break = (path, pass) => {
    asked.push(path)
    return pass()
  }
  expect(await sendChanges(desk)).toBe(true)
  expect(asked).toEqual([])
  expect(await sendStops(desk)).toBe(true)
  expect(one()).toMatchObject({ stopping: '', stopped: desk.time() })
  expect(await openedBy(desk.relay, one())).toEqual({ ok: false, why: 'gone' })
  expect(await sendStops(desk)).toBe(true)
})

test('SHARING-230 a stop that arrived without an answer is known at the next try', async () => {
  const { desk, one, line } = await made()
  let dead = false
  line.break = async (path, pass) => {
    if (dead) return cut(path, pass)
    dead = path === paths.stop
    return lose(paths.stop)(path, pass)
  }
  expect(await stopSharing(desk, one())).toMatchObject({ ok: false })
  line.break = passes
  expect(await openedBy(desk.relay, one())).toEqual({ ok: false, why: 'gone' })
  expect(await sendStops(desk)).toBe(true)
  expect(one().stopped).not.toBe('')
})

test('SHARING-231 the log says whether it was opened, by the hour and as far as she looked', async () => {
  const { desk, one, store } = await made()
  const log = () => logText(store.state().record, speak('sv', app), wordsIn('sv'))
  expect(log()).not.toContain('Öppnad:')
  clock.now = phone.now = noon + 1_234
  await look(desk, one())
  expect(log()).toContain('Öppnad: Inte öppnad')
  await openedBy(desk.relay, one())
  await look(desk, one())
  // Without a passcode it counts once it is shown; the relay's own word is what is kept.
  expect(one().seen).toMatchObject({ at: '2027-01-15T08:00:00Z' })
  const again = await made({ passcode: true })
  await openedBy(again.desk.relay, again.one())
  await look(again.desk, again.one())
  expect(again.one().seen).toEqual({
    at: '2027-01-15T08:00:00Z',
    opens: 1,
    openers: 1,
    last: '2027-01-15T08:00:00Z',
  })
  expect(logText(again.store.state().record, speak('sv', app), wordsIn('sv'))).toContain(
    'Öppnad: 1 gång',
  )
})

test('SHARING-232 one look asks about all, and goes on past one that cannot be reached', async () => {
  const { desk, line, shares } = await made()
  await makeShare(desk, wish)
  let looks = 0
  line.break = (path, pass) =>
    path === paths.look && (looks += 1) === 1 ? cut(path, pass) : pass()
  expect(await lookAtAll(desk, shares())).toEqual({ ok: false, why: 'offline' })
  expect(shares().map(({ seen }) => seen !== null)).toEqual([false, true])
  line.break = passes
  expect(await lookAtAll(desk, shares())).toEqual({ ok: true, fresh: 0 })
  expect(shares().every(({ seen }) => seen !== null)).toBe(true)
})

test('SHARING-233 what is deleted later is still called what it was when she gave it', async () => {
  const [contact, told] = [
    { kind: 'contact', id: 'one', fields: [] },
    { kind: 'story', id: 'other', fields: [] },
  ] as const
  const { desk, one } = await made({ titles: [{ id: told.id, title: 'Då' }] })
  expect([titleKept(one(), told), titleKept(one(), contact)]).toEqual(['Då', ''])
  const titles = [{ id: contact.id, title: 'Skolan' }]
  expect(await changeParts(desk, one(), { parts: [contact], titles })).toEqual({ ok: true })
  expect([titleKept(one(), told), titleKept(one(), contact)]).toEqual(['Då', 'Skolan'])
})

test('SHARING-233 a file knows whom it was given to, and the log names its kind alone', async () => {
  const { desk, one, store } = await made()
  const sealed = { id: 'i', key: 'k', type: 'image/jpeg', size: 1 } as const
  const files: Share['files'] = [{ of: 'photo', whole: false, hash: 'h', sealed }]
  desk.send(put({ ...one(), files }))
  const { record } = store.state()
  expect(sharedWith(record, { kind: 'attachment', id: 'photo' })).toHaveLength(1)
  expect(sharedWith(record, { kind: 'attachment', id: 'other' })).toEqual([])
  const theirs = wordsIn('sv')
  const log = logText(record, speak('sv', app), theirs)
  expect(log).toContain(theirs.t('paper.file.picture'))
})
