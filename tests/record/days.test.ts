import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bare } from '../../src/record/appointment.ts'
import { clashesOf } from '../../src/record/clash.ts'
import { undo } from '../../src/record/difference.ts'
import { splitOff } from '../../src/record/splitting.ts'
import { decodeRecord } from '../../src/record/encode.ts'
import { canonical } from '../../src/record/evidence.ts'
import { past, upcoming } from '../../src/record/order.ts'
import { once, type Repeat } from '../../src/record/again.ts'
import { nextOf, timesOf } from '../../src/record/repeat.ts'
import { dayAfter } from '../../src/record/wall.ts'
import { emptyRecord } from '../../src/record/record.ts'
import { summarise } from '../../src/record/summary.ts'
import type { Appointment } from '../../src/record/types.ts'
import { anyOf } from './any.ts'
import { appointments, recordOf } from './entries.ts'

const meeting = (facts: Partial<Appointment>): Appointment => ({
  ...bare,
  kind: 'appointment',
  id: 'one',
  title: 'Möte',
  start: '2026-03-23T10:00',
  end: '2026-03-23T11:00',
  allDay: false,
  place: '',
  contact: null,
  bring: '',
  note: '',
  uid: '',
  written: '2026-01-01T00:00:00Z',
  edited: '2026-01-01T00:00:00Z',
  ...facts,
})

const every = (step: Repeat['every'], rest: Partial<Repeat> = {}): Pick<Appointment, 'repeat'> => ({
  repeat: { ...once, every: step, ...rest },
})

const startsOf = (one: Appointment, from: string, to: string): readonly string[] =>
  timesOf(one, from, to).map(({ start }) => start)

test('RECORD-10 every week it is at the same clock, also after the clocks changed', () => {
  expect(startsOf(meeting(every('week')), '2026-03-20', '2026-04-07')).toEqual([
    '2026-03-23T10:00',
    '2026-03-30T10:00',
    '2026-04-06T10:00',
  ])
  expect(timesOf(meeting(every('week')), '2026-03-30', '2026-03-30')[0]?.end).toBe(
    '2026-03-30T11:00',
  )
})

test('RECORD-10 a month that lacks the day has none, and a day taken out stays out', () => {
  const last = meeting({ start: '2026-01-31T09:00', end: '', ...every('month') })
  expect(startsOf(last, '2026-01-01', '2026-06-30')).toEqual([
    '2026-01-31T09:00',
    '2026-03-31T09:00',
    '2026-05-31T09:00',
  ])
  const but = meeting(every('fortnight', { until: '2026-05-05', but: ['2026-04-06'] }))
  expect(startsOf(but, '2026-03-01', '2026-12-31')).toEqual([
    '2026-03-23T10:00',
    '2026-04-20T10:00',
    '2026-05-04T10:00',
  ])
})

test('RECORD-10 each time lies where it was asked for, in order, and lasts as long', () => {
  const ms = (text: string): number => Date.parse(`${text}Z`)
  const dates = fc.integer({ min: 0, max: 30_000 }).map((days) => dayAfter('2010-01-01', days))
  fc.assert(
    fc.property(appointments, dates, fc.nat(60), (one, from, days) => {
      const to = dayAfter(from, days)
      const times = timesOf(one, from, to)
      expect(times.map(({ start }) => start)).toEqual(times.map(({ start }) => start).toSorted())
      for (const { start, end } of times) {
        expect(start.slice(0, 10) <= to && (end || start).slice(0, 10) >= from).toBe(true)
        expect(start.slice(11)).toBe(one.start.slice(11))
        if (one.end !== '') expect(ms(end) - ms(start)).toBe(ms(one.end) - ms(one.start))
      }
    }),
  )
})

test('RECORD-11 of what comes again the next time lies ahead, once', () => {
  const record = recordOf([meeting(every('week'))])
  expect(upcoming(record, '2026-04-06T10:30').map(({ start }) => start)).toEqual([
    '2026-04-06T10:00',
  ])
  expect(upcoming(record, '2026-04-06T11:01').map(({ start }) => start)).toEqual([
    '2026-04-13T10:00',
  ])
  const over = recordOf([meeting(every('day', { until: '2026-03-25' }))])
  expect(upcoming(over, '2026-03-26T00:00')).toEqual([])
  expect(past(over, '2026-03-26T00:00')).toHaveLength(1)
  expect(nextOf(meeting({ start: 'soon', ...every('week') }), '2026-03-26T00:00')).toBeNull()
})

test('RECORD-11 a recipient reads the next time and not the first', () => {
  const part = { kind: 'appointment', id: 'one', fields: ['when'] } as const
  const grant = { recipient: '', type: 'other', why: '', parts: [part], until: '' } as const
  const record = recordOf([meeting(every('week'))])
  const { parts: told } = summarise(record, grant, {
    made: '2026-04-01T12:00:00Z',
    language: 'sv',
  })
  expect(told[0]?.facts[0]).toMatchObject({ text: '2026-04-06T10:00', beside: '2026-04-06T11:00' })
})

const other = (facts: Partial<Appointment>): Appointment => meeting({ id: 'two', ...facts })

test.each([
  ['in the middle of it', { start: '2026-03-23T10:30', end: '2026-03-23T12:00' }, 'same'],
  ['open-ended just before', { start: '2026-03-23T09:30', end: '' }, 'same'],
  ['right after, near by', { start: '2026-03-23T11:00', end: '' }, undefined],
  ['right after, far away', { start: '2026-03-23T11:20', end: '', travel: 45 }, 'travel'],
  ['later, far away', { start: '2026-03-23T12:00', end: '', travel: 45 }, undefined],
  ['a whole day', { start: '2026-03-23T00:00', end: '', allDay: true }, undefined],
  ['the same hour a week later', { start: '2026-03-30T10:00', end: '' }, undefined],
  ['a series that comes by', { start: '2026-03-09T10:15', end: '', ...every('week') }, 'same'],
] as const)('RECORD-12 what stands too near is noticed on both sides: %s', (_, facts, kind) => {
  const [one, two] = [meeting({}), other(facts)]
  const record = recordOf([one, two])
  expect(clashesOf(record, one)[0]?.kind).toBe(kind)
  const [near] = timesOf(two, '2026-03-23', '2026-03-30')
  if (near) expect(clashesOf(record, near)[0]?.kind).toBe(kind)
})

test('RECORD-12 one that is being moved stands in nobody’s way by its old place', () => {
  expect(clashesOf(recordOf([meeting({})]), meeting({ start: '2026-03-23T10:15' }))).toEqual([])
})

const old = {
  appointment:
    '{"kind":"appointment","id":"a","title":"Samtal","start":"2026-12-01T09:00","end":"","allDay":false,"place":"Sal 2","contact":null,"bring":"Brevet","note":"Ring före","uid":"","written":"2026-11-01T00:00:00Z","edited":"2026-11-01T00:00:00Z"}',
  story:
    '{"kind":"story","id":"s","topic":"need","title":"","text":"En bostad.","written":"2026-11-01T00:00:00Z","edited":"2026-11-01T00:00:00Z"}',
}

test('RECORD-13 an older record opens, with nothing added and nothing lost', () => {
  const { record, unread } = decodeRecord([
    ['appointment/a', old.appointment],
    ['story/s', old.story],
  ])
  expect(unread).toEqual([])
  expect(record.incident).toEqual(emptyRecord.incident)
  expect(record.appointment.get('a')).toEqual({ ...bare, ...JSON.parse(old.appointment) })
  expect(record.story.get('s')).toEqual({ brief: '', ...JSON.parse(old.story) })
})

test('RECORD-13 its check number still holds, and a later fact counts once it is there', () => {
  const { record } = decodeRecord([['story/s', old.story]])
  const story = record.story.get('s')
  if (!story) throw new Error('unread')
  expect(canonical(story)).toBe(
    '["entry 1","story","s","need","","En bostad.","2026-11-01T00:00:00Z","2026-11-01T00:00:00Z"]',
  )
  expect(canonical({ ...story, brief: 'Bostad' })).toMatch(/^\["entry 2",.*,"Bostad"\]$/)
})

test('PLAN-200 a time that is split off is for the same children, and undo takes all of it back', () => {
  fc.assert(
    fc.property(anyOf('child'), (any) => {
      if (any.kind !== 'child') throw new Error('no child')
      const series = meeting({ ...every('week'), uid: 'u', out: 'o' })
      const child = { ...any, appointments: ['one'] }
      const record = recordOf([series, child])
      const [, second] = timesOf(series, '2026-03-23', '2026-04-01')
      if (!second) throw new Error('no second time')
      const after = splitOff(series, second, { id: 'two', now: '2026-03-24T10:00:00Z' })(record)
      expect(after.child.get(child.id)?.appointments).toEqual(['one', 'two'])
      expect(after.appointment.get('one')?.repeat.but).toEqual(['2026-03-30'])
      expect(after.appointment.get('two')).toMatchObject({
        start: '2026-03-30T10:00',
        repeat: once,
        uid: '',
        out: '',
      })
      expect(undo(record, after)(after)).toEqual(record)
    }),
  )
})
