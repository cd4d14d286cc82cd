import fc from 'fast-check'
import { expect, test } from 'vitest'
import { below } from '../../src/app/code.ts'
import {
  differentPlace,
  drawPlaces,
  fitted,
  isAllTyped,
  keyFor,
  nothingTyped,
  typedWith,
  type Typed,
} from '../../src/app/screens/backup/typing.ts'
import { fileNameOn } from '../../src/app/errands.ts'
import { offersCopy } from '../../src/app/screens/home/ahead.ts'
import { entriesIn, frontOf } from '../../src/app/screens/setUp/copy.ts'
import { readDigits } from '../../src/app/screens/setUp/reading.ts'
import { createStore } from '../../src/app/store.ts'
import { speak } from '../../src/i18n/words.ts'
import { counted } from '../../src/record/counted.ts'
import { kinds, readEntry } from '../../src/record/read.ts'
import type { Change, Entry } from '../../src/record/types.ts'
import { all, emptyRecord, put } from '../../src/record/record.ts'
import { firstSetting } from '../../src/record/setting.ts'
import type { Setting } from '../../src/record/setting.ts'
import { splitKey } from '../../src/vault/keyPieces.ts'
import { digitsOf } from '../../src/vault/recoveryKey.ts'
import { contacts, stories } from '../record/entries.ts'

const typed = (keys: string, from: Typed = nothingTyped(3)): Typed =>
  Array.from(keys).reduce(typedWith, from)

test('BACKUP-3 digits fill one group after another, and no more than there is room for', () => {
  expect(typed('1234567').groups).toEqual(['12345', '67', ''])
  expect(typed('123451234512345').groups).toEqual(['12345', '12345', '12345'])
  expect(typed('1234512345123459')).toEqual({ groups: ['12345', '12345', '12345'], at: null })
})

test('BACKUP-3 what was typed can be taken back, across groups', () => {
  expect(typed('12B3').groups).toEqual(['13', '', ''])
  expect(typed('123456BB').groups).toEqual(['1234', '', ''])
  expect(typed('B').groups).toEqual(['', '', ''])
  expect(typed('123451234512345B').groups).toEqual(['12345', '12345', '1234'])
})

test('BACKUP-3 a full group that she goes back to begins anew, and typing goes on where there is room', () => {
  const full = typed('123451234512345')
  expect(typed('99999', { ...full, at: 1 })).toEqual({
    groups: ['12345', '99999', '12345'],
    at: null,
  })
  expect(typed('999991', { ...typed('12345'), at: 0 }).groups).toEqual(['99999', '1', ''])
  expect(isAllTyped(full)).toBe(true)
  expect(isAllTyped(typed('9', { ...full, at: 2 }))).toBe(false)
})

test('BACKUP-22 the first digit says how many groups there are, also when it is mended', () => {
  const type = (digits: string, from: Typed = nothingTyped(8)): Typed =>
    Array.from(digits).reduce((now, digit) => fitted(typedWith(now, digit)), from)
  const key = type('3'.repeat(60))
  expect(key).toEqual({ groups: Array(8).fill('33333'), at: null })
  expect(type('6'.repeat(60))).toEqual({ groups: Array(9).fill('66666'), at: null })
  const grown = type('53333', { ...key, at: 0 })
  expect(grown.groups).toEqual(['53333', ...Array<string>(7).fill('33333'), ''])
  expect(grown.at).toBe(8)
  expect(type('33333', { ...grown, at: 0 })).toEqual(key)
  expect(type('6B').groups).toEqual(Array(9).fill(''))
  expect(type('6B2').groups).toEqual(['2', ...Array<string>(7).fill('')])
})

test('BACKUP-22 what is typed is a key, a first piece, or with a second one the key', async () => {
  const key = new Uint8Array(16).fill(90)
  const [one = '', two = ''] = await splitKey(key)
  expect(await readDigits(digitsOf(key), null)).toEqual({ is: 'key', key })
  const first = await readDigits(one, null)
  const piece = first.is === 'piece' ? first.piece : null
  expect(piece?.length).toBe(18)
  expect(await readDigits(two, piece)).toEqual({ is: 'key', key })
  expect(await readDigits(digitsOf(key), piece)).toEqual({ is: 'key', key })
  expect(await readDigits(one, piece)).toEqual({ is: 'unfit', why: 'again' })
  const slip = `${one.slice(0, 44)}${(Number(one[44]) + 1) % 10}`
  expect(await readDigits(slip, null)).toEqual({ is: 'unfit', why: 'digit' })
  expect(await readDigits('4'.repeat(40), null)).toEqual({ is: 'unfit', why: 'digit' })
})

test.each([
  ['7', '7'],
  ['٧', '7'],
  ['۷', '7'],
  ['Backspace', 'B'],
  ['B', null],
  ['+', null],
  ['Enter', null],
])('BACKUP-3 the keyboard’s %s is %s', (pressed, key) => {
  expect(keyFor(pressed)).toBe(key)
})

test('BACKUP-4 three different groups are drawn, in order, and each in its turn', () => {
  const drawn = Array.from({ length: 300 }, () => drawPlaces(3, below))
  for (const places of drawn) {
    expect(new Set(places).size).toBe(3)
    expect(places.toSorted((a, b) => a - b)).toEqual(places)
  }
  expect(new Set(drawn.flat())).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7]))
})

test('BACKUP-4 the same groups are right, and the first that differs is named', () => {
  const groups = ['00000', '11111', '22222', '33333', '44444', '55555', '66666', '77777']
  const places = [1, 4, 6]
  expect(differentPlace(typed('111114444466666'), places, groups)).toBeNull()
  expect(differentPlace(typed('111114444566667'), places, groups)).toBe(4)
  expect(differentPlace(typed('111104444466666'), places, groups)).toBe(1)
})

test('BACKUP-11 what is still being typed is kept before a copy is asked for', async () => {
  const order: string[] = []
  const store = createStore(
    {
      keep: () => ({
        record: () => order.push('kept'),
        flush: () => order.push('flushed'),
        settled: () => Promise.resolve().then(() => void order.push('settled')),
      }),
      now: () => new Date('2026-11-23T12:00:00Z'),
      newId: () => 'id',
      speak: () => Promise.resolve(speak('en', {})),
      copy: (key) => {
        order.push('copied')
        return Promise.resolve({ ok: true, file: key, lostPages: 0 })
      },
      storage: 'file',
      grow: () => Promise.resolve(true),
    },
    emptyRecord,
    speak('en', {}),
  )
  store.draft('story:need', { text: 'half a sent' })
  await store.copy(new Uint8Array(16))
  expect(order).toEqual(['kept', 'settled', 'copied'])
})

test('BACKUP-13 the file’s name is the day and nothing that tells', () => {
  expect(fileNameOn('2026-11-23T16:00')).toBe('data-2026-11-23.bin')
})

const five = fc.sample(contacts, 5).map((contact, n) => put({ ...contact, id: `id${n}` }))

const offered = (change: Partial<Setting>, entries = 5) =>
  offersCopy(all(put({ ...firstSetting, ...change }), ...five.slice(0, entries))(emptyRecord))

test('BACKUP-14 a copy is offered from five entries on, until one was made or she said no', () => {
  expect(offered({}, 4)).toBeNull()
  expect(offered({})).toBe('none')
  expect(offered({ backedUp: '2099-11-23T12:00:00Z' })).toBeNull()
  expect(offered({ offerCopy: false })).toBeNull()
})

const backedUp = '2026-11-23T12:00:00Z'

/** So many of each, begun after the copy. */
const later = (count: number, from: readonly Entry[]): Change =>
  all(
    ...Array.from({ length: count }, (_, n) => from[n % from.length]).flatMap((entry, n) =>
      entry ? [put({ ...entry, id: `later${n}`, written: '2026-11-24T12:00:00Z' } as Entry)] : [],
    ),
  )

test('BACKUP-200 a new copy is offered when twenty entries have come since the last, and not after a no', () => {
  const [contact] = fc.sample(contacts, 1)
  const [story] = fc.sample(stories, 1)
  const many = [contact, story].flatMap((entry) => entry ?? [])
  const after = (count: number, change: Partial<Setting> = {}) =>
    offersCopy(all(put({ ...firstSetting, backedUp, ...change }), later(count, many))(emptyRecord))
  expect(after(19)).toBeNull()
  expect(after(20)).toBe('old')
  expect(after(20, { backedUp: '2026-11-25T12:00:00Z' })).toBeNull()
  expect(after(20, { offerCopy: false })).toBeNull()
})

test('BACKUP-14 a setting from before there were copies is read, and still offers one', () => {
  const old = { kind: 'setting', id: 'setting', language: 'sv', exitSide: 'start', idle: 2 }
  expect(readEntry(old)).toEqual({ ...firstSetting, ...old })
  expect(readEntry({ ...old, offerCopy: false })).toMatchObject({ offerCopy: false })
})

test('BACKUP-15 settings and unfinished writing are not counted as entries', () => {
  const names = ['contact/a', 'story/b', 'appointment/c', 'share/d', 'setting/setting', 'draft/x']
  expect(entriesIn({ names, missing: 0 })).toBe(4)
})

test('BACKUP-15 every kind that she writes is counted, and each kind is thought of', () => {
  const aside = ['attachment', 'council', 'draft', 'pack', 'past', 'place', 'proof', 'reply']
  const names = kinds.map((kind) => `${kind}/a`)
  expect(entriesIn({ names, missing: 0 })).toBe(kinds.length - aside.length - 2)
  const others = [...aside, 'setting', 'statement']
  expect([...counted, ...others].toSorted()).toEqual(kinds.toSorted())
})

test.each([
  [0, false],
  [65_535, false],
  [65_536, true],
  [262_144, true],
  [16_777_217, true],
  [150_994_945, false],
])('BACKUP-15 of a file of %d bytes it is %s that it is read', async (size, read) => {
  const bytes = await frontOf(new Blob([new Uint8Array(size)]))
  expect(bytes?.length).toBe(read ? Math.min(size, 16_777_216) : undefined)
})

test('BACKUP-15 a file that cannot be read any more is no copy', async () => {
  const gone = new Blob([new Uint8Array(70_000)])
  gone.slice = () => gone
  gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'))
  expect(await frontOf(gone)).toBeNull()
})
