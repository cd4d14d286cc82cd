import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linksIn } from '../../src/record/links.ts'
import { differing, facts, mergeContacts, merged } from '../../src/record/merging.ts'
import { drop, listOf } from '../../src/record/record.ts'
import { appointments, contacts, recordOf } from './entries.ts'

const now = '2026-11-24T12:00:00Z'
const two = fc.tuple(contacts, contacts).filter(([one, other]) => one.id !== other.id)

test('MERGE-7 of two that are one she chooses where they differ, and nothing else is lost', () => {
  fc.assert(
    fc.property(two, fc.subarray([...facts]), ([one, other], chosen) => {
      const whole = merged(one, other, new Set(chosen), now)
      for (const fact of differing(one, other))
        expect(whole[fact]).toBe((chosen.includes(fact) ? other : one)[fact])
      for (const fact of facts)
        if (one[fact] === '' && other[fact] !== '') expect(whole[fact]).toBe(other[fact])
      for (const need of [...one.needs, ...other.needs]) expect(whole.needs).toContain(need)
      for (const { number } of one.phones)
        expect(whole.phones.map((phone) => phone.number)).toContain(number)
      if ([one, other].some(({ sensitivity }) => sensitivity === 'careful'))
        expect(whole.sensitivity).not.toBe('ordinary')
    }),
  )
})

test('MERGE-7 a number in two spellings stands once', () => {
  const [sample] = fc.sample(contacts, 1)
  if (!sample) throw new Error('no sample')
  const phones = (number: string) => [{ label: '', number }]
  const one = { ...sample, phones: phones('070-174 06 05') }
  const other = { ...sample, id: 'other', phones: phones('+46 70 174 06 05') }
  expect(merged(one, other, new Set(), now).phones).toEqual(one.phones)
})

test('MERGE-8 what named the one that goes names the one that stays', () => {
  fc.assert(
    fc.property(two, contacts, appointments, ([one, other], third, meeting) => {
      fc.pre(![one.id, other.id].includes(third.id))
      const linked = { ...third, links: [{ to: other.id, kind: 'talk' as const }] }
      const record = recordOf([one, other, linked, { ...meeting, contact: other.id }])
      const after = mergeContacts({ one: one.id, other: other.id }, new Set(), now)(record)
      expect(after.contact.has(other.id)).toBe(false)
      expect(listOf(after, 'appointment').map(({ contact }) => contact)).toEqual([one.id])
      expect(linksIn(after).some(({ from, to }) => from === third.id && to === one.id)).toBe(true)
      expect(linksIn(after).every(({ from, to }) => from !== to)).toBe(true)
      const again = mergeContacts({ one: one.id, other: other.id }, new Set(), now)(after)
      expect(again).toBe(after)
      expect(drop('contact', other.id)(after)).toBe(after)
    }),
  )
})
