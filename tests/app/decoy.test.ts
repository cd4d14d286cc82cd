import { expect, test } from 'vitest'
import { decoyOf, isOutgrown, refreshed, workdayFrom } from '../../src/app/decoy.ts'
import { tabsOf } from '../../src/app/view.ts'
import { speak } from '../../src/i18n/words.ts'
import { emptyRecord, put } from '../../src/record/record.ts'
import { readEntry } from '../../src/record/read.ts'
import type { Appointment, Entry } from '../../src/record/types.ts'
import { telling } from '../rules/telling.ts'
import { read } from '../rules/tree.ts'

const tags = ['sv', 'en', 'ar']
const local = '2026-11-23T20:00'
const time = '2026-11-23T19:00:00Z'

const decoyIn = (tag: string): readonly Entry[] => {
  let last = 0
  const words = speak(tag, JSON.parse(read(`locales/app/${tag}.json`)))
  return decoyOf({ words, local, time, newId: () => `id${(last += 1)}` })
}

const appointmentsIn = (entries: readonly Entry[]): readonly Appointment[] =>
  entries.filter((entry) => entry.kind === 'appointment')

test.each(tags)('DECOY-1 the decoy in %s is ordinary and tells nothing', (tag) => {
  const entries = decoyIn(tag)
  expect(entries.filter(({ kind }) => kind === 'contact')).toHaveLength(6)
  expect(appointmentsIn(entries)).toHaveLength(5)
  const texts = entries
    .filter(({ kind }) => kind !== 'setting')
    .flatMap((entry) => Object.values(entry).filter((value) => typeof value === 'string'))
  expect(telling(texts.join(' '))).toEqual([])
  expect(texts.filter((text) => text.includes('decoy.'))).toEqual([])
  for (const entry of entries) expect(readEntry(entry)).toEqual(entry)
})

test('DECOY-1 its numbers belong to nobody', () => {
  const numbers = decoyIn('sv').flatMap((entry) =>
    entry.kind === 'contact' ? entry.phones.map(({ number }) => number.replace(/\D/g, '')) : [],
  )
  expect(numbers).toHaveLength(6)
  const reserved = /^(08465004\d\d|0701740(6[0-9][0-9]|60[5-9]))$/
  expect(numbers.filter((number) => !reserved.test(number))).toEqual([])
})

test('DECOY-1 each appointment is with one of its contacts', () => {
  const entries = decoyIn('sv')
  const ids = new Set(entries.filter(({ kind }) => kind === 'contact').map(({ id }) => id))
  expect(appointmentsIn(entries).filter(({ contact }) => !ids.has(contact ?? ''))).toEqual([])
})

test('DECOY-2 appointments lie around today, on working days', () => {
  const days = appointmentsIn(decoyIn('sv')).map(({ start }) => start.slice(0, 10))
  expect(days.filter((day) => day > local.slice(0, 10))).toHaveLength(4)
  const weekdays = days.map((day) => new Date(`${day}T12:00:00Z`).getUTCDay())
  expect(weekdays.filter((day) => day === 0 || day === 6)).toEqual([])
  expect(workdayFrom('2026-11-27T09:00', 1)).toBe('2026-11-30')
})

test('DECOY-2 what is over is moved ahead by whole weeks, and nothing else', () => {
  const all = appointmentsIn(decoyIn('sv'))
  const later = '2026-12-08T09:00'
  const moved = refreshed(all, { local: later, time })
  const ahead = all.filter(({ start }) => start.slice(0, 10) > later.slice(0, 10))
  expect(moved.length + ahead.length).toBe(all.length)
  for (const one of moved) {
    const before = all.find(({ id }) => id === one.id)
    const days =
      (Date.parse(one.start.slice(0, 10)) - Date.parse(before?.start.slice(0, 10) ?? '')) /
      86_400_000
    expect(days % 7).toBe(0)
    expect(one.start > later).toBe(true)
    expect(one.start.slice(11)).toBe(before?.start.slice(11))
  }
  expect(refreshed(ahead, { local: later, time })).toEqual([])
})

test('DECOY-3 a plain book has three rooms, and any record can be one', () => {
  expect(tabsOf({ plain: true })).toEqual(['home', 'contacts', 'appointments'])
  expect(tabsOf({ plain: false })).toHaveLength(5)
  expect(decoyIn('sv').at(-1)).toMatchObject({ kind: 'setting', plain: true, decoyCode: '' })
})

test('DECOY-201 a decoy is outgrown by room that it has no use for, until it has a photo', () => {
  const photo = readEntry({ kind: 'attachment', id: 'a' })
  const shown = photo ? put(photo)(emptyRecord) : emptyRecord
  expect(isOutgrown({ slots: 0, grown: false }, emptyRecord)).toBe(false)
  expect(isOutgrown({ slots: 8, grown: false }, emptyRecord)).toBe(true)
  expect(isOutgrown({ slots: 0, grown: true }, emptyRecord)).toBe(true)
  expect(isOutgrown({ slots: 8, grown: true }, shown)).toBe(false)
})
