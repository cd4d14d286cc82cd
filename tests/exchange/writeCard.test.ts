import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readVcards } from '../../src/exchange/vcard.ts'
import { writeCard, type CardFacts } from '../../src/exchange/writeCard.ts'
import type { Contact } from '../../src/record/types.ts'
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
  const [read] = contactsOf(bytesOf(writeCard(full)))
  expect(read).toMatchObject({ ...full, phones: full.phones.map(({ number }) => ({ number })) })
  expect(read?.phones.map(({ label }) => label)).toEqual(['mobile', 'fax', ''])
})

test('VCARD-16 no line is longer than 75 octets, and no letter is cut', () => {
  fc.assert(
    fc.property(contacts, fc.string({ unit: 'grapheme', maxLength: 300 }), (contact, name) => {
      const card = writeCard({ ...contact, organisation: name, person: '' })
      const lines = card.split('\r\n')
      expect(lines.every((line) => bytesOf(line).length <= 75)).toBe(true)
      expect(lines.every((line) => !/[\ud800-\udbff]$/.test(line))).toBe(true)
      expect(lines[0]).toBe('BEGIN:VCARD')
    }),
  )
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
      const card = writeCard({ ...contact, ...hers })
      expect(card).not.toContain('mark-x')
      expect(card).not.toContain(contact.id)
      expect(readVcards(bytesOf(card)).ok).toBe(true)
    }),
  )
})
