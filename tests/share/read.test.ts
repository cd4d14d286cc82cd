import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blankContact } from '../../src/record/contact.ts'
import { emptyRecord } from '../../src/record/record.ts'
import { summarise, type Summary } from '../../src/record/summary.ts'
import type { ClientRecord, Grant } from '../../src/record/types.ts'
import { newSecret } from '../../src/share/link.ts'
import { bounds, readSummary } from '../../src/share/read.ts'
import { newOwner, unseal } from '../../src/share/seal.ts'
import type { SharedFact } from '../../src/record/parts/shape.ts'
import { anySummary, example, fact, keysOf, sealed } from './example.ts'

test('SHARE-13 a summary that is as agreed is read as it is', () => {
  fc.assert(
    fc.property(anySummary, (summary) => {
      expect(readSummary(summary)).toEqual(summary)
    }),
  )
})

test('SHARE-13 what is not agreed does not come in', () => {
  const parts = example.parts.map((part) => ({
    ...part,
    note: 'hers alone',
    facts: part.facts.map((one) => ({ ...one, note: 'hers alone' })),
  }))
  expect(readSummary({ ...example, extra: 'x', parts })).toEqual(example)
})

test('SHARE-13 a summary with any field missing or of another kind is refused', () => {
  const others = [undefined, 7, {}, [[]], true, 'x'.repeat(bounds.text + 1)]
  for (const name of Object.keys(example)) {
    for (const other of others) expect(readSummary({ ...example, [name]: other })).toBeNull()
  }
  for (const part of example.parts) {
    for (const name of Object.keys(part)) {
      const broken = { ...part, [name]: { toString: 'x' } }
      expect(readSummary({ ...example, parts: [broken] }), name).toBeNull()
    }
    for (const one of part.facts) {
      for (const name of Object.keys(one)) {
        const facts = [{ ...one, [name]: { toString: 'x' } }]
        expect(readSummary({ ...example, parts: [{ ...part, facts }] }), name).toBeNull()
      }
    }
  }
})

test('SHARE-13 a fact that is none of its kind, or does not fit its form, is refused', () => {
  const withFact = (kind: string, one: SharedFact) =>
    readSummary({ ...example, parts: [{ kind, at: 0, facts: [one] }] })
  expect(withFact('contact', fact('nextOn', '2026-11-26'))).not.toBeNull()
  for (const [kind, one] of [
    ['contact', fact('text', 'a story')],
    ['contact', fact('note', 'hers alone')],
    ['contact', fact('nextOn', 'tomorrow')],
    ['contact', fact('status', 'none')],
    ['contact', fact('person', 'x', 'beside')],
    ['appointment', fact('when', '2026-11-27T10:00', 'later')],
    ['story', fact('topic', '__proto__')],
    ['share', fact('secret', 'x')],
    ['__proto__', fact('title', 'x')],
  ] as const)
    expect(withFact(kind, one), one.name).toBeNull()
})

test('SHARE-13 too many parts and too long lines are refused', () => {
  const [part] = example.parts
  const many = Array.from({ length: bounds.parts + 1 }, () => part)
  expect(readSummary({ ...example, parts: many })).toBeNull()
  const facts = Array.from({ length: bounds.facts + 1 }, () => part?.facts[0])
  expect(readSummary({ ...example, parts: [{ ...part, facts }] })).toBeNull()
  expect(readSummary({ ...example, recipient: 'x'.repeat(bounds.line + 1) })).toBeNull()
})

test('SHARE-13 nothing that JSON can hold makes the reader throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(readSummary(value)).toBeNull()
    }),
  )
})

const stamp = { written: '2026-01-01T00:00:00Z', edited: '2026-01-01T00:00:00Z' }

const contact = (id: string) => ({
  ...blankContact,
  ...stamp,
  id,
  organisation: `${id} organisation`,
  addresses: [`${id} address`],
  note: `${id} note`,
  source: 'own',
})

const story = (id: string) => ({
  ...stamp,
  kind: 'story' as const,
  id,
  topic: 'own' as const,
  title: '',
  brief: '',
  text: `${id} text`,
})

const ids = ['anna', 'berit', 'cecilia', 'dora']
const record: ClientRecord = {
  ...emptyRecord,
  contact: new Map(ids.map((id) => [id, contact(id)])),
  story: new Map(ids.map((id) => [id, story(id)])),
}

const anyChoice = fc.record({ contacts: fc.subarray(ids), stories: fc.subarray(ids) })

test('SHARE-14 what is opened holds the chosen parts and nothing else', async () => {
  const own = { secret: await newSecret(false), passcode: null, owner: newOwner() }
  const keys = await keysOf(own.secret, null)
  const about = { made: '2026-11-23T16:00:00Z', language: 'sv' }
  await fc.assert(
    fc.asyncProperty(anyChoice, async ({ contacts, stories }) => {
      const grant: Grant = {
        recipient: 'x',
        type: 'other',
        why: '',
        until: '2026-11-30T16:00:00Z',
        parts: [
          ...contacts.map((id) => ({ kind: 'contact' as const, id, fields: ['organisation'] })),
          ...stories.map((id) => ({ kind: 'story' as const, id, fields: ['text'] })),
        ],
      }
      const share = await sealed(summarise(record, grant, about), own)
      const seen = JSON.stringify(await unseal(keys, share.opening, share.body))
      for (const id of ids) {
        expect(seen.includes(`${id} organisation`)).toBe(contacts.includes(id))
        expect(seen.includes(`${id} text`)).toBe(stories.includes(id))
      }
      expect(seen).not.toMatch(/note|\w address/)
    }),
    { numRuns: 40 },
  )
})

const sheet = { kind: 'council' as const, at: 0, facts: [fact('level', 'all')] }
const photo = {
  id: 'A'.repeat(22),
  key: 'A'.repeat(43),
  type: 'image/jpeg' as const,
  size: 9,
}

test('SHARE-300 what goes to a council besides what was made for it is refused, whoever sealed it', () => {
  const forCouncil: Summary = { ...example, type: 'council', parts: [sheet] }
  expect(readSummary(forCouncil)).toEqual(forCouncil)
  expect(readSummary({ ...forCouncil, files: [photo] })).toBeNull()
  expect(readSummary({ ...forCouncil, type: 'other', files: [photo] })).not.toBeNull()
  for (const part of example.parts)
    expect(readSummary({ ...forCouncil, parts: [sheet, part] }), part.kind).toBeNull()
})
