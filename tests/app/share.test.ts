import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  choose,
  endOf,
  extend,
  find,
  firstFields,
  grantOf,
  lives,
  partsOf,
  stepAfter,
  stepBefore,
  wishOf,
  type ShareFields,
} from '../../src/app/screens/share/fields.ts'
import { standingOf } from '../../src/app/screens/share/standing.ts'
import type { Part, Share } from '../../src/record/types.ts'

const now = '2026-11-23T16:00:00Z'

const id = fc.stringMatching(/^[A-Za-z0-9_-]{16}$/)
const part: fc.Arbitrary<Part> = fc.record({
  kind: fc.constantFrom('contact', 'appointment', 'story'),
  id,
  extras: fc.constant([]),
})
const parts = fc.uniqueArray(part, { maxLength: 12, selector: (one) => one.id })

const textOf = (chosen: readonly Part[]): string =>
  chosen.reduce((text, one) => choose(text, one.kind, one.id, true), '')

test('SHARING-10 nothing is chosen for her: no part, no kind of place, no address', () => {
  expect(firstFields).toMatchObject({ type: '', parts: '', recipient: '', why: '' })
  expect(partsOf(firstFields.parts)).toEqual([])
  expect(partsOf(choose('', 'contact', 'a', true))).toEqual([
    { kind: 'contact', id: 'a', extras: [] },
  ])
})

test('SHARING-10 a passcode and seven days are what she gets if she changes nothing', () => {
  expect(wishOf(firstFields)).toMatchObject({ passcode: true, life: 604_800 })
})

test('SHARING-11 the parts that she ticks are the parts of the grant, in her order', () => {
  fc.assert(
    fc.property(parts, (chosen) => {
      const fields: ShareFields = { ...firstFields, parts: textOf(chosen) }
      expect(grantOf(fields, now).parts).toEqual(chosen)
      expect(wishOf(fields).parts).toEqual(chosen)
    }),
  )
})

test('SHARING-11 a part that she unticks goes, and takes its address along', () => {
  fc.assert(
    fc.property(parts, part, (chosen, one) => {
      const with_ = extend(choose(textOf(chosen), one.kind, one.id, true), one.id, 'address', true)
      expect(find(with_, one.kind, one.id)?.extras).toEqual(['address'])
      const without = choose(with_, one.kind, one.id, false)
      expect(find(without, one.kind, one.id)).toBe(undefined)
      expect(find(choose(without, one.kind, one.id, true), one.kind, one.id)?.extras).toEqual([])
    }),
  )
})

test('SHARING-11 a draft that makes no sense chooses nothing', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const found = partsOf(text).every(({ kind }) => /^(contact|appointment|story)$/.test(kind))
      expect(found).toBe(true)
    }),
  )
  expect(partsOf('share x\ncontact\n\nstory s place nonsense')).toEqual([
    { kind: 'story', id: 's', extras: ['place'] },
  ])
})

test('SHARING-12 each length of time has its own end', () => {
  expect(lives.map((life) => endOf(now, life))).toEqual([
    '2026-11-23T16:10:00Z',
    '2026-11-24T16:00:00Z',
    '2026-11-30T16:00:00Z',
    '2026-12-07T16:00:00Z',
    '2026-12-23T16:00:00Z',
  ])
})

test('SHARING-12 the steps lead forth and back', () => {
  expect([stepBefore('whom'), stepAfter('whom')]).toEqual([null, 'parts'])
  expect([stepBefore('preview'), stepAfter('preview')]).toEqual(['terms', null])
})

test('SHARING-13 a share is unsent, open, ended or stopped', () => {
  const share: Share = {
    kind: 'share',
    id: 's',
    grant: { ...grantOf(firstFields, now), until: '2026-11-30T16:00:00Z' },
    secret: '',
    origin: '',
    owner: '',
    passcode: null,
    reply: null,
    counter: 1,
    made: now,
    stopped: '',
  }
  expect(standingOf({ ...share, made: '' }, now)).toBe('unsent')
  expect(standingOf(share, now)).toBe('open')
  expect(standingOf(share, '2026-11-30T16:00:00Z')).toBe('ended')
  expect(standingOf({ ...share, stopped: now }, now)).toBe('stopped')
})
