import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markAppointments } from '../../src/exchange/invitations.ts'
import { markContacts } from '../../src/exchange/merge.ts'
import type { ImportedAppointment, ImportedContact } from '../../src/exchange/imported.ts'
import { put } from '../../src/record/record.ts'
import {
  appointmentFrom,
  contactFrom,
  differing,
  ways,
} from '../../src/app/screens/import/entries.ts'
import { appointments, contacts, recordOf } from '../record/entries.ts'

const stamp = { id: 'new', now: '2026-11-23T12:00:00Z' }

test('MERGE-10 of a contact hers stands, or the file, or both', () => {
  fc.assert(
    fc.property(contacts, fc.constantFrom(...ways), (contact, way) => {
      const kept = { ...contact, organisation: 'Kommunen', role: 'handläggare', web: '', hours: '' }
      const { person, phones, emails, addresses, source } = kept
      const file: ImportedContact = {
        organisation: 'Kommunen',
        person,
        phones,
        emails,
        addresses,
        source,
        note: '',
        role: 'chef',
        web: 'example.org',
        hours: '',
      }
      const record = recordOf([kept])
      expect(differing(kept, file)).toEqual([{ hers: 'handläggare', theirs: 'chef' }])
      const [one] = markContacts(record, [file])
      if (!one) throw new Error('nothing marked')
      const made = contactFrom(record, one, stamp, way)
      expect(made.role).toBe(way === 'hers' ? 'handläggare' : 'chef')
      expect(made.web).toBe('example.org')
      expect(made.id).toBe(way === 'both' ? 'new' : kept.id)
      if (way !== 'both') expect([made.note, made.next]).toEqual([kept.note, kept.next])
      const again = put(made)(record)
      if (way !== 'hers') expect(markContacts(again, [file])[0]?.mark).toBe('same')
      expect(again.contact.size).toBe(way === 'both' ? 2 : 1)
    }),
  )
})

test('MERGE-10 of an appointment hers stands, or the file, or both', () => {
  fc.assert(
    fc.property(appointments, fc.constantFrom(...ways), (given, way) => {
      const kept = { ...given, uid: 'one', title: 'Samtal', start: '2026-11-23T10:00', end: '' }
      const file: ImportedAppointment = {
        uid: 'one',
        title: 'Samtal',
        start: '2026-11-24T10:00',
        end: '',
        allDay: false,
        place: '',
        note: '',
        zone: 'kept',
        repeats: false,
        cancelled: false,
      }
      const record = recordOf([kept])
      const [one] = markAppointments(record, [file])
      if (!one) throw new Error('nothing marked')
      const made = appointmentFrom(record, one, stamp, way)
      expect(made.start).toBe(way === 'hers' ? kept.start : file.start)
      expect(made.id).toBe(way === 'both' ? 'new' : kept.id)
      if (way === 'hers') expect(made).toEqual(kept)
      if (way === 'theirs') expect(made.note).toBe(kept.note)
    }),
  )
})
