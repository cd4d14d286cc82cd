import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeRecord, encodeEntry, nameOf } from '../../src/record/encode.ts'
import { daysMoved } from '../../src/record/repeat.ts'
import type { Setting } from '../../src/record/setting.ts'
import { text, time } from './any.ts'
import { recordOf } from './entries.ts'

const settings: fc.Arbitrary<Setting> = fc.record({
  kind: fc.constant('setting'),
  id: fc.constant('setting'),
  language: fc.constantFrom('sv', 'en', 'ar'),
  exitSide: fc.constantFrom('start', 'end'),
  idle: fc.integer({ min: 0, max: 30 }),
  backedUp: time,
  offerCopy: fc.boolean(),
  resume: fc.boolean(),
  site: text,
  faceDown: fc.boolean(),
  plain: fc.boolean(),
  askAfter: fc.boolean(),
  safetyOnHome: fc.boolean(),
  decoyCode: text,
  shredCode: text,
  openings: fc.array(time, { maxLength: 3 }),
  tries: fc.array(time, { maxLength: 3 }),
})

test('RECORD-1 what she chose, and where she was, is read back as it was', () => {
  const places = fc.record({
    kind: fc.constant('place'),
    id: fc.constant('place'),
    path: text,
    scroll: fc.nat(10_000),
  })
  fc.assert(
    fc.property(settings, places, (setting, place) => {
      const kept = [setting, place].map((entry): [string, string] => [
        nameOf(entry.kind, entry.id),
        encodeEntry(entry),
      ])
      expect(decodeRecord(kept)).toEqual({ record: recordOf([setting, place]), unread: [] })
    }),
  )
})

test('RECORD-10 days that were taken out of a series stay the same times of it when the series moves', () => {
  const but = ['2026-11-30', '2026-12-14']
  const moved = (every: 'day' | 'week' | 'month', to: string) =>
    daysMoved({ every, until: '', but }, '2026-11-23T09:00', to)
  expect(moved('week', '2026-11-25T10:00')).toEqual(['2026-12-02', '2026-12-16'])
  expect(moved('day', '2026-11-22T09:00')).toEqual(['2026-11-29', '2026-12-13'])
  // Another hour of the same day takes nothing along.
  expect(moved('week', '2026-11-23T15:00')).toEqual(but)
  const monthly = daysMoved(
    { every: 'month', until: '', but: ['2027-01-23'] },
    '2026-11-23T09:00',
    '2026-11-27T09:00',
  )
  expect(monthly).toEqual(['2027-01-27'])
})
