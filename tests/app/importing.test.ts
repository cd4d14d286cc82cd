import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markAppointments } from '../../src/exchange/invitations.ts'
import { markContacts } from '../../src/exchange/merge.ts'
import type { ImportedAppointment, ImportedContact } from '../../src/exchange/imported.ts'
import { once } from '../../src/record/again.ts'
import { put } from '../../src/record/record.ts'
import {
  appointmentFrom,
  contactFrom,
  differing,
  ways,
} from '../../src/app/screens/import/entries.ts'
import { takeOff, withoutIt } from '../../src/app/screens/import/calledOff.ts'
import type { ClientRecord } from '../../src/record/types.ts'
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
        repeat: once,
        repeats: false,
        instead: null,
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

const invited = (more: Partial<ImportedAppointment>): ImportedAppointment => ({
  uid: 'a',
  title: 'Samtal',
  start: '2026-11-23T15:00',
  end: '',
  allDay: false,
  place: '',
  note: '',
  zone: 'kept',
  repeat: once,
  repeats: false,
  instead: null,
  cancelled: true,
  ...more,
})

const [meeting] = fc.sample(appointments, 1)
if (!meeting) throw new Error('no sample')
const kept = {
  ...meeting,
  id: 'm',
  uid: 'a',
  start: '2026-11-23T15:00',
  end: '',
  allDay: false,
  repeat: once,
}

const markedIn = (record: ClientRecord, item: ImportedAppointment) => {
  const [one] = markAppointments(record, [item])
  if (!one) throw new Error('nothing marked')
  return one
}

test('MERGE-210 what is called off goes by her touch, and what she never had does not come', () => {
  const record = recordOf([kept])
  const off = takeOff(record, markedIn(record, invited({})))
  expect(off?.(record).appointment.size).toBe(0)
  expect(takeOff(recordOf([]), markedIn(recordOf([]), invited({})))).toBeNull()
  const other = invited({ uid: 'b', title: 'Annat' })
  expect(takeOff(record, markedIn(record, other))).toBeNull()
})

test('MERGE-210 one time of a series that is called off leaves the series, and a moved one its old day', () => {
  const weekly = { ...kept, repeat: { every: 'week' as const, until: '', but: [] } }
  const record = recordOf([
    weekly,
    { ...kept, id: 'n', uid: 'a/2026-12-07', start: '2026-12-08T09:00' },
  ])
  const instead = { uid: 'a', day: '2026-11-30' }
  const one = markedIn(record, invited({ uid: 'a/2026-11-30', start: '2026-11-30T15:00', instead }))
  const after = takeOff(record, one)?.(record) ?? record
  expect(after.appointment.get('m')?.repeat.but).toEqual(['2026-11-30'])
  expect(after.appointment.size).toBe(2)
  // A second time there is nothing left to take.
  expect(takeOff(after, one)).toBeNull()
  const moved = { ...one, item: { ...one.item, cancelled: false } }
  expect(withoutIt(record, moved)?.(record).appointment.get('m')?.repeat.but).toEqual([
    '2026-11-30',
  ])
  // The whole of it takes its moved times along.
  const whole = takeOff(record, markedIn(record, invited({})))
  expect(whole?.(record).appointment.size).toBe(0)
})
