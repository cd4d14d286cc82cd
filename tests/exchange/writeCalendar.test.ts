import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { readCalendar } from '../../src/exchange/calendar.ts'
import { writeCalendar } from '../../src/exchange/writeCalendar.ts'
import { markAppointments } from '../../src/exchange/invitations.ts'
import { once } from '../../src/record/again.ts'
import { timesOf } from '../../src/record/repeat.ts'
import { dayAfter } from '../../src/record/wall.ts'
import type { Appointment } from '../../src/record/types.ts'
import { appointmentFrom } from '../../src/app/screens/import/entries.ts'
import { appointments, recordOf } from '../record/entries.ts'

const out = { neutral: 'Upptaget', titles: true, places: true, now: '2026-11-23T12:00:00Z' }
const quiet = { ...out, titles: false, places: false }

/** As the form leaves it: an end after the start, whole days at midnight. */
const given = appointments.map((one): Appointment => {
  const start = one.allDay ? `${one.start.slice(0, 10)}T00:00` : one.start
  const last = one.allDay ? `${dayAfter(start, 2)}T00:00` : `${start.slice(0, 11)}23:59`
  return {
    ...one,
    start,
    end: one.end === '' || last <= start ? '' : last,
    repeat: one.repeat.every === 'none' ? once : one.repeat,
    out: one.out || 'random',
  }
})

const calendarOf = (text: string): ICAL.Component => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const zone = calendar.getFirstSubcomponent('vtimezone')
  if (zone) ICAL.TimezoneService.register(zone)
  return calendar
}

const eventOf = (text: string): ICAL.Event => {
  const event = calendarOf(text).getFirstSubcomponent('vevent')
  if (!event) throw new Error('no event')
  return new ICAL.Event(event)
}

const printable = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}/gu, '')

test('CAL-9 what is written is read by another reader as it was', () => {
  fc.assert(
    fc.property(given, (one) => {
      const event = eventOf(writeCalendar([one], out))
      expect(event.uid).toBe(one.out)
      expect(event.startDate.toString().slice(0, 16).padEnd(16, 'T00:00')).toBe(
        one.allDay ? `${one.start.slice(0, 10)}T00:00` : one.start,
      )
      expect(event.startDate.isDate).toBe(one.allDay)
      if (one.end !== '' && !one.allDay) expect(event.endDate.toString().slice(0, 16)).toBe(one.end)
      if (one.allDay) expect(event.endDate.toString()).toBe(dayAfter(one.end || one.start, 1))
      expect(event.summary).toBe(printable(one.title) || 'Upptaget')
      expect(event.location ?? '').toBe(printable(one.place))
    }),
  )
})

test('CAL-9 another reader finds the same days for what comes again', () => {
  fc.assert(
    fc.property(given, (one) => {
      const to = dayAfter(one.start, 400)
      const ours = timesOf(one, one.start.slice(0, 10), to).map(({ start }) => start.slice(0, 10))
      const iterator = eventOf(writeCalendar([one], out)).iterator()
      const theirs: string[] = []
      for (let next = iterator.next(); next; next = iterator.next()) {
        const day = next.toString().slice(0, 10)
        if (day > to) break
        theirs.push(day)
      }
      expect(theirs).toEqual(ours)
    }),
  )
})

test('CAL-9 our own reader reads what we wrote', () => {
  fc.assert(
    fc.property(given, (one) => {
      const read = readCalendar(new TextEncoder().encode(writeCalendar([one], out)))
      expect(read).toMatchObject({
        ok: true,
        skipped: 0,
        appointments: [{ start: one.start, end: one.end, allDay: one.allDay, zone: 'kept' }],
      })
    }),
  )
})

test('CAL-202 what comes again is read by us as it was written', () => {
  fc.assert(
    fc.property(given, (one) => {
      const { start, repeat } = one
      const [first, to] = [start.slice(0, 10), dayAfter(start, 800)]
      fc.pre(repeat.until === '' || repeat.until > first)
      const days = (series: Appointment): readonly string[] =>
        timesOf(series, first, to).map((time) => `${time.start} ${time.end}`)
      const read = readCalendar(new TextEncoder().encode(writeCalendar([one], out)))
      const [back] = read.ok ? read.appointments : []
      if (!back) throw new Error('nothing came back')
      expect(back).toMatchObject({ repeats: false, uid: one.out })
      expect(back.repeat).toMatchObject({
        every: repeat.every,
        until: repeat.every === 'none' ? '' : repeat.until,
      })
      expect(days({ ...one, start: back.start, end: back.end, repeat: back.repeat })).toEqual(
        days(one),
      )
    }),
  )
})

test('CAL-700 a series at an hour that a night in March leaves out is read as it was written', () => {
  const [sample] = fc.sample(given, 1)
  if (!sample) throw new Error('no sample')
  const repeat = { every: 'fortnight', until: '', but: [] } as const
  // Half a year of fortnights later is the night of 25 March 2040.
  const one = { ...sample, start: '2039-09-25T02:00', end: '', allDay: false, repeat }
  const read = readCalendar(new TextEncoder().encode(writeCalendar([one], out)))
  expect(read).toMatchObject({
    appointments: [{ start: one.start, repeats: false, repeat: { every: 'fortnight' } }],
  })
})

test('CAL-203 no name of a file leads back to the record, and what comes back is known', () => {
  fc.assert(
    fc.property(given, fc.boolean(), (one, titles) => {
      // The two are drawn by chance, here now and then the same; on her phone never.
      fc.pre(one.out !== one.id)
      // An hour that the clocks skip comes back as the next one.
      fc.pre(![one.start, one.end].some((time) => /-03-(2[5-9]|3[01])T02:/.test(time)))
      const text = writeCalendar([one], { ...out, titles, places: titles })
      expect(text).not.toContain(`UID:${one.id}`)
      const read = readCalendar(new TextEncoder().encode(text))
      const items = read.ok ? read.appointments : []
      const { until } = one.repeat
      fc.pre(until === '' || until > one.start.slice(0, 10))
      const [marked] = markAppointments(recordOf([one]), items)
      expect(marked).toMatchObject({ mark: 'same', of: one.id })
      const moved = items.map((item) => ({ ...item, start: '2031-01-01T00:00' }))
      const [again] = markAppointments(recordOf([one]), moved)
      if (!again) throw new Error('nothing marked')
      expect(again).toMatchObject({ mark: 'changed', of: one.id })
      const taken = appointmentFrom(recordOf([one]), again, { id: 'x', now: out.now })
      const { id, uid, title, place } = one
      expect(taken).toMatchObject({ id, uid, title, place, start: '2031-01-01T00:00' })
    }),
  )
})

test('CAL-203 what an earlier version wrote under its own id is known too', () => {
  const [one] = fc.sample(given, 1)
  if (!one) throw new Error('no sample')
  const old = { ...one, repeat: once }
  const read = readCalendar(
    new TextEncoder().encode(writeCalendar([{ ...old, out: old.id }], quiet)),
  )
  const [marked] = markAppointments(
    recordOf([{ ...old, out: '' }]),
    read.ok ? read.appointments : [],
  )
  expect(marked).toMatchObject({ mark: 'same', of: old.id })
})

test('CAL-10 the same clock on the wall before and after the clocks change', () => {
  const [sample] = fc.sample(appointments, 1)
  if (!sample) throw new Error('no sample')
  const weekly: Appointment = {
    ...sample,
    allDay: false,
    start: '2026-03-23T10:00',
    end: '2026-03-23T11:00',
    repeat: { every: 'week', until: '2026-04-06', but: [] },
  }
  const iterator = eventOf(writeCalendar([weekly], out)).iterator()
  const instants: string[] = []
  for (let next = iterator.next(); next; next = iterator.next())
    instants.push(next.toJSDate().toISOString().slice(0, 16))
  expect(instants).toEqual(['2026-03-23T09:00', '2026-03-30T08:00', '2026-04-06T08:00'])
})

test('CAL-11 until she chooses otherwise only times go along, and her notes never do', () => {
  fc.assert(
    fc.property(given, (one) => {
      const marked = {
        ...one,
        ...Object.fromEntries(
          ['title', 'place', 'why', 'bring', 'questions', 'note', 'after', 'interpreterIn'].map(
            (name) => [name, `mark-${name}`],
          ),
        ),
        contact: 'mark-contact',
        uid: 'mark-uid',
      }
      expect(writeCalendar([marked], quiet)).not.toContain('mark')
      const chosen = writeCalendar([marked], out).match(/mark-\w+/g)
      expect(chosen).toEqual(['mark-title', 'mark-place'])
    }),
  )
})

test('CAL-12 no line is longer than 75 bytes, and no letter is cut in two', () => {
  fc.assert(
    fc.property(given, fc.string({ unit: 'grapheme', maxLength: 300 }), (one, title) => {
      const text = writeCalendar([{ ...one, title }], out)
      for (const line of text.split('\r\n')) {
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        expect(line).not.toContain('\n')
      }
      expect(eventOf(text).summary).toBe(printable(title) || 'Upptaget')
    }),
  )
})
