import fc from 'fast-check'
import { expect, test } from 'vitest'
import { summarise } from '../../src/record/summary.ts'
import type { Entry, Grant, Part } from '../../src/record/types.ts'
import { appointments, contacts, recordOf, stories } from './entries.ts'

const about = { made: '2026-11-23T12:00:00Z', language: 'sv' }

const grantOf = (parts: readonly Part[]): Grant => ({
  recipient: 'Socialtjänsten',
  type: 'social',
  why: '',
  parts,
  until: '2026-12-01T12:00:00Z',
})

const asTheyStand =
  'kind id status topic start end every until childCare interpreter type level sensitivity use'.split(
    ' ',
  )

/** Entries whose every text is a mark of its own, so that a stray one can be told. */
const marked = <T extends Entry>(entry: T, mark: string): T =>
  JSON.parse(
    JSON.stringify(entry, (name, value: unknown) =>
      typeof value === 'string' && !asTheyStand.includes(name) ? `${mark}-${name}` : value,
    ),
  )

const partOf = (entry: Entry): Part => {
  const { kind, id } = entry
  if (kind === 'contact' || kind === 'appointment' || kind === 'story')
    return { kind, id, extras: [] }
  throw new Error('not a part')
}

const mixed = fc.uniqueArray(fc.oneof(contacts, appointments, stories), {
  minLength: 2,
  maxLength: 12,
  selector: (entry) => entry.id,
})

test('PART-1 a summary holds the chosen parts and no word of the others', () => {
  fc.assert(
    fc.property(mixed, fc.nat(), (list, seed) => {
      const own = list.map((entry, n) => marked(entry, `mark${n}x`))
      const isChosen = (n: number) => ((seed >> (n % 16)) & 1) === 1
      const parts = own.filter((_, n) => isChosen(n)).map(partOf)
      const text = JSON.stringify(summarise(recordOf(own), grantOf(parts), about))
      own.forEach((_, n) => expect(text.includes(`mark${n}x-`)).toBe(isChosen(n)))
    }),
  )
})

test('PART-2 her own notes never leave the phone', () => {
  fc.assert(
    fc.property(mixed, (list) => {
      const own = list.map((entry) => marked(entry, 'mark'))
      const text = JSON.stringify(summarise(recordOf(own), grantOf(own.map(partOf)), about))
      for (const name of ['note', 'way', 'how', 'holds', 'promised'])
        expect(text).not.toContain(`mark-${name}`)
      expect(text).not.toContain('mark-source')
    }),
  )
})

test('PART-3 an address or a place goes along only when she added it to that part', () => {
  fc.assert(
    fc.property(contacts, appointments, fc.boolean(), (contact, appointment, added) => {
      const own = [
        { ...marked(contact, 'mark'), addresses: ['mark-address'] },
        marked(appointment, 'mark'),
      ]
      const parts = own.map((entry): Part => ({
        ...partOf(entry),
        extras: added ? ['address', 'place'] : [],
      }))
      const text = JSON.stringify(summarise(recordOf(own), grantOf(parts), about))
      expect(text.includes('mark-address')).toBe(added)
      expect(text.includes('mark-place')).toBe(added)
    }),
  )
})

test('PART-4 whom an appointment is with shows only when that contact is a part too', () => {
  fc.assert(
    fc.property(contacts, appointments, fc.boolean(), (contact, appointment, both) => {
      const office = { ...contact, organisation: 'Mottagningen' }
      const visit = { ...marked(appointment, 'mark'), contact: office.id }
      const parts = both ? [partOf(office), partOf(visit)] : [partOf(visit)]
      const summary = summarise(recordOf([office, visit]), grantOf(parts), about)
      expect(summary.appointments[0]?.with).toBe(both ? 'Mottagningen' : '')
    }),
  )
})

test('PART-5 a part whose entry is gone is left out', () => {
  fc.assert(
    fc.property(contacts, (contact) => {
      const summary = summarise(recordOf([]), grantOf([partOf(contact)]), about)
      expect(summary.contacts).toEqual([])
    }),
  )
})

test('PART-6 a contact that she keeps to herself is in no summary, not even by name', () => {
  fc.assert(
    fc.property(contacts, appointments, (contact, appointment) => {
      const secret = { ...marked(contact, 'mark'), id: contact.id, sensitivity: 'never' as const }
      const visit = { ...appointment, contact: contact.id }
      const parts = [partOf(secret), partOf(visit)]
      const text = JSON.stringify(summarise(recordOf([secret, visit]), grantOf(parts), about))
      expect(text).not.toContain('mark-')
    }),
  )
})
