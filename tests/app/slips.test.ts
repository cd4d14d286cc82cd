import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appointmentOf, fieldsOf } from '../../src/app/screens/appointment/fields.ts'
import { hoursOf } from '../../src/app/screens/appointment/words.ts'
import { speak } from '../../src/i18n/words.ts'
import { clashesOf } from '../../src/record/clash.ts'
import { dayIn, units, workdayBy, workdayFrom } from '../../src/record/counting.ts'
import { emptyRecord, put } from '../../src/record/record.ts'
import { nextOf, timesOf } from '../../src/record/repeat.ts'
import { dayAfter, minutesBefore, weekOf } from '../../src/record/wall.ts'
import { appointments } from '../record/entries.ts'

// What a hand leaves in a date field, or in a time field, while it types: as long as it stands there it is drawn.

const now = '2026-11-23T12:00'

const dates = fc.oneof(
  fc.constantFrom('', '61123-02-02', '0026-11-23', '9999-12-31', '275760-09-13', '2026-02-31', 'x'),
  fc.tuple(fc.nat(999_999), fc.nat(12), fc.nat(31)).map((parts) => parts.join('-')),
)
const times = fc.constantFrom('', '16:00', '09:30', '24:00', 'x')
const every = fc.constantFrom('none', 'day', 'week', 'month')
const typed = fc.record({ date: dates, from: times, to: times, every, until: dates })

test('RETURN-401 whatever date stands in a form, what is made of it can be drawn', () => {
  const words = speak('sv')
  fc.assert(
    fc.property(typed, fc.option(appointments), (fields, before) => {
      const known = before ?? undefined
      const made = appointmentOf(
        { ...fieldsOf(known, null), ...fields },
        'own',
        `${now}:00Z`,
        known,
      )
      expect(() => {
        clashesOf(known ? put(known)(emptyRecord) : emptyRecord, made)
        hoursOf(made, words)
        nextOf(made, now)
        timesOf(made, '2026-11-01', '2026-12-31')
      }).not.toThrow()
    }),
    { numRuns: 300 },
  )
})

test('RETURN-401 what is no date has no day after it, no week and no time before', () => {
  for (const date of ['', '61123-02-02', 'x']) {
    expect(dayAfter(date, 1)).toBe('')
    expect(weekOf(date)).toBe('')
    expect(minutesBefore(date, 10)).toBe('')
  }
})

test('RETURN-401 a time that runs beyond the last day of the calendar ends, and is empty', () => {
  const spans = fc.record({ count: fc.nat(3_000), unit: fc.constantFrom(...units) })
  fc.assert(
    fc.property(dates, spans, (from, span) => {
      const day = dayIn(from, span)
      expect(
        [workdayBy(day), workdayFrom(day)].every((one) => /^(\d{4}-\d\d-\d\d)?$/.test(one)),
      ).toBe(true)
    }),
  )
  expect(dayIn('9999-12-20', { count: 30, unit: 'workdays' })).toBe('')
  expect(dayIn('9999-12-20', { count: 3, unit: 'months' })).toBe('')
})
