import { expect, test } from 'vitest'
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
      repeats: false,
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
    true,
  ])
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
