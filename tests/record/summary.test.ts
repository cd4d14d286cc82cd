import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partKinds, shapes } from '../../src/record/parts/table.ts'
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

const words =
  'kind id status topic start end every until childCare interpreter type level sensitivity use edited written nextOn'.split(
    ' ',
  )

/** Entries whose every text is a mark of its own, so that a stray one can be told. */
const marked = <T extends Entry>(entry: T, mark: string): T =>
  JSON.parse(
    JSON.stringify(entry, (name, value: unknown) =>
      typeof value === 'string' && !words.includes(name) ? `${mark}-${name}` : value,
    ),
  )

const fieldNames = (kind: Part['kind']): string[] => shapes[kind].fields.map(({ name }) => name)

/** An entry as a part, with all of its fields. */
const wholly = ({ kind, id }: Entry): Part => {
  const found = partKinds.find((one) => one === kind)
  if (!found) throw new Error('not a part')
  return { kind: found, id, fields: fieldNames(found) }
}

const usually = (entry: Entry): Part => {
  const part = wholly(entry)
  return { ...part, fields: shapes[part.kind].usual(recordOf([entry]), part.id) }
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
      const parts = own.filter((_, n) => isChosen(n)).map(wholly)
      const text = JSON.stringify(summarise(recordOf(own), grantOf(parts), about))
      own.forEach((_, n) => expect(text.includes(`mark${n}x-`)).toBe(isChosen(n)))
    }),
  )
})

test('PART-2 her own notes never leave the phone, whatever is named', () => {
  fc.assert(
    fc.property(mixed, (list) => {
      const own = list.map((entry) => marked(entry, 'mark'))
      const parts = own.map(wholly).map((part) => ({
        ...part,
        fields: [...part.fields, 'note', 'source', 'uid', '__proto__'],
      }))
      const text = JSON.stringify(summarise(recordOf(own), grantOf(parts), about))
      expect(text).not.toMatch(/mark-(note|source|uid|way|how|holds|promised|why|questions|after)/)
    }),
  )
})

test('PART-3 what shows where somebody is goes along only when she added it', () => {
  fc.assert(
    fc.property(contacts, appointments, fc.boolean(), (contact, appointment, added) => {
      const own = [
        { ...marked(contact, 'mark'), addresses: ['mark-address'] },
        marked(appointment, 'mark'),
      ]
      const parts = own.map(added ? wholly : usually)
      const text = JSON.stringify(summarise(recordOf(own), grantOf(parts), about))
      expect(text.includes('mark-address')).toBe(added)
      expect(text.includes('mark-place')).toBe(added)
    }),
  )
})

test('PART-4 whom an appointment is with shows only when that contact is named too', () => {
  fc.assert(
    fc.property(contacts, appointments, fc.boolean(), (contact, appointment, both) => {
      const office = { ...contact, organisation: 'Mottagningen' }
      const visit = { ...marked(appointment, 'mark'), contact: office.id }
      const contactPart = { ...wholly(office), fields: both ? ['organisation'] : ['phone'] }
      const summary = summarise(
        recordOf([office, visit]),
        grantOf([contactPart, wholly(visit)]),
        about,
      )
      const found = summary.parts[1]?.facts.find(({ name }) => name === 'with')
      expect(found?.text).toBe(both ? 'Mottagningen' : undefined)
    }),
  )
})

test('PART-200 of several who are there, those show whose contact is named too', () => {
  fc.assert(
    fc.property(contacts, contacts, appointments, (first, second, appointment) => {
      fc.pre(first.id !== second.id)
      const [one, other] = [
        { ...first, organisation: 'Kommunen' },
        { ...second, organisation: 'Vården' },
      ]
      const visit = { ...marked(appointment, 'mark'), contact: one.id, others: [other.id] }
      const named = (contact: Entry, yes: boolean): Part => ({
        ...wholly(contact),
        fields: yes ? ['organisation'] : ['phone'],
      })
      const told = (yes: readonly [boolean, boolean]): readonly string[] => {
        const parts = [named(one, yes[0]), named(other, yes[1]), wholly(visit)]
        const { parts: shared } = summarise(recordOf([one, other, visit]), grantOf(parts), about)
        const facts = shared.find(({ kind }) => kind === 'appointment')?.facts ?? []
        return facts.filter(({ name }) => name === 'with').map(({ text }) => text)
      }
      expect(told([true, true])).toEqual(['Kommunen', 'Vården'])
      expect(told([false, true])).toEqual(['Vården'])
      expect(told([false, false])).toEqual([])
    }),
  )
})

test('PART-5 a part whose entry is gone is left out, and the others keep their places', () => {
  fc.assert(
    fc.property(contacts, stories, (contact, story) => {
      const grant = grantOf([wholly(contact), wholly(story)])
      expect(summarise(recordOf([]), grant, about).parts).toEqual([])
      const left = summarise(recordOf([story]), grant, about).parts
      expect(left.map(({ kind, at }) => [kind, at])).toEqual([['story', 1]])
    }),
  )
})

test('PART-7 of each part only the chosen fields leave', () => {
  fc.assert(
    fc.property(mixed, fc.infiniteStream(fc.boolean()), (list, coin) => {
      const own = list.map((entry, n) => marked(entry, `mark${n}x`))
      const parts = own.map(wholly).map((part) => ({
        ...part,
        fields: part.fields.filter(() => coin.next().value),
      }))
      const summary = summarise(recordOf(own), grantOf(parts), about)
      for (const { at, facts } of summary.parts)
        for (const { name } of facts) expect(parts[at]?.fields).toContain(name)
    }),
  )
})

test('PART-8 nothing that asks for care is usual, and a short form is enough where there is one', () => {
  for (const kind of partKinds) {
    const careful = shapes[kind].fields.filter(({ care }) => care).map(({ name }) => name)
    const usual = shapes[kind].usual(recordOf([]), '')
    expect(usual.filter((name) => careful.includes(name))).toEqual([])
  }
  fc.assert(
    fc.property(stories, (story) => {
      expect(usually({ ...story, brief: 'kort' }).fields).not.toContain('text')
      expect(usually({ ...story, brief: '' }).fields).toContain('text')
    }),
  )
})

test('PART-6 a contact that she keeps to herself is in no summary, not even by name', () => {
  fc.assert(
    fc.property(contacts, appointments, (contact, appointment) => {
      const secret = { ...marked(contact, 'mark'), id: contact.id, sensitivity: 'never' as const }
      const visit = { ...appointment, contact: contact.id }
      const parts = [wholly(secret), wholly(visit)]
      const text = JSON.stringify(summarise(recordOf([secret, visit]), grantOf(parts), about))
      expect(text).not.toContain('mark-')
    }),
  )
})
