import fc from 'fast-check'
import { expect, test } from 'vitest'
import { undo } from '../../src/record/difference.ts'
import { areas } from '../../src/record/areas.ts'
import { horizons, needId } from '../../src/record/need.ts'
import {
  dayOf,
  dropChild,
  isFollowed,
  isOver,
  needAt,
  stepsAhead,
  stepsOver,
} from '../../src/record/plan.ts'
import { shapes } from '../../src/record/parts/table.ts'
import { presetOf } from '../../src/record/presets.ts'
import { summarise } from '../../src/record/summary.ts'
import type { Entry, Part } from '../../src/record/types.ts'
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

test('PLAN-201 an open step with a day to follow it up and no other asks for that day', () => {
  const open = step({ by: '', follow: '2026-12-20' })
  expect([dayOf(open), isFollowed(open), isOver(open)]).toEqual(['2026-12-20', true, false])
  const done = { ...open, done: now }
  expect([dayOf(done), isFollowed(done)]).toEqual(['2026-12-20', true])
  expect(isFollowed(step({ by: '2026-12-01', follow: '2026-12-20' }))).toBe(false)
  expect(isFollowed(step({}))).toBe(false)
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

const given = (entries: readonly Entry[], parts: readonly Part[]): string => {
  const grant = { recipient: '', type: 'coordinator', why: '', parts, until: now } as const
  return JSON.stringify(summarise(recordOf(entries), grant, { made: now, language: 'sv' }))
}

test('PLAN-6 a step names whoever does it only where that contact goes too', () => {
  const contact = readEntry({ kind: 'contact', id: 'c', organisation: 'Kommunen Påhitt' })
  if (!contact) throw new Error('no contact')
  const one = step({ what: 'Söka bostad', contact: 'c', note: 'Bara min' })
  const part: Part = { kind: 'step', id: 's', fields: ['what', 'who'] }
  const office: Part = { kind: 'contact', id: 'c', fields: ['organisation'] }
  expect(given([contact, one], [part])).not.toContain('Kommunen')
  expect(given([contact, one], [part, office]).match(/Kommunen/g)).toHaveLength(2)
  expect(shapes.step.fields.map(({ name }) => name)).not.toContain('note')
})

test('PLAN-6 where nothing is needed nothing is said', () => {
  const spot = { child: null, area: 'legal', horizon: 'now' } as const
  const need = (state: 'none' | 'open') => needOf({ state, text: 'Ord' }, spot, now, null)
  const part: Part = { kind: 'need', id: need('open').id, fields: ['area', 'inWords'] }
  expect(given([need('open')], [part])).toContain('Ord')
  expect(given([need('none')], [part])).not.toContain('Ord')
  expect(presetOf(recordOf([need('none')]), 'coordinator')).toEqual([])
  expect(presetOf(recordOf([need('open')]), 'coordinator')).toHaveLength(1)
})

test('CHILD-3 what is about a child is never chosen for her', () => {
  const child = readEntry({ kind: 'child', id: 'c1', name: 'A' })
  if (!child) throw new Error('no child')
  const spot = { child: 'c1', area: 'health', horizon: 'now' } as const
  const need = needOf({ state: 'open', text: '' }, spot, now, null)
  const record = recordOf([child, need, step({ child: 'c1' })])
  expect(presetOf(record, 'coordinator')).toEqual([])
  expect(shapes.child.careOf(record, 'c1')).toBe('child')
  expect(shapes.need.careOf(record, need.id)).toBe('child')
  expect(shapes.step.careOf(record, 's')).toBe('child')
})

test('SHARE-302 whose a need or a step is, is told only where that child goes along by name', () => {
  const child = readEntry({ kind: 'child', id: 'c1', name: 'Kim Påhitt', born: '2017' })
  if (!child) throw new Error('no child')
  const spot = { child: 'c1', area: 'health', horizon: 'now' } as const
  const need = needOf({ state: 'open', text: '' }, spot, now, null)
  const entries = [child, need, step({ child: 'c1' })]
  const named: Part[] = [
    { kind: 'need', id: need.id, fields: ['area', 'for'] },
    { kind: 'step', id: 's', fields: ['what', 'for'] },
  ]
  expect(given(entries, named)).not.toContain('Kim')
  const nameless: Part = { kind: 'child', id: 'c1', fields: ['born'] }
  expect(given(entries, [...named, nameless])).not.toContain('Kim')
  const whole: Part = { kind: 'child', id: 'c1', fields: ['called'] }
  expect(given(entries, [...named, whole]).match(/Kim Påhitt/g)).toHaveLength(3)
})
