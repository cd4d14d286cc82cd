import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readVcards } from '../../src/exchange/vcard.ts'
import { writeCard, type CardFacts } from '../../src/exchange/writeCard.ts'
import type { Contact } from '../../src/record/types.ts'
import { readFileSync } from 'node:fs'
import { contacts } from '../record/entries.ts'
import { bytesOf, contactsOf } from './samples.ts'

const full: CardFacts = {
  organisation: 'Socialtjänsten, Vuxen; Påhitt',
  person: 'Åsa Exempelsson',
  role: 'Socialsekreterare \\ samordnare',
  phones: [
    { label: 'mobile', number: '070-174 06 05' },
    { label: 'fax', number: '031-390 06 00' },
    { label: '', number: '08-465 004 00' },
  ],
  emails: ['asa@kommun.example'],
  addresses: ['Påhittade gatan 1, 123 45 Exempelstad', 'Box 2'],
  web: 'https://kommun.example/vuxen',
}

test('VCARD-16 what is written for a phone is read back as it was', () => {
  const [read] = contactsOf(bytesOf(writeCard(full, 'Check first')))
  expect(read).toMatchObject(full)
})

test('VCARD-16 no line is longer than 75 octets, and no letter is cut', () => {
  fc.assert(
    fc.property(contacts, fc.string({ unit: 'grapheme', maxLength: 300 }), (contact, name) => {
      const card = writeCard({ ...contact, organisation: name, person: '' }, 'Check first')
      const lines = card.split('\r\n')
      expect(lines.every((line) => bytesOf(line).length <= 75)).toBe(true)
      expect(lines.every((line) => !/[\ud800-\udbff]$/.test(line))).toBe(true)
      expect(lines[0]).toBe('BEGIN:VCARD')
    }),
  )
})

test('VCARD-16 signs that only a machine knows stay out of the file', () => {
  const card = writeCard({ ...full, role: 'hand\u0000läg\u000bgare\u0085' }, 'Check first')
  expect(card).toContain('TITLE:handläggare\r\n')
})

test('VCARD-17 her notes, numbers of cases and steps are in no card', () => {
  fc.assert(
    fc.property(contacts, (contact) => {
      const hers: Partial<Contact> = {
        note: 'mark-x',
        next: 'mark-x',
        holds: 'mark-x',
        promised: 'mark-x',
        hours: 'mark-x',
        cases: [{ kind: 'diary', number: 'mark-x' }],
        safety: [{ way: 'mark-x', use: 'no', how: 'mark-x' }],
      }
      const card = writeCard({ ...contact, ...hers }, 'Check first')
      expect(card).not.toContain('mark-x')
      expect(card).not.toContain(contact.id)
      expect(readVcards(bytesOf(card)).ok).toBe(true)
    }),
  )
})

const languages = ['sv', 'en', 'ar']

const checkIn = (tag: string): string => {
  const url = new URL(`../../locales/app/${tag}.json`, import.meta.url)
  return String(JSON.parse(readFileSync(url, 'utf8')).contact.toPhone.check)
}

/** As she would write it: words, with what cards give a meaning to. */
const ownLabel = fc
  .array(fc.constantFrom('Jour', 'Lisas', 'وردية', 'dag;natt', 'a,b', 'c:d', '\\', 'å'.repeat(9)), {
    minLength: 1,
    maxLength: 4,
  })
  .map((words) => words.join(' '))

const labels = fc.oneof(
  fc.constantFrom('', 'mobile', 'work', 'home', 'main', 'fax', 'check'),
  ownLabel,
)

const numbered = fc
  .array(labels, { maxLength: 12 })
  .map((several) =>
    several.map((label, at) => ({ label, number: `070-174 06 ${String(at + 10)}` })),
  )

test('VCARD-250 what a number is called is read back, in every language', () => {
  fc.assert(
    fc.property(numbered, fc.constantFrom(...languages), (phones, tag) => {
      const [read] = contactsOf(bytesOf(writeCard({ ...full, phones }, checkIn(tag))))
      expect(read?.phones).toEqual(phones)
    }),
  )
})

test('VCARD-250 a word of hers stands beside its number as an iPhone writes it', () => {
  const phones = [
    { label: 'mobile', number: '070-174 06 05' },
    { label: 'Jour', number: '031-390 06 00' },
    { label: 'check', number: '08-465 004 00' },
  ]
  const card = writeCard({ ...full, phones }, checkIn('sv'))
  expect(card).toContain('\r\nTEL;TYPE=CELL:070-174 06 05\r\n')
  expect(card).toContain('\r\nitem2.TEL;TYPE=VOICE:031-390 06 00\r\nitem2.X-ABLabel:Jour\r\n')
  expect(card).toContain('\r\nitem3.X-ABLabel:Kontrollera först\r\n')
})

test('VCARD-251 several cards in one file are read back, each as it was', () => {
  fc.assert(
    fc.property(fc.array(numbered, { minLength: 1, maxLength: 5 }), (several) => {
      const kept = several.map((phones, at) => ({ ...full, person: `Åsa ${String(at)}`, phones }))
      const file = kept.map((one) => writeCard(one, 'Check first')).join('')
      const read = contactsOf(bytesOf(file))
      expect(read).toHaveLength(kept.length)
      for (const [at, one] of kept.entries()) expect(read[at]).toMatchObject(one)
    }),
  )
})
