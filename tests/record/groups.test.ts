import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bare } from '../../src/record/appointment.ts'
import { blankContact } from '../../src/record/contact.ts'
import { levels, areas } from '../../src/record/areas.ts'
import { asItIs, sifted } from '../../src/record/arranged.ts'
import { contactTypes } from '../../src/record/reach.ts'
import { grouped, orders, sieves } from '../../src/record/groups.ts'
import { emptyRecord, put } from '../../src/record/record.ts'
import type { Contact } from '../../src/record/types.ts'
import { contacts, recordOf } from './entries.ts'

const now = '2026-11-23T12:00'
const many = fc.uniqueArray(contacts, { maxLength: 12, selector: ({ id }) => id })

test('GROUP-1 however it is laid out, everyone stands in it, and by name or time just once', () => {
  fc.assert(
    fc.property(many, fc.constantFrom(...orders), (list, by) => {
      const groups = grouped(recordOf(list), list, { by, now })
      const shown = groups.flatMap((group) => group.contacts)
      expect(new Set(shown)).toEqual(new Set(list))
      if (by !== 'need') expect(shown).toHaveLength(list.length)
      expect(groups.every((group) => group.contacts.length > 0)).toBe(true)
    }),
  )
})

test('GROUP-2 a sieve leaves those that it names and no others; none leaves everyone', () => {
  fc.assert(
    fc.property(many, fc.subarray([...sieves]), (list, wanted) => {
      const left = sifted(list, { ...asItIs, sieve: wanted })
      const fits = (one: Contact) =>
        wanted.some((sieve) => (sieve === 'favourite' ? one.favourite : one.status === sieve))
      expect(left).toEqual(wanted.length === 0 ? list : list.filter(fits))
    }),
  )
})

test('GROUP-200 sieves of need, level, kind and state go together, and of one kind any will do', () => {
  const wanted = fc.record({
    sieve: fc.subarray([...sieves], { maxLength: 2 }),
    needs: fc.subarray([...areas], { maxLength: 3 }),
    levels: fc.subarray([...levels], { maxLength: 3 }),
    types: fc.subarray([...contactTypes], { maxLength: 4 }),
  })
  fc.assert(
    fc.property(many, wanted, (list, by) => {
      const each = [
        sifted(list, { ...asItIs, sieve: by.sieve }),
        list.filter(({ needs: has }) => !by.needs.length || by.needs.some((n) => has.includes(n))),
        list.filter(({ level }) => !by.levels.length || by.levels.some((one) => one === level)),
        list.filter(({ type }) => !by.types.length || by.types.some((one) => one === type)),
      ]
      expect(sifted(list, by)).toEqual(
        list.filter((one) => each.every((left) => left.includes(one))),
      )
    }),
  )
})

test('GROUP-3 whom she met or changed last stands first; a meeting that lies ahead does not count', () => {
  const contact = (id: string, edited: string): Contact => ({
    ...blankContact,
    id,
    source: 'own',
    written: edited,
    edited,
  })
  const [old, met, ahead] = [
    contact('old', '2026-11-20T10:00:00Z'),
    contact('met', '2026-01-01T10:00:00Z'),
    contact('ahead', '2026-01-02T10:00:00Z'),
  ]
  const meet = (id: string, start: string) =>
    put({
      ...bare,
      kind: 'appointment',
      id: `with ${id}`,
      title: '',
      start,
      end: '',
      allDay: false,
      place: '',
      contact: id,
      bring: '',
      note: '',
      uid: '',
      written: start,
      edited: start,
    })
  const list = [old, met, ahead]
  const record = [
    meet('met', '2026-11-22T09:00'),
    meet('ahead', '2026-12-22T09:00'),
    ...list.map(put),
  ].reduce((next, change) => change(next), emptyRecord)
  const [group] = grouped(record, list, { by: 'touched', now })
  expect(group?.contacts.map(({ id }) => id)).toEqual(['met', 'old', 'ahead'])
})
