import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPack } from '../../src/exchange/pack.ts'
import { dayIn, units, workdayBy, workdayFrom } from '../../src/record/counting.ts'
import { easterOf, isHoliday, isWorkday, weekdayFor } from '../../src/record/daysOff.ts'
import { countedFrom, deadlines, deadlinesFor } from '../../src/record/deadlines.ts'
import { bundles } from '../rules/bundles.ts'

const days = fc
  .date({ noInvalidDate: true, min: new Date('1990-01-01'), max: new Date('2090-01-01') })
  .map((date) => date.toISOString().slice(0, 10))

// From published tables of Easter; 2285 is the earliest day that there is, 1943 and 2038 the latest.
test.each([
  [1583, '04-10'],
  [1818, '03-22'],
  [1943, '04-25'],
  [1954, '04-18'],
  [1961, '04-02'],
  [1981, '04-19'],
  [2000, '04-23'],
  [2008, '03-23'],
  [2024, '03-31'],
  [2025, '04-20'],
  [2026, '04-05'],
  [2027, '03-28'],
  [2038, '04-25'],
  [2049, '04-18'],
  [2076, '04-19'],
  [2285, '03-22'],
])('DAYOFF-1 Easter of %i is %s', (year, day) => {
  expect(easterOf(year)).toBe(`${year}-${day}`)
})

test('DAYOFF-1 the holidays of a year are those of the Swedish almanac', () => {
  const all = Array.from({ length: 365 }, (_, n) =>
    new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10),
  )
  const almanac =
    '01-01 01-06 04-03 04-05 04-06 05-01 05-14 05-24 06-06 06-19 06-20 10-31 12-24 12-25 12-26 12-31'
  expect(all.filter(isHoliday)).toEqual(almanac.split(' ').map((day) => `2026-${day}`))
  expect(isHoliday('')).toBe(false)
  expect([weekdayFor('2026-04-06'), weekdayFor('2026-04-07')]).toEqual([6, 1])
})

test.each([
  ['2026-11-23', { count: 3, unit: 'weeks' }, '2026-12-14'],
  ['2026-11-23', { count: 10, unit: 'days' }, '2026-12-03'],
  ['2026-01-31', { count: 1, unit: 'months' }, '2026-02-28'],
  ['2027-10-31', { count: 4, unit: 'months' }, '2028-02-29'],
  ['2024-02-29', { count: 1, unit: 'years' }, '2025-02-28'],
  ['2026-11-23', { count: 12, unit: 'months' }, '2027-11-23'],
  // Over Christmas: 28, 29, 30 December, and 4, 5 January are the only ones.
  ['2026-12-23', { count: 5, unit: 'workdays' }, '2027-01-05'],
  ['', { count: 1, unit: 'days' }, ''],
  ['2026-02-31', { count: 1, unit: 'weeks' }, ''],
] as const)('DAYOFF-2 from %s, %o is %s', (from, span, wanted) => {
  expect(dayIn(from, span)).toBe(wanted)
})

test('DAYOFF-2 whatever is counted lies after the day that it is counted from', () => {
  fc.assert(
    fc.property(
      days,
      fc.constantFrom(...units),
      fc.integer({ min: 1, max: 40 }),
      (day, unit, count) => {
        expect(dayIn(day, { count, unit }) > day).toBe(true)
      },
    ),
  )
})

test('DAYOFF-3 the nearest working day, before or after', () => {
  // Good Friday to Easter Monday.
  expect([workdayBy('2026-04-05'), workdayFrom('2026-04-05')]).toEqual(['2026-04-02', '2026-04-07'])
  fc.assert(
    fc.property(days, (day) => {
      const [before, after] = [workdayBy(day), workdayFrom(day)]
      expect([isWorkday(before), isWorkday(after), before <= day, day <= after]).not.toContain(
        false,
      )
      expect(before === day).toBe(isWorkday(day))
    }),
  )
  const [appeal] = deadlines.filter(({ name }) => name === 'appeal')
  const [inquiry] = deadlines.filter(({ name }) => name === 'childInquiry')
  if (!appeal || !inquiry) throw new Error('not among them')
  expect(countedFrom('2026-03-13', appeal)).toEqual({ day: '2026-04-03', workday: '2026-04-02' })
  expect(countedFrom('2025-12-05', inquiry)).toEqual({ day: '2026-04-05', workday: '2026-04-07' })
})

test('DEADLINE-1 each has its words, whom to check with, and the source that the directory names', () => {
  const read = readPack(
    readFileSync(join(import.meta.dirname, '../../public/data/se.json'), 'utf8'),
  )
  if (!read.ok) throw new Error(read.where)
  for (const { name, service, source } of deadlines) {
    const found = read.pack.services.find(({ id }) => id === service)
    expect([name, found?.source]).toEqual([name, source])
    for (const texts of bundles('app').values())
      for (const field of ['title', 'text', 'since', 'whom'])
        expect(texts.get(`deadline.of.${name}.${field}`)).toBeTruthy()
  }
})

test('DEADLINE-2 what is offered has to do with the kind or the words, and all else is silent', () => {
  const names = (type: 'police' | '', ...texts: string[]): string[] =>
    deadlinesFor({ type, texts }).map(({ name }) => name)
  expect(names('police')).toEqual(['contactBan', 'traces', 'compensation'])
  expect(names('', 'Överklaga till Förvaltningsrätten')).toEqual(['appeal'])
  expect(names('', 'Tandläkaren')).toEqual([])
  expect(names('')).toEqual([])
})

test('DEADLINE-250 the next application is a month after the last, on a working day before it', () => {
  const [again] = deadlines.filter(({ name }) => name === 'allowanceAgain')
  if (!again) throw new Error('not among them')
  expect(countedFrom('2026-10-31', again)).toEqual({ day: '2026-11-30', workday: '2026-11-30' })
  expect(countedFrom('2026-11-26', again)).toEqual({ day: '2026-12-26', workday: '2026-12-23' })
  expect(deadlinesFor({ type: 'money', texts: [] })).toContain(again)
})

test('DEADLINE-250 a child can have compensation until the day it turns 21', () => {
  const [child] = deadlines.filter(({ name }) => name === 'childCompensation')
  if (!child) throw new Error('not among them')
  expect(countedFrom('2008-02-29', child)).toEqual({ day: '2029-02-28', workday: '2029-02-28' })
  expect(countedFrom('2009-05-05', child)).toEqual({ day: '2030-05-05', workday: '2030-05-03' })
  expect(deadlinesFor({ type: '', texts: ['Brottsoffermyndigheten'] })).toContain(child)
})
