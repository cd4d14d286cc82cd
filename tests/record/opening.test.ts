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
  ['الإثنين–الجمعة 8–16', `${monday}T15:59`, { open: true, until: '16:00' }],
  ['الاثنين إلى الخميس من ٩ إلى ١٢', `${monday}T11:00`, { open: true, until: '12:00' }],
  ['الأحد–الخميس 9–15، الجمعة مغلق', '2026-11-29T10:00', { open: true, until: '15:00' }],
  [
    'الثلاثاء 10–12، والسبت 10–14',
    '2026-11-25T10:00',
    { open: false, day: '2026-11-28', clock: '10:00' },
  ],
  ['يوميًا 7.30–20', `${monday}T07:30`, { open: true, until: '20:00' }],
  ['كل يوم 7–20', '2026-11-29T08:00', { open: true, until: '20:00' }],
  // Morning or evening is not for us to say.
  ['الجمعة 8–12 مساءً', '2026-11-27T09:00', null],
  ['الثلاثاء–السبت', '2026-11-24T09:00', null],
])('OPEN-700 %s at %s', (hours, now, wanted) => {
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

// The week from Monday the 23rd: each is open at the first moments, and shut at those after the bar.
const table: readonly (readonly [hours: string, moments: string])[] = [
  ['mån, ons 9-12', '1 9:00, 3 11:59 | 2 10:00, 1 12:00, 3 8:59'],
  ['mån,ons,fre 9-12', '1 10:00, 3 10:00, 5 10:00 | 2 10:00, 4 10:00'],
  ['mån/tors 9.00–12.00', '1 10:00, 4 10:00 | 2 10:00, 3 10:00'],
  ['Måndag, tisdag och torsdag kl. 8.30–11.30', '1 8:30, 2 9:00, 4 11:29 | 3 9:00, 5 9:00, 1 8:29'],
  ['måndagar och onsdagar 13–15', '1 13:00, 3 14:59 | 2 13:00'],
  ['Måndag–fredag 08.00–16.30', '1 8:00, 5 16:29 | 5 16:30, 6 10:00, 7 10:00'],
  ['Mån - fre: 8:00 - 16:30', '1 8:00, 5 16:29 | 6 10:00'],
  ['må-fr 8-16', '1 8:00, 5 15:59 | 6 10:00'],
  ['mån till fre 8 till 16', '1 8:00, 5 15:59 | 6 10:00'],
  ['månd–torsd 0800–1630, fred 0800–1500', '1 16:29, 5 14:59 | 5 15:00, 6 9:00'],
  ['Vardagar 8-16', '1 8:00, 5 15:59 | 6 9:00, 7 9:00'],
  ['Öppettider: alla vardagar kl 9–15', '3 9:00 | 6 9:00, 3 15:00'],
  ['helgfria vardagar 8-16', '1 8:00 | 6 9:00'],
  ['8-16 vardagar', '1 8:00, 5 15:59 | 6 9:00'],
  ['8–12, 13–16 (mån–fre)', '1 11:59, 1 13:00 | 1 12:30, 6 9:00'],
  ['fredag 8-12, övriga vardagar 8-16', '5 11:59, 1 15:59, 4 14:00 | 5 14:00, 6 9:00'],
  ['mån 10-18, övriga dagar 8-16', '1 17:59, 7 9:00 | 1 9:00, 2 16:00'],
  ['vardagar 8-16 (fre 8-15)', '4 15:30, 5 14:59 | 5 15:30, 6 9:00'],
  ['mån–fre 8–16, stängt 12–13', '1 11:59, 1 13:00 | 1 12:00, 1 12:59, 6 9:00'],
  ['mån-fre 8-16.30 lunchstängt 12-12.45', '1 11:59, 1 12:45 | 1 12:30'],
  ['Mån–fre 8–16 (lunch 11.30–12.30)', '1 11:29, 1 12:30 | 1 12:00'],
  ['stängt 12–13, mån–fre 8–16', '1 11:59 | 1 12:30'],
  ['mån-fre 8-16, lör-sön stängt', '1 8:00 | 6 9:00, 7 9:00'],
  ['alla dagar 8-16, onsdag stängt', '1 8:00, 7 9:00 | 3 9:00'],
  ['lördag stängt, söndag 10-14', '7 10:00 | 6 11:00, 1 11:00'],
  ['mån-tors 8-12 & 13-17; fre 8-12', '1 13:00, 5 11:59 | 1 12:30, 5 13:00'],
  ['mån 13-19\ntis-fre 8-12', '1 18:59, 2 8:00 | 1 9:00, 2 13:00'],
  ['helger 10-16', '6 10:00, 7 15:59 | 1 10:00'],
  ['dagligen 7–21', '1 7:00, 7 20:59 | 7 21:00'],
  ['Alla dagar dygnet runt', '1 0:00, 7 23:59 |'],
  ['24/7', '1 0:00, 7 23:59 |'],
  ['Öppet dygnet runt', '4 3:00 |'],
  ['tues, thurs 10:00-14:00', '2 10:00, 4 13:59 | 1 10:00, 3 10:00'],
  ['every day 8-20', '1 8:00, 7 19:59 | 7 20:00'],
]

test.each(table)('OPEN-200 %s', (hours, moments) => {
  const [open = '', shut = ''] = moments.split('|')
  const times = (text: string): string[] =>
    [...text.matchAll(/(\d) (\d+):(\d\d)/g)].map(
      ([, day, hour = '', minute]) =>
        `2026-11-${22 + Number(day)}T${hour.padStart(2, '0')}:${minute}`,
    )
  expect(times(open).length + times(shut).length).toBeGreaterThan(0)
  for (const now of times(open)) expect([now, openingAt(hours, now)?.open]).toEqual([now, true])
  for (const now of times(shut)) expect([now, openingAt(hours, now)?.open]).toEqual([now, false])
})

test.each([
  'Kontoret 8-16',
  'gratis 8-16',
  'konsultation 8-16',
  'Pensionsmyndigheten 8-16',
  '8-16',
  'mån',
  'mån-fre 8-16, lör',
  'mån-fre 8-16 jämna veckor',
  'juni-augusti mån-fre 8-15',
  'första måndagen i månaden 10-12',
  'mån-fre 8-16, telefontid 9-11',
  'vardagar utom onsdag 8-16',
  'vardagar 8-12, måndag 13-16',
  'stängt lördag, söndag 10-14',
  '8-12 mån 13-16',
  'fre 22-02',
  'mån 8.75-16',
  'mån-fre 9-4pm',
  'mån-fre 8-16, stängt röda dagar',
  'ring 08-12 34 56',
  'Stängt onsdagar. Mån–fre 9–15',
  '00:00-24:00 (typical)',
  '00:00-24:00, 8-16',
  '10-14 / dygnet runt',
])('OPEN-201 "%s" is not guessed at', (hours) => {
  for (const clock of ['03:00', '09:30', '12:30', '14:00'])
    for (const day of [23, 24, 25, 26, 27, 28, 29])
      expect(openingAt(hours, `2026-11-${day}T${clock}`)).toBeNull()
})

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
