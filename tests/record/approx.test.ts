import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spanOf } from '../../src/record/approx.ts'
import { timelineOf, momentKinds } from '../../src/record/timeline.ts'
import { appointments, contacts, incidents, recordOf } from './entries.ts'

test.each([
  ['våren 2024, ungefär tio gånger', '2024-03-01', '2024-05-31'],
  ['about ten times in spring 2024', '2024-03-01', '2024-05-31'],
  ['في ربيع ٢٠٢٤، نحو عشر مرات', '2024-03-01', '2024-05-31'],
  ['det var 2019', '2019-01-01', '2019-12-31'],
  ['3 maj 2024 på kvällen', '2024-05-03', '2024-05-03'],
  ['May 3rd, 2024', '2024-05-03', '2024-05-03'],
  ['3 أيار 2024', '2024-05-03', '2024-05-03'],
  ['maj–juli 2024', '2024-05-01', '2024-07-31'],
  ['feb 2024', '2024-02-01', '2024-02-29'],
  ['30 februari 2024', '2024-02-01', '2024-02-29'],
  ['2024-05-03', '2024-05-03', '2024-05-03'],
  ['2024-05-03 till 2024-05-05', '2024-05-03', '2024-05-05'],
  ['2024-05', '2024-05-01', '2024-05-31'],
  ['mellan 2019 och 2021', '2019-01-01', '2021-12-31'],
  ['vintern 2023', '2023-01-01', '2023-12-31'],
] as const)('FUZZY-1 her words are put in their place: %s', (when, from, to) => {
  expect(spanOf(when)).toEqual({ from, to })
})

test.each(['', 'ofta', 'förra sommaren', 'rum 1850', '2024-13-45', 'constructor'])(
  'FUZZY-2 without a year there is no place, and none is guessed: "%s"',
  (when) => {
    const span = spanOf(when)
    if (when.includes('2024')) expect(span).toEqual({ from: '2024-01-01', to: '2024-12-31' })
    else expect(span).toBeNull()
  },
)

test('FUZZY-2 no words make the reader throw, and a place is always days in order', () => {
  const pieces = fc.constantFrom('maj', '3', '2024', 'våren', '–', ' ', '2019-02-30', 'ربيع', '٢٠')
  const any = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(pieces).map((all) => all.join(' ')),
  )
  fc.assert(
    fc.property(any, (when) => {
      const span = spanOf(when)
      if (!span) return
      expect(span.from <= span.to).toBe(true)
      for (const day of [span.from, span.to])
        expect(new Date(`${day}T00:00Z`).toISOString().slice(0, 10)).toBe(day)
    }),
  )
})

test('TIMELINE-1 everything has its place once, the latest first, and what has no date comes last', () => {
  const some = fc.array(fc.oneof(appointments, contacts, incidents), { maxLength: 30 })
  fc.assert(
    fc.property(some, (entries) => {
      const once = entries.filter(
        (one) => one.kind !== 'appointment' || one.repeat.every === 'none',
      )
      const record = recordOf(once)
      const moments = timelineOf(record, momentKinds, '2026-11-23')
      expect(moments).toHaveLength(
        record.incident.size + record.appointment.size + record.contact.size,
      )
      const months = moments.map(({ month }) => month)
      expect(months.map((month) => month.slice(0, 4))).toEqual(
        months
          .map((month) => month.slice(0, 4))
          .toSorted()
          .toReversed(),
      )
      // A month stands in one piece: its heading is never there twice.
      const pieces = months.filter((month, at) => month !== months[at - 1])
      expect(pieces).toHaveLength(new Set(months).size)
    }),
  )
})

test('TIMELINE-2 a whole season stands under its year, after the months that are known', () => {
  const [sample] = fc.sample(incidents, 1)
  if (!sample) throw new Error('no sample')
  const kept = ['våren 2024', 'maj 2024', 'december 2023', 'ofta'].map((when, at) => ({
    ...sample,
    id: `${at}`,
    on: '',
    when,
  }))
  const moments = timelineOf(recordOf(kept), ['incident'], '2026-11-23')
  expect(moments.map(({ month }) => month)).toEqual(['2024-05', '2024', '2023-12', ''])
})
