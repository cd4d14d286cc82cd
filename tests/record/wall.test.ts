import { expect, test } from 'vitest'
import { blankContact } from '../../src/record/contact.ts'
import { summarise } from '../../src/record/summary.ts'
import { timelineOf } from '../../src/record/timeline.ts'
import { daysWaiting } from '../../src/record/waits.ts'
import { localAt } from '../../src/record/wall.ts'
import type { Appointment, Contact } from '../../src/record/types.ts'
import { readEntry } from '../../src/record/read.ts'
import { recordOf } from './entries.ts'

test('WALL-200 winter, summer, and both sides of each change of the clocks', () => {
  expect(localAt('2026-11-23T23:30:00Z')).toBe('2026-11-24T00:30')
  expect(localAt('2026-06-30T22:30:00Z')).toBe('2026-07-01T00:30')
  expect(localAt('2026-03-29T00:59:59Z')).toBe('2026-03-29T01:59')
  expect(localAt('2026-03-29T01:00:00Z')).toBe('2026-03-29T03:00')
  expect(localAt('2026-10-25T00:59:59Z')).toBe('2026-10-25T02:59')
  expect(localAt('2026-10-25T01:00:00Z')).toBe('2026-10-25T02:00')
  expect(localAt('')).toBe('')
})

const late = '2026-11-30T23:30:00Z'

const contact: Contact = {
  ...blankContact,
  id: 'c',
  status: 'theirs',
  source: 'own',
  written: late,
  edited: late,
}

test('WALL-200 a contact begun late in the evening stands in the month of its day', () => {
  const [moment] = timelineOf(recordOf([contact]), ['contact'], '2026-12-02')
  expect(moment).toMatchObject({ month: '2026-12', day: '2026-12-01' })
  expect(daysWaiting(contact, '2026-12-02')).toBe(1)
})

test('WALL-200 a summary tells the time that lies ahead on the wall', () => {
  const weekly = readEntry({
    kind: 'appointment',
    id: 'a',
    title: 'Möte',
    start: '2026-11-24T00:10',
    end: '2026-11-24T00:20',
    repeat: { every: 'week', until: '', but: [] },
  })
  if (weekly?.kind !== 'appointment') throw new Error('no appointment')
  const told = (made: string): string => {
    const one: Appointment = weekly
    const parts = [{ kind: 'appointment' as const, id: one.id, fields: ['when'] }]
    const grant = { recipient: '', type: 'other' as const, why: '', parts, until: made }
    return JSON.stringify(summarise(recordOf([one]), grant, { made, language: 'sv' }))
  }
  expect(told('2026-11-23T23:15:00Z')).toContain('2026-11-24')
  // Half past midnight in Sweden, and over; in UTC it would still lie ahead.
  expect(told('2026-11-23T23:30:00Z')).toContain('2026-12-01')
})
