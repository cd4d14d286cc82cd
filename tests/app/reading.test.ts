import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { keeping } from '../../src/app/keep.ts'
import { startReading } from '../../src/app/reading.ts'
import { preparing } from '../../src/app/screens/search/preparing.ts'
import { createStore } from '../../src/app/store.ts'
import { go, goTab } from '../../src/app/view.ts'
import type { AskVault } from '../../src/disguise/line.ts'
import { speak } from '../../src/i18n/words.ts'
import { encodeEntry, nameOf } from '../../src/record/encode.ts'
import { all, drop, emptyRecord, put, settingOf } from '../../src/record/record.ts'
import type { ClientRecord, Contact, Entry, Story } from '../../src/record/types.ts'
import type { Item } from '../../src/vault/messages.ts'
import { contacts, stories } from '../record/entries.ts'

const one = <T>(of: fc.Arbitrary<T>, seed: number): T => {
  const [made] = fc.sample(of, { numRuns: 1, seed })
  if (made === undefined) throw new Error('no sample')
  return made
}

const contact: Contact = one(contacts, 1)
const told: readonly Story[] = Array.from({ length: 30 }, (_, n) => ({
  ...one(stories, 2),
  id: `story${n}`,
}))
const place: Entry = { kind: 'place', id: 'place', path: '[{"at":"stories"}]', scroll: 0 }
const recordOf = (entries: readonly Entry[]): ClientRecord => all(...entries.map(put))(emptyRecord)
const itemOf = (entry: Entry): Item => [
  nameOf(entry.kind, entry.id),
  new TextEncoder().encode(encodeEntry(entry)),
]

/** A clock that goes on by a millisecond whenever it is looked at. */
const ticking = () => {
  let time = 0
  return () => (time += 1)
}

const opened = (entries: readonly Entry[]) => {
  const reading = startReading(entries.map(itemOf), ticking())
  reading.step(0)
  const commits: Parameters<AskVault>[0][] = []
  const ask = ((question: Parameters<AskVault>[0]) => {
    commits.push(question)
    return Promise.resolve({ ok: true })
  }) as AskVault
  const store = createStore(
    {
      keep: (outcome, first) => keeping(ask, first, outcome),
      now: () => new Date('2026-11-23T12:00:00Z'),
      newId: () => 'id',
      speak: () => Promise.resolve(speak('en', {})),
      copy: () => Promise.resolve({ ok: true, file: new Uint8Array(commits.length), lostPages: 0 }),
      storage: 'file',
      grow: () => Promise.resolve(true),
    },
    reading.record(),
    speak('en', {}),
    () => {
      reading.step(Infinity)
      return reading.record()
    },
  )
  return { reading, store, commits }
}

const namesIn = (commits: readonly Parameters<AskVault>[0][]): readonly string[] =>
  commits.flatMap((one) =>
    one.ask === 'commit' ? [...one.put.map(([name]) => name), ...one.drop] : [],
  )

test('READ-1 the first step has what the first screen draws, and the steps come to everything', () => {
  const items = [...told.map(itemOf), ['story/broken', new Uint8Array(3)] as const, itemOf(contact)]
  const reading = startReading(items, ticking())
  expect(reading.step(0)).toBe(false)
  const first = reading.record()
  expect([first.contact.size, first.story.size]).toEqual([1, 1])
  expect(reading.step(5)).toBe(false)
  expect(reading.record().story.size).toBe(6)
  expect(reading.unread()).toBe(0)
  expect(reading.step(Infinity)).toBe(true)
  expect(reading.record()).toEqual(recordOf([...told, contact]))
  expect(reading.unread()).toBe(1)
  expect(first.story.size).toBe(1)
})

test('READ-2 what she does before everything is read is kept, and nothing else is touched', () => {
  const { store, commits } = opened([...told, contact])
  const changed = { ...settingOf(emptyRecord), idle: 2 }
  store.send(put(changed))
  store.send(drop('contact', contact.id))
  expect(commits).toEqual([])
  expect(store.state().record.story.size).toBe(1)
  store.whole()
  expect(store.state().record).toEqual(recordOf([...told, changed]))
  expect(namesIn(commits)).toEqual(['setting/setting', `contact/${contact.id}`])
  store.whole()
  expect(commits.length).toBe(1)
})

test('READ-2 a record that is read and not touched is not written', () => {
  const { store, commits } = opened([...told, contact])
  store.whole()
  expect(store.state().record.story.size).toBe(30)
  expect(commits).toEqual([])
})

test('READ-3 any other screen is drawn from everything', () => {
  const { store } = opened([...told, contact])
  store.look(goTab('home'))
  expect(store.state().record.story.size).toBe(1)
  store.look(go({ at: 'search' }))
  expect(store.state().record.story.size).toBe(30)
})

test('READ-3 a copy waits for everything and for what she did', async () => {
  const { store, commits } = opened([...told])
  store.send(put(contact))
  expect(await store.copy(new Uint8Array(16))).toMatchObject({ file: new Uint8Array(1) })
  expect(new Set(namesIn(commits))).toEqual(new Set([nameOf('contact', contact.id)]))
})

test('READ-3 leaving keeps what she did, and drops nothing', () => {
  const { store, commits } = opened([...told])
  store.send(put(contact))
  store.leave()
  const kept = new Set(namesIn(commits))
  expect(kept).toEqual(new Set([nameOf('contact', contact.id), 'place/place']))
})

test('READ-3 whoever left on another screen finds it whole', () => {
  const { store } = opened([...told, place])
  expect(store.state().record.story.size).toBe(30)
})

test('HOME-6 the search gets ready a little at a time, and stops when it is left', () => {
  vi.useFakeTimers()
  const now = vi.spyOn(performance, 'now').mockImplementation(ticking())
  const seen = new Set<number>()
  const watched = told.map((story, n) => ({
    ...story,
    get text() {
      seen.add(n)
      return ''
    },
  }))
  const stop = preparing(watched)
  expect(seen.size).toBe(0)
  vi.advanceTimersToNextTimer()
  expect(seen.size).toBe(7)
  vi.advanceTimersToNextTimer()
  expect(seen.size).toBe(14)
  stop()
  vi.runAllTimers()
  expect(seen.size).toBe(14)
  preparing(watched)
  vi.runAllTimers()
  expect(seen.size).toBe(30)
  now.mockRestore()
  vi.useRealTimers()
})

test('FORENSIC-16 what entries are read from and kept as is zeroed once it has served', async () => {
  const items = [contact, ...told].map(itemOf)
  const reading = startReading(items, ticking())
  reading.step(Infinity)
  expect(reading.record().story.size).toBe(30)
  expect(items.every(([, bytes]) => bytes.length > 0 && bytes.every((byte) => byte === 0))).toBe(
    true,
  )
  const sent: Item[] = []
  const found: boolean[] = []
  const ask = (async (question: { readonly put: readonly Item[] }) => {
    sent.push(...question.put)
    found.push(sent.every(([, bytes]) => bytes.some((byte) => byte !== 0)))
    return Promise.resolve({ ok: true })
  }) as AskVault
  await new Promise((done) => {
    keeping(ask, emptyRecord, done).record(recordOf([contact]))
  })
  expect(found).toEqual([true])
  expect(sent.flatMap(([, bytes]) => [...bytes]).every((byte) => byte === 0)).toBe(true)
})
