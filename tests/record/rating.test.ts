import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contactOf, fieldsOf } from '../../src/app/screens/contact/fields.ts'
import { dropWhole } from '../../src/record/attached.ts'
import { undo } from '../../src/record/difference.ts'
import { mergeContacts } from '../../src/record/merging.ts'
import { blankRating, questions, ratingId, type Rating } from '../../src/record/rating.ts'
import {
  countsOf,
  isSaid,
  occasionOf,
  ratingsOf,
  retellings,
  toAsk,
} from '../../src/record/ratings.ts'
import { readEntry } from '../../src/record/read.ts'
import { all, drop, listOf, put } from '../../src/record/record.ts'
import { firstSetting, type Setting } from '../../src/record/setting.ts'
import { statuses, type Appointment, type Contact } from '../../src/record/types.ts'
import { daysOf, daysWaiting, waitsAfter } from '../../src/record/waits.ts'
import { appointments, contacts, recordOf } from './entries.ts'

const now = '2026-11-24T12:00:00Z'

const sample = <T>(from: fc.Arbitrary<T>): T => {
  const [one] = fc.sample(from, 1)
  if (one === undefined) throw new Error('no sample')
  return one
}

const office: Contact = { ...sample(contacts), id: 'office', status: 'none', waits: [] }

const meeting = (change: Partial<Appointment>): Appointment => ({
  ...sample(appointments),
  id: 'meeting',
  contact: 'office',
  allDay: false,
  repeat: { every: 'none', until: '', but: [] },
  start: '2026-11-24T09:00',
  end: '2026-11-24T10:00',
  ...change,
})

const rated = (on: string, change: Partial<Rating>): Rating => ({
  ...blankRating({ contact: 'office', appointment: null, on }, now),
  ...change,
})

test('RATE-1 an occasion has one rating, and only what was answered counts', () => {
  const first = rated('2026-11-20', { listened: 'no', retold: 'yes' })
  const better = { ...first, listened: 'yes' as const }
  const later = rated('2026-11-24', { listened: 'partly' })
  const record = recordOf([first, better, later, rated('2026-11-23', {})])
  expect(ratingsOf(record, 'office')).toEqual([better, later])
  expect(ratingsOf(record, 'another')).toEqual([])
  expect(countsOf(ratingsOf(record, null), 'listened')).toEqual({ yes: 1, partly: 1, no: 0 })
  expect(countsOf(ratingsOf(record, null), 'helped')).toEqual({ yes: 0, partly: 0, no: 0 })
  expect(retellings(ratingsOf(record, null))).toBe(1)
})

test('RATE-1 counts and what was said agree, whatever was answered', () => {
  const answers = fc.record(
    Object.fromEntries(questions.map((name) => [name, fc.constantFrom('', 'yes', 'partly', 'no')])),
  )
  fc.assert(
    fc.property(fc.array(answers, { maxLength: 20 }), (list) => {
      const ratings = list.flatMap((one, n) => {
        const entry = readEntry({ ...one, kind: 'rating', id: `${n}`, on: '2026-01-01' })
        return entry?.kind === 'rating' ? [entry] : []
      })
      const kept = ratingsOf(recordOf(ratings), null)
      expect(kept).toHaveLength(ratings.filter(isSaid).length)
      for (const name of questions) {
        const { yes, partly, no } = countsOf(kept, name)
        expect(yes + partly + no).toBe(ratings.filter((one) => one[name] !== '').length)
      }
    }),
  )
})

test('RATE-2 home asks about the latest meeting that is over, once, and not for long', () => {
  const record = recordOf([office, meeting({})])
  expect(toAsk(record, '2026-11-24T09:30')).toBeNull()
  expect(toAsk(record, '2026-11-24T10:30')?.id).toBe('meeting')
  expect(toAsk(record, '2026-11-27T10:30')?.id).toBe('meeting')
  expect(toAsk(record, '2026-11-28T10:30')).toBeNull()
  const seen = put(blankRating(occasionOf(meeting({})), now))(record)
  expect(toAsk(seen, '2026-11-24T10:30')).toBeNull()
})

test('RATE-2 it does not fall back on an older meeting, and asks of nobody, nor where she said no', () => {
  const at = '2026-11-24T10:30'
  const older = meeting({ id: 'older', start: '2026-11-23T09:00', end: '' })
  const record = recordOf([office, meeting({}), older])
  expect(toAsk(put(blankRating(occasionOf(meeting({})), now))(record), at)).toBeNull()
  expect(toAsk(recordOf([office, meeting({ contact: null })]), at)).toBeNull()
  expect(toAsk(recordOf([meeting({})]), at)).toBeNull()
  const set = (change: Partial<Setting>) => put({ ...firstSetting, ...change })(record)
  expect(toAsk(set({ askAfter: false }), at)).toBeNull()
  expect(toAsk(set({ plain: true }), at)).toBeNull()
})

test('RATE-2 of what comes again each time is an occasion of its own', () => {
  const weekly = meeting({ repeat: { every: 'week', until: '', but: [] } })
  const first = put(blankRating(occasionOf(weekly), now))(recordOf([office, weekly]))
  const next = toAsk(first, '2026-12-01T10:30')
  expect(next?.start).toBe('2026-12-01T09:00')
  expect(next && ratingId(occasionOf(next))).toBe('meeting.2026-12-01')
})

test('RATE-3 a wait begins and ends with how it stands, and only then', () => {
  const form = (before: Contact, status: Contact['status'], time: string): Contact =>
    contactOf({ ...fieldsOf(before), status }, 'office', time, before)
  const waiting = form(office, 'theirs', '2026-11-01T10:00:00Z')
  expect(daysWaiting(waiting, '2026-11-24')).toBe(23)
  const still = form(waiting, 'theirs', '2026-11-20T10:00:00Z')
  expect(still.waits).toEqual(waiting.waits)
  const over = form(still, 'mine', '2026-11-24T10:00:00Z')
  expect(over.waits).toEqual([{ from: '2026-11-01', to: '2026-11-24' }])
  expect(daysWaiting(over, '2026-12-24')).toBeNull()
  const again = form(over, 'theirs', '2026-12-01T10:00:00Z')
  expect(again.waits.map((wait) => daysOf(wait, '2026-12-05'))).toEqual([23, 4])
})

test('RATE-3 an older contact has waited at least since its last change', () => {
  const old = readEntry({
    kind: 'contact',
    id: 'a',
    status: 'theirs',
    edited: '2026-11-14T08:00:00Z',
  })
  if (old?.kind !== 'contact') throw new Error('no contact')
  expect(daysWaiting(old, '2026-11-24')).toBe(10)
  expect(daysWaiting({ ...old, status: 'active' }, '2026-11-24')).toBeNull()
})

test('RATE-3 waits never run backwards, and at most one runs', () => {
  const states = fc.array(fc.constantFrom(...statuses))
  fc.assert(
    fc.property(states, (list) => {
      const waits = list.reduce<Contact['waits']>(
        (before, status, n) =>
          waitsAfter(before, status, `2026-01-${String(n + 1).padStart(2, '0')}`),
        [],
      )
      expect(waits.filter(({ to }) => to === '')).toHaveLength(list.at(-1) === 'theirs' ? 1 : 0)
      for (const { from, to } of waits) expect(to === '' || to >= from).toBe(true)
    }),
  )
})

test('RATE-3 two contacts that become one keep their waits and what was said of them', () => {
  const other: Contact = {
    ...office,
    id: 'other',
    status: 'theirs',
    waits: [{ from: '2026-11-01', to: '' }],
  }
  const said = rated('2026-11-20', { contact: 'other', helped: 'yes' })
  const merge = mergeContacts({ one: 'office', other: 'other' }, new Set(['status']), now)
  const after = merge(recordOf([{ ...office, status: 'mine' }, other, said]))
  expect(after.contact.get('office')?.waits).toEqual(other.waits)
  expect(ratingsOf(after, 'office')).toHaveLength(1)
  const kept = mergeContacts({ one: 'office', other: 'other' }, new Set(), now)
  const mine = kept(recordOf([{ ...office, status: 'mine' }, other]))
  expect(mine.contact.get('office')?.waits).toEqual([{ from: '2026-11-01', to: '2026-11-24' }])
})

test('RATE-4 what was said of a contact goes and comes back with it', () => {
  const record = recordOf([office, rated('2026-11-20', { helped: 'no' })])
  const after = dropWhole({ kind: 'contact', id: 'office' })(record)
  expect(listOf(after, 'rating')).toEqual([])
  expect(undo(record, after)(after)).toEqual(record)
  expect(all(drop('appointment', 'meeting'))(record).rating.size).toBe(1)
})
