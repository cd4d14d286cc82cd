import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shapes } from '../../src/record/parts/table.ts'
import { mergeContacts } from '../../src/record/merging.ts'
import { precautionTopics, type Precaution } from '../../src/record/precaution.ts'
import { presetOf } from '../../src/record/presets.ts'
import { recipientTypes } from '../../src/record/recipients.ts'
import { isReviewDue, talksAhead } from '../../src/record/safety.ts'
import { summarise } from '../../src/record/summary.ts'
import type { Talk } from '../../src/record/talk.ts'
import type { Entry, Part } from '../../src/record/types.ts'
import {
  precautionFieldsOf,
  precautionOf,
  saysSomething,
  talkFieldsOf,
  talkOf,
} from '../../src/app/screens/safety/fields.ts'
import { suggestions } from '../../src/app/screens/safety/suggestions.ts'
import { bundles } from '../rules/bundles.ts'
import { anyOf } from './any.ts'
import { contacts, recordOf } from './entries.ts'

const now = '2026-11-23T12:00:00Z'

const line = (change: Partial<Precaution>): Precaution => ({
  kind: 'precaution',
  id: 'p',
  topic: 'bag',
  text: 'Nycklar',
  ready: '',
  note: 'under mattan',
  written: now,
  edited: now,
  ...change,
})

const blank = talkFieldsOf(undefined, '2026-11-23')

const talk = (change: Partial<Talk>): Talk => ({
  ...talkOf({ ...blank, tool: 'FREDA' }, 't', now, undefined),
  ...change,
})

const partsOf = (parts: readonly Part[], ...entries: readonly Entry[]) =>
  summarise(
    recordOf(entries),
    { recipient: '', type: 'social', why: '', parts, until: now },
    { made: now, language: 'sv' },
  ).parts

const wholly = (kind: 'precaution' | 'talk', id: string): Part => ({
  kind,
  id,
  fields: [...shapes[kind].fields.map(({ name }) => name), 'note'],
})

test('CAUTION-1 each part of the plan has suggestions, each with words and a word on where from', () => {
  const texts = [...bundles('app').values()]
  expect(texts.length).toBeGreaterThan(2)
  for (const topic of precautionTopics) {
    expect(suggestions[topic].length).toBeGreaterThan(0)
    for (const { name, from } of suggestions[topic])
      for (const text of texts) {
        expect(text.get(`safety.idea.${topic}.${name}`)).toBeTruthy()
        expect(text.get(`safety.source.${from}`)).toBeTruthy()
      }
  }
})

test('CAUTION-2 a line asks for care, no preset holds one, and her note stays at home', () => {
  const placed = precautionTopics.filter((topic) => {
    const one = line({ topic })
    const care = shapes.precaution.careOf(recordOf([one]), one.id)
    expect(care).not.toBeNull()
    for (const type of recipientTypes) expect(presetOf(recordOf([one]), type)).toEqual([])
    return care === 'place'
  })
  expect(placed).toEqual(['way', 'home', 'work', 'school'])
  const [part] = partsOf([wholly('precaution', 'p')], line({ ready: now }))
  expect(part?.facts.map(({ name, text }) => [name, text])).toEqual([
    ['measure', 'Nycklar'],
    ['within', 'bag'],
    ['ready', 'yes'],
  ])
})

test('CAUTION-3 a line that is opened and saved changes nothing but the time', () => {
  fc.assert(
    fc.property(anyOf('precaution'), (one) => {
      if (one.kind !== 'precaution') throw new Error('another kind')
      const trimmed = { text: one.text.trim(), note: one.note.trim(), edited: now }
      expect(precautionOf(precautionFieldsOf(one), one, now)).toEqual({ ...one, ...trimmed })
    }),
  )
})

test('TALK-1 a talk asks for its day until somebody looked, and is due after it', () => {
  const open = talk({ id: 'a', review: '2026-12-01' })
  const sooner = talk({ id: 'b', review: '2026-11-30' })
  const others = [talk({ id: 'c' }), talk({ id: 'd', review: '2026-11-01', reviewed: now })]
  const ahead = talksAhead(recordOf([open, sooner, ...others]))
  expect(ahead.map(({ id }) => id)).toEqual(['b', 'a'])
  const due = ['2026-11-30', '2026-12-01', '2026-12-02'].map((day) => isReviewDue(open, day))
  expect(due).toEqual([false, false, true])
})

test('TALK-2 a talk that is opened and saved changes nothing, and another day asks anew', () => {
  fc.assert(
    fc.property(anyOf('talk'), (one) => {
      if (one.kind !== 'talk') throw new Error('another kind')
      const [tool, told, note] = [one.tool.trim(), one.told.trim(), one.note.trim()]
      const kept = { ...one, tool, told, note, contact: one.contact || null, edited: now }
      expect(talkOf(talkFieldsOf(one, ''), one.id, now, one)).toEqual(kept)
    }),
  )
  const looked = talk({ review: '2026-12-01', reviewed: now })
  const moved = { ...talkFieldsOf(looked, ''), review: '2027-01-01' }
  expect(talkOf(moved, 't', now, looked).reviewed).toBe('')
  expect([blank, { ...blank, own: '0' as const }].map(saysSomething)).toEqual([false, true])
})

test('TALK-3 who held a talk shows only with that contact, and her own number only when added', () => {
  fc.assert(
    fc.property(contacts, fc.boolean(), (contact, named) => {
      const office = { ...contact, organisation: 'Mottagningen' }
      const one = talk({ contact: office.id, own: '7', note: 'hemligt' })
      const fields = named ? ['organisation'] : ['phone']
      const given = { kind: 'contact' as const, id: office.id, fields }
      const parts = partsOf([given, wholly('talk', 't')], office, one)
      const facts = parts.find(({ kind }) => kind === 'talk')?.facts ?? []
      expect(facts.some(({ name }) => name === 'with')).toBe(named)
      expect(facts.find(({ name }) => name === 'feeling')?.text).toBe('7')
      expect(JSON.stringify(facts)).not.toContain('hemligt')
    }),
  )
  const record = recordOf([talk({ own: '7' })])
  expect(shapes.talk.usual(record, 't')).not.toContain('feeling')
  expect(shapes.talk.careOf(record, 't')).toBe('safety')
  for (const type of recipientTypes) expect(presetOf(record, type)).toEqual([])
})

test('TALK-5 a talk goes over to the contact that stays', () => {
  fc.assert(
    fc.property(contacts, contacts, (one, other) => {
      fc.pre(one.id !== other.id)
      const before = recordOf([one, other, talk({ contact: other.id })])
      const after = mergeContacts({ one: one.id, other: other.id }, new Set(), now)(before)
      expect(after.talk.get('t')?.contact).toBe(one.id)
    }),
  )
})
