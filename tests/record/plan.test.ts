import fc from 'fast-check'
import { expect, test } from 'vitest'
import { undo } from '../../src/record/difference.ts'
import { needs as areas } from '../../src/record/areas.ts'
import { horizons, needId } from '../../src/record/need.ts'
import { dayOf, dropChild, isOver, needAt, stepsAhead, stepsOver } from '../../src/record/plan.ts'
import { readEntry } from '../../src/record/read.ts'
import { emptyRecord, put } from '../../src/record/record.ts'
import type { Step } from '../../src/record/step.ts'
import { childFieldsOf, childOf } from '../../src/app/screens/child/fields.ts'
import { needFieldsOf, needOf, stepFieldsOf, stepOf } from '../../src/app/screens/plan/fields.ts'
import { anyOf } from './any.ts'
import { recordOf } from './entries.ts'

const now = '2026-11-23T12:00:00Z'

const step = (change: Partial<Step>): Step => ({
  ...stepOf(stepFieldsOf(undefined, { area: 'housing', child: null }), 's', now, undefined),
  ...change,
})

test('PLAN-1 every place of a map has one id, and what is said there replaces what stood', () => {
  const ids = [null, 'a-child'].flatMap((child) =>
    areas.flatMap((area) => horizons.map((horizon) => needId(child, area, horizon))),
  )
  expect(new Set(ids).size).toBe(48)
  const spot = { child: null, area: 'housing', horizon: 'now' } as const
  const first = needOf({ state: 'open', text: 'Ett rum' }, spot, now, null)
  const second = needOf(
    { ...needFieldsOf(first), state: 'met' },
    spot,
    '2027-01-01T00:00:00Z',
    first,
  )
  const record = recordOf([first, second])
  expect(record.need.size).toBe(1)
  expect(needAt(record, null, 'housing', 'now')).toEqual(second)
  expect(second).toMatchObject({ text: 'Ett rum', written: now })
})

test('PLAN-2 a step asks for its day, then for its follow-up, then for nothing', () => {
  const open = step({ by: '2026-12-01', follow: '2026-12-20' })
  expect([dayOf(open), isOver(open)]).toEqual(['2026-12-01', false])
  const done = { ...open, done: now }
  expect([dayOf(done), isOver(done)]).toEqual(['2026-12-20', false])
  const said = { ...done, helped: 'some' as const }
  expect([dayOf(said), isOver(said)]).toEqual(['', true])
  expect(isOver(step({ done: now }))).toBe(true)
})

test('PLAN-3 steps ahead stand by their day, and none is lost', () => {
  const steps = fc.uniqueArray(
    anyOf('step').filter((entry) => entry.kind === 'step'),
    { selector: ({ id }) => id },
  )
  fc.assert(
    fc.property(steps, (list) => {
      const record = recordOf(list)
      const days = stepsAhead(record).map((one) => dayOf(one) || '9999')
      expect(days).toEqual(days.toSorted((a, b) => a.localeCompare(b)))
      expect(days.length + stepsOver(record).length).toBe(list.length)
    }),
  )
})

test('PLAN-4 a form that is opened and saved changes nothing', () => {
  fc.assert(
    fc.property(anyOf('step'), anyOf('child'), (one, other) => {
      if (one.kind !== 'step' || other.kind !== 'child') throw new Error('another kind')
      const saved = stepOf(stepFieldsOf(one, { area: '', child: null }), one.id, now, one)
      const trimmed = { what: one.what.trim(), goal: one.goal.trim(), note: one.note.trim() }
      // An id of no length names nobody: it is no child and no contact.
      const nobody = { child: one.child || null, contact: one.contact || null }
      expect(saved).toEqual({ ...one, ...trimmed, ...nobody, edited: now })
      const { name, born, school, seen, note } = childFieldsOf(other)
      expect(childOf(childFieldsOf(other), other.id, now, other)).toEqual({
        ...other,
        name: name.trim(),
        born: born.trim(),
        school: school.trim(),
        seen: seen.trim(),
        note: note.trim(),
        edited: now,
      })
    }),
  )
})

test('CHILD-1 a child goes with the own needs and steps, and comes back with them', () => {
  const child = readEntry({ kind: 'child', id: 'c1', name: 'A' })
  const other = readEntry({ kind: 'child', id: 'c2', name: 'B' })
  if (!child || !other) throw new Error('no child')
  const spot = { area: 'health', horizon: 'now' } as const
  const needs = [null, 'c1', 'c2'].map((whose) =>
    needOf({ state: 'open', text: '' }, { ...spot, child: whose }, now, null),
  )
  const steps = [null, 'c1', 'c2'].map((whose, n) => step({ id: `s${n}`, child: whose }))
  const record = recordOf([child, other, ...needs, ...steps])
  const after = dropChild('c1')(record)
  expect([...after.child.keys()]).toEqual(['c2'])
  expect([...after.need.values()].map((need) => need.child)).toEqual([null, 'c2'])
  expect([...after.step.keys()]).toEqual(['s0', 's2'])
  expect(recordOf([...undo(record, after)(after).step.values()]).step.size).toBe(3)
  expect(undo(record, after)(after).child.get('c1')).toEqual(child)
  expect(put(child)(emptyRecord).child.size).toBe(1)
})
