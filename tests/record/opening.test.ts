import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openingAt } from '../../src/record/opening.ts'

// 23 November 2026 is a Monday.
const monday = '2026-11-23'

test.each([
  ['mon-fri 08:00-16:30', `${monday}T08:00`, { open: true, until: '16:30' }],
  ['mån–fre 8–16.30', `${monday}T16:29`, { open: true, until: '16:30' }],
  ['mån–fre 8–16.30', `${monday}T16:30`, { open: false, day: '2026-11-24', clock: '08:00' }],
  [
    'Måndag till fredag 9-15',
    '2026-11-27T15:00',
    { open: false, day: '2026-11-30', clock: '09:00' },
  ],
  ['mon-fri 08:00-16:30', '2026-11-28T12:00', { open: false, day: '2026-11-30', clock: '08:00' }],
  ['vardagar 9-15', `${monday}T07:59`, { open: false, day: monday, clock: '09:00' }],
  [
    'mån-tors 8-12, 13-17; fre 8-12',
    `${monday}T12:30`,
    { open: false, day: monday, clock: '13:00' },
  ],
  [
    'mån-tors 8-12, 13-17; fre 8-12',
    '2026-11-27T12:30',
    { open: false, day: '2026-11-30', clock: '08:00' },
  ],
  ['tis och tors 10-14', `${monday}T11:00`, { open: false, day: '2026-11-24', clock: '10:00' }],
  ['fre-mån 10-14', `${monday}T11:00`, { open: true, until: '14:00' }],
  ['daily 07:00-21:00', '2026-11-29T20:00', { open: true, until: '21:00' }],
  ['00:00-24:00 (sv, en)', `${monday}T03:00`, { open: true, until: '24:00' }],
  ['dygnet runt', `${monday}T03:00`, { open: true, until: '24:00' }],
])('OPEN-1 %s at %s', (hours, now, wanted) => {
  expect(openingAt(hours, now)).toEqual(wanted)
})

test.each([
  // Good Friday, and Tuesday is the next working day.
  ['mån–fre 8–16.30', '2026-04-03T09:00', { open: false, day: '2026-04-07', clock: '08:00' }],
  ['mon-sun 10-18', '2026-04-03T12:00', { open: true, until: '18:00' }],
  ['dygnet runt', '2026-12-24T03:00', { open: true, until: '24:00' }],
  [
    'mån-lör 10-18, sön 11-16',
    '2026-12-25T17:00',
    { open: false, day: '2026-12-26', clock: '11:00' },
  ],
  // Closed all week but on Fridays: Christmas and New Year's Day fall on one.
  ['fre 9-12', '2026-12-25T09:00', { open: false, day: '2027-01-08', clock: '09:00' }],
])('OPEN-3 %s on a holiday, %s', (hours, now, wanted) => {
  expect(openingAt(hours, now)).toEqual({ ...wanted, holiday: true })
})

test('OPEN-3 the evening before a holiday, the next working day is told', () => {
  const told = { open: false, day: '2026-04-07', clock: '08:00' }
  expect(openingAt('mån–fre 8–16.30', '2026-04-02T18:00')).toEqual(told)
})

test.each([
  '',
  'evenings, nights, weekends (local)',
  'weekdays (vary; verify)',
  'ring först',
  'mån 17-8',
])('OPEN-2 "%s" says nothing of now', (hours) =>
  expect(openingAt(hours, `${monday}T09:00`)).toBeNull(),
)

test('OPEN-2 no words make it throw, and an opening lies within a week', () => {
  const bits = fc.constantFrom(
    'mån',
    'fre',
    '-',
    '8',
    '16.30',
    ' ',
    ';',
    'vardagar',
    '24',
    ':',
    ',',
  )
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 14 }), (words) => {
      const found = openingAt(words.join(''), `${monday}T12:00`)
      if (found && !found.open) expect(found.day >= monday && found.day <= '2026-11-30').toBe(true)
    }),
  )
})
