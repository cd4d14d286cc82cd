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
  without,
  type ShareFields,
} from '../../src/app/screens/share/fields.ts'
import { standingOf } from '../../src/app/screens/share/standing.ts'
import { fieldOf } from '../../src/record/parts/table.ts'
import type { Part } from '../../src/record/types.ts'
import { plainShare } from '../record/shares.ts'

const now = '2026-11-23T16:00:00Z'

const id = fc.stringMatching(/^[A-Za-z0-9_-]{16}$/)
const part: fc.Arbitrary<Part> = fc.record({
  kind: fc.constantFrom('contact', 'appointment', 'story'),
  id,
  fields: fc.subarray(['title', 'organisation', 'phone', 'address']),
})
const possible = part.map(({ kind, id: own, fields }) => ({
  kind,
  id: own,
  fields: fields.filter((name) => fieldOf(kind, name)),
}))
const parts = fc.uniqueArray(possible, { maxLength: 12, selector: (one) => one.id })

const textOf = (chosen: readonly Part[]): string =>
  chosen.reduce((text, one) => choose(text, one), '')

test('SHARING-10 nothing is chosen before she says who it is for', () => {
  expect(firstFields).toMatchObject({ type: '', parts: '', recipient: '', why: '' })
  expect(partsOf(firstFields.parts)).toEqual([])
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

test('SHARING-11 a field that she adds goes along, and goes when she takes it away', () => {
  fc.assert(
    fc.property(parts, possible, (chosen, one) => {
      const contact = { ...one, kind: 'contact' as const, fields: ['person'] }
      const others = chosen.filter(({ id: other }) => other !== one.id)
      const text = choose(textOf(others), contact)
      const with_ = extend(text, contact, 'address', true)
      expect(find(with_, contact)?.fields).toEqual(['person', 'address'])
      expect(extend(with_, contact, 'address', false)).toBe(text)
      expect(partsOf(without(with_, contact))).toEqual(others)
      expect(extend(without(with_, contact), contact, 'address', true)).toBe(textOf(others))
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
  expect(partsOf('share x\ncontact\n\nstory s place nonsense title')).toEqual([
    { kind: 'story', id: 's', fields: ['title'] },
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
  expect(stepBefore('several')).toBe('whom')
})

test('SHARING-12 the steps lead forth and back', () => {
  expect([stepBefore('whom'), stepAfter('whom')]).toEqual([null, 'parts'])
  expect([stepBefore('preview'), stepAfter('preview')]).toEqual(['parts', null])
  expect([stepBefore('terms'), stepAfter('terms')]).toEqual(['preview', 'preview'])
  expect([stepBefore('consent'), stepAfter('consent')]).toEqual(['preview', 'preview'])
})

test('SHARING-13 a share is unsent, open, ended or stopped', () => {
  const share = plainShare({ made: now })
  expect(standingOf({ ...share, made: '' }, now)).toBe('unsent')
  expect(standingOf(share, now)).toBe('open')
  expect(standingOf(share, '2026-11-30T16:00:00Z')).toBe('ended')
  expect(standingOf({ ...share, stopped: now }, now)).toBe('stopped')
})

test('SHARE-301 what was chosen for somebody else does not go to a council', () => {
  const fields: ShareFields = {
    ...firstFields,
    parts: 'contact c organisation\ncouncil 2026.second.all level',
    files: 'photo clean\nletter whole',
  }
  expect(wishOf({ ...fields, type: 'police' }).files).toHaveLength(2)
  const council = { ...fields, type: 'council' as const }
  expect(wishOf(council)).toMatchObject({ files: [], parts: [{ kind: 'council' }] })
  expect(grantOf(council, now).parts).toHaveLength(1)
})
