import { expect, test } from 'vitest'
import { once } from '../../src/record/again.ts'
import { readCalendar } from '../../src/exchange/calendar.ts'
import { appointmentsOf, bytesOf, calendar, filled, sample } from './samples.ts'

const startOf = (line: string): string | undefined => appointmentsOf(calendar(line))[0]?.start

test('CAL-1 an invitation from Exchange is read', () => {
  expect(appointmentsOf(sample('outlook.ics'))).toEqual([
    {
      uid: '040000008200E00074C5B7101A82E008-exempel',
      title: 'Möte med socialtjänsten',
      start: '2026-12-03T10:00',
      end: '2026-12-03T11:00',
      allDay: false,
      place: 'Påhittade gatan 1, rum 2',
      note: 'Ta med legitimation\noch beslutet, om du har det.',
      zone: 'kept',
      repeat: once,
      repeats: false,
      instead: null,
      cancelled: false,
    },
  ])
})

test('CAL-1 every kind of zone comes out on the wall in Stockholm', () => {
  expect(startOf('DTSTART:20261123T150000Z')).toBe('2026-11-23T16:00')
  expect(startOf('DTSTART:20260701T220000Z')).toBe('2026-07-02T00:00')
  expect(startOf('DTSTART:20261123T150000')).toBe('2026-11-23T15:00')
  expect(startOf('DTSTART;TZID=Europe/London:20261123T150000')).toBe('2026-11-23T16:00')
  expect(startOf('DTSTART;TZID=/maker.org/1/Europe/London:20261123T150000')).toBe(
    '2026-11-23T16:00',
  )
  expect(startOf('DTSTART;TZID=GMT Standard Time:20261123T150000')).toBe('2026-11-23T16:00')
  // Half an hour after the clocks of New York went forward.
  expect(startOf('DTSTART;TZID=America/New_York:20260308T033000')).toBe('2026-03-08T08:30')
  // One hour after the clocks went back; the hour that comes twice stays where it was written.
  expect(startOf('DTSTART:20261025T020000Z')).toBe('2026-10-25T03:00')
  expect(startOf('DTSTART;TZID=Europe/Stockholm:20261025T023000')).toBe('2026-10-25T02:30')
})

test('CAL-2 a zone that the file describes is followed', () => {
  const starts = appointmentsOf(sample('own-zone.ics')).map(({ start, zone }) => [start, zone])
  expect(starts).toEqual([
    ['2026-07-01T10:00', 'kept'],
    ['2026-12-01T10:00', 'kept'],
  ])
})

/** A zone that changes its clocks on these Sundays, five hours west of Greenwich in winter. */
const described = (spring: string, autumn: string): readonly string[] => [
  'BEGIN:VTIMEZONE',
  'TZID:Ours',
  'BEGIN:STANDARD',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:-0400',
  'TZOFFSETTO:-0500',
  `RRULE:FREQ=YEARLY;BYDAY=${autumn};BYMONTH=11`,
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:-0500',
  'TZOFFSETTO:-0400',
  `RRULE:FREQ=YEARLY;BYDAY=${spring};BYMONTH=3`,
  'END:DAYLIGHT',
  'END:VTIMEZONE',
]

test.each([
  ['2SU', '1SU', '20260307', '15:00'],
  ['2SU', '1SU', '20260309', '14:00'],
  ['2SU', '1SU', '20261031', '14:00'],
  ['2SU', '1SU', '20261102', '15:00'],
  ['-1SU', '-2SU', '20260328', '15:00'],
  ['-1SU', '-2SU', '20260330', '15:00'],
  ['-1SU', '-2SU', '20261121', '14:00'],
  ['-1SU', '-2SU', '20261123', '15:00'],
])('CAL-2 clocks change on %s of March and %s of November: %s', (spring, autumn, date, clock) => {
  const event = ['BEGIN:VEVENT', `DTSTART;TZID=Ours:${date}T090000`, 'END:VEVENT']
  const lines = ['BEGIN:VCALENDAR', ...described(spring, autumn), ...event, 'END:VCALENDAR', '']
  const [appointment] = appointmentsOf(bytesOf(lines.join('\r\n')))
  expect(appointment?.start.slice(11)).toBe(clock)
})

test('CAL-3 an unknown zone leaves the time as written', () => {
  expect(appointmentsOf(sample('unknown-zone.ics'))).toMatchObject([
    { start: '2026-12-04T14:00', end: '2026-12-04T15:00', zone: 'unknown' },
  ])
})

test('CAL-3 a described zone whose rule cannot be followed is unknown', () => {
  const rule = 'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10'
  const text = new TextDecoder().decode(sample('own-zone.ics'))
  const strange = text.replace(rule, 'RRULE:FREQ=SECONDLY')
  expect(appointmentsOf(bytesOf(strange)).map(({ zone }) => zone)).toEqual(['unknown', 'unknown'])
})

test('CAL-4 whole days and lengths', () => {
  const [, holiday, talk] = appointmentsOf(sample('google.ics'))
  expect(holiday).toMatchObject({
    start: '2026-12-24T00:00',
    end: '2026-12-26T00:00',
    allDay: true,
  })
  expect(talk).toMatchObject({ start: '2026-12-10T09:00', end: '2026-12-10T10:30' })
  const one = calendar('DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261225')
  expect(appointmentsOf(one)).toMatchObject([{ allDay: true, end: '' }])
  expect(appointmentsOf(calendar('DTSTART:20261224'))).toMatchObject([{ allDay: true, end: '' }])
})

test('CAL-5 a series gives its first time, and a cancelled event says so', () => {
  expect(appointmentsOf(sample('google.ics')).map(({ repeats }) => repeats)).toEqual([
    false,
    false,
    false,
  ])
  const uncommon = [
    'FREQ=WEEKLY;BYDAY=MO,WE',
    'FREQ=MONTHLY;BYDAY=4MO',
    'FREQ=YEARLY',
    'FREQ=WEEKLY;INTERVAL=3',
  ]
  for (const rule of uncommon)
    expect(appointmentsOf(calendar('DTSTART:20261123T150000', `RRULE:${rule}`))).toMatchObject([
      { repeats: true, repeat: once },
    ])
  // Nine in the morning in New York is another hour in Sweden for some weeks of the year.
  const far = calendar('DTSTART;TZID=America/New_York:20261123T090000', 'RRULE:FREQ=WEEKLY')
  expect(appointmentsOf(far)).toMatchObject([{ repeats: true, repeat: once }])
  const lines = ['UID:a', 'RECURRENCE-ID:20261123T150000Z', 'DTSTART:20261124T150000Z']
  expect(appointmentsOf(calendar(...lines))).toMatchObject([
    { uid: 'a/2026-11-23T15:00:00Z', start: '2026-11-24T16:00' },
  ])
  const called = new TextDecoder().decode(sample('google.ics')).replace('REQUEST', 'CANCEL')
  expect(appointmentsOf(bytesOf(called)).every(({ cancelled }) => cancelled)).toBe(true)
})

test('CAL-6 a damaged event costs only itself', () => {
  expect(readCalendar(sample('damaged.ics'))).toMatchObject({
    ok: true,
    appointments: [{ title: 'Hel', start: '2026-12-06T10:00', end: '', cancelled: true }],
    skipped: 3,
  })
})

test('CAL-6 alarms and people invited are left behind', () => {
  expect(JSON.stringify(appointmentsOf(sample('outlook.ics')))).not.toMatch(/REMINDER|@/)
})

test('CAL-7 what is no calendar says why', () => {
  expect(readCalendar(new Uint8Array())).toEqual({ ok: false, why: 'empty' })
  expect(readCalendar(bytesOf('BEGIN:VCARD\nEND:VCARD\n'))).toEqual({
    ok: false,
    why: 'unreadable',
  })
  expect(readCalendar(filled('BEGIN:VCALENDAR\n', 1_000_001))).toEqual({ ok: false, why: 'large' })
})

test('CAL-7 the events after the limit are counted', () => {
  const event = 'BEGIN:VEVENT\r\nDTSTART:20261123T150000Z\r\nEND:VEVENT\r\n'
  const read = readCalendar(bytesOf(`BEGIN:VCALENDAR\r\n${event.repeat(520)}END:VCALENDAR\r\n`))
  expect(read).toMatchObject({ ok: true, skipped: 20 })
})

test.each([
  ['RRULE:FREQ=DAILY', { every: 'day', until: '', but: [] }],
  ['RRULE:FREQ=WEEKLY;BYDAY=MO;WKST=SU', { every: 'week', until: '', but: [] }],
  ['RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3', { every: 'fortnight', until: '2026-12-21', but: [] }],
  [
    'RRULE:FREQ=MONTHLY;BYMONTHDAY=23;UNTIL=20270323',
    { every: 'month', until: '2027-03-23', but: [] },
  ],
  // Until a moment before the clock of that day, and until that very moment.
  ['RRULE:FREQ=WEEKLY;UNTIL=20261207T145959Z', { every: 'week', until: '2026-12-06', but: [] }],
  ['RRULE:FREQ=WEEKLY;UNTIL=20261207T150000Z', { every: 'week', until: '2026-12-07', but: [] }],
  [
    'RRULE:FREQ=WEEKLY\r\nEXDATE;TZID=Europe/Stockholm:20261130T160000,20261207T160000\r\nEXDATE:20261214T150000Z\r\nEXDATE:20261221T110000Z',
    { every: 'week', until: '', but: ['2026-11-30', '2026-12-07', '2026-12-14'] },
  ],
])('CAL-200 %s is read', (rule, repeat) => {
  const [one] = appointmentsOf(
    calendar('UID:a', 'DTSTART;TZID=Europe/Stockholm:20261123T160000', ...rule.split('\r\n')),
  )
  expect(one).toMatchObject({ start: '2026-11-23T16:00', repeats: false, repeat })
})

test('CAL-200 a month that lacks the day is not counted, and a count without end is none', () => {
  const until = (start: string, rule: string): string | undefined =>
    appointmentsOf(calendar(`DTSTART:${start}`, `RRULE:${rule}`))[0]?.repeat.until
  expect(until('20260131T100000', 'FREQ=MONTHLY;COUNT=3')).toBe('2026-05-31')
  expect(until('20260131T100000', 'FREQ=DAILY;COUNT=999999999')).toBe('')
})

test('CAL-201 a time that was moved stands by itself and no longer in its series', () => {
  const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', 'UID:a', ...lines, 'END:VEVENT']
  const text = [
    'BEGIN:VCALENDAR',
    ...event('DTSTART:20261123T150000', 'RRULE:FREQ=WEEKLY'),
    ...event('RECURRENCE-ID:20261130T150000', 'DTSTART:20261201T090000'),
    ...event('RECURRENCE-ID:20261207T150000', 'DTSTART:20261207T150000', 'STATUS:CANCELLED'),
    'END:VCALENDAR',
    '',
  ].join('\r\n')
  expect(appointmentsOf(bytesOf(text))).toMatchObject([
    { start: '2026-11-23T15:00', repeat: { every: 'week', but: ['2026-11-30', '2026-12-07'] } },
    { start: '2026-12-01T09:00', repeat: once, instead: { uid: 'a', day: '2026-11-30' } },
  ])
})
