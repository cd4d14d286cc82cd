import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ImportedAppointment, ImportedContact } from '../../src/exchange/imported.ts'
import { markAppointments } from '../../src/exchange/invitations.ts'
import { alikeIn, markContacts } from '../../src/exchange/merge.ts'
import { phoneKey } from '../../src/exchange/phone.ts'
import { once } from '../../src/record/again.ts'
import { bare } from '../../src/record/appointment.ts'
import { blankContact } from '../../src/record/contact.ts'
import { mergeContacts } from '../../src/record/merging.ts'
import { emptyRecord, put } from '../../src/record/record.ts'
import type { Appointment, ClientRecord, Contact } from '../../src/record/types.ts'

const now = '2026-11-23T16:00:00Z'

const imported = (facts: Partial<ImportedContact>): ImportedContact => ({
  organisation: '',
  person: '',
  role: '',
  phones: [],
  emails: [],
  addresses: [],
  web: '',
  hours: '',
  note: '',
  source: 'phone',
  ...facts,
})

const kept = (item: ImportedContact, id: string): Contact => ({
  ...blankContact,
  ...item,
  id,
  written: now,
  edited: now,
})

const recordOf = (...items: readonly ImportedContact[]): ClientRecord =>
  items.reduce((record, item, at) => put(kept(item, `id-${at}`))(record), emptyRecord)

const phone = (number: string) => [{ label: '', number }]

const few = <T>(...choices: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...choices)

/** Few different facts, so that cards often look alike. */
const items: fc.Arbitrary<ImportedContact> = fc
  .record({
    organisation: few('', 'Polisen', 'Socialtjänsten', 'Socialtjänsten Vuxen', '★'),
    person: few('', 'Åsa', 'Åsa Exempelsson', 'Maja Påhittad'),
    phones: few([], phone('112'), phone('070-1740605'), phone('+46 70 174 06 05')),
    emails: few([], ['a@b.example'], ['A@b.example', 'c@b.example']),
    addresses: few([], ['Påhittade gatan 1'], ['Påhittade gatan 1', 'Box 1']),
    note: few('', 'Ring före tio'),
    source: few('phone', 'directory:a', 'directory:b'),
  })
  .map(imported)

test('MERGE-1 importing twice adds nothing', () => {
  fc.assert(
    fc.property(
      fc.array(items, { maxLength: 5 }),
      fc.array(items, { maxLength: 8 }),
      (before, file) => {
        const record = recordOf(...before)
        const fresh = markContacts(record, file).filter(({ mark }) => mark === 'new')
        const after = fresh.reduce(
          (next, { item }, at) => put(kept(item, `new-${at}`))(next),
          record,
        )
        const again = markContacts(after, file)
        expect(again.filter(({ mark }) => mark === 'new')).toEqual([])
        expect(again.every(({ of }) => of !== null && after.contact.has(of))).toBe(true)
      },
    ),
    { numRuns: 1_000 },
  )
})

test('MERGE-2 one number in two spellings is one contact', () => {
  const spellings = ['070-174 06 05', '+46701740605', '0046 70 1740605', '+46 (0)70-174 06 05']
  for (const spelling of [...spellings, '٠٧٠١٧٤٠٦٠٥', 'tel:0701740605;ext=2'])
    expect(phoneKey(spelling)).toBe('0701740605')
  const record = recordOf(imported({ organisation: 'Polisen', phones: phone('070-174 06 05') }))
  const item = imported({ organisation: 'Polisen Exempelstad', phones: phone('+46701740605') })
  expect(markContacts(record, [item])).toMatchObject([{ mark: 'changed', of: 'id-0' }])
})

test('MERGE-3 two people at one switchboard stay two', () => {
  const office = { organisation: 'Socialtjänsten', phones: phone('031-3900600') }
  const record = recordOf(imported({ ...office, person: 'Åsa Exempelsson' }))
  const item = imported({ ...office, person: 'Maja Påhittad' })
  expect(markContacts(record, [item])).toMatchObject([{ mark: 'new', of: null }])
})

test('MERGE-4 a contact that brings more is changed', () => {
  const office = imported({ organisation: 'Polisen', phones: phone('11414') })
  const more = { ...office, phones: [...office.phones, ...phone('031-3900600')] }
  const marks = markContacts(recordOf(office), [office, more, { ...office, role: 'Utredare' }])
  expect(marks.map(({ mark }) => mark)).toEqual(['same', 'changed', 'changed'])
  expect(markContacts(recordOf(more), [office])).toMatchObject([{ mark: 'same', of: 'id-0' }])
})

test('MERGE-4 a card that stands twice in one file comes once', () => {
  const office = imported({ organisation: 'Polisen', phones: phone('11414') })
  const marks = markContacts(emptyRecord, [office, { ...office }])
  expect(marks.map(({ mark, of }) => [mark, of])).toEqual([
    ['new', null],
    ['same', null],
  ])
})

const invitation = (facts: Partial<ImportedAppointment>): ImportedAppointment => ({
  uid: 'a@b.example',
  title: 'Möte',
  start: '2026-12-03T10:00',
  end: '',
  allDay: false,
  place: '',
  note: '',
  zone: 'kept',
  repeat: once,
  repeats: false,
  instead: null,
  cancelled: false,
  ...facts,
})

const meeting = (facts: Partial<Appointment>): Appointment => ({
  ...bare,
  kind: 'appointment',
  id: 'm',
  title: 'Möte',
  start: '2026-12-03T10:00',
  end: '',
  allDay: false,
  place: '',
  contact: null,
  bring: '',
  note: '',
  uid: 'a@b.example',
  written: now,
  edited: now,
  ...facts,
})

const markOne = (appointment: Appointment, item: ImportedAppointment) =>
  markAppointments(put(appointment)(emptyRecord), [item])[0]

test('MERGE-5 an invitation that comes again is the same', () => {
  expect(markOne(meeting({}), invitation({}))).toMatchObject({ mark: 'same', of: 'm' })
  expect(markOne(meeting({ uid: '' }), invitation({}))).toMatchObject({ mark: 'same', of: 'm' })
  expect(markOne(meeting({ uid: 'other' }), invitation({}))).toMatchObject({ mark: 'new' })
  const twice = markAppointments(emptyRecord, [invitation({}), invitation({})])
  expect(twice.map(({ mark }) => mark)).toEqual(['new', 'same'])
})

test('MERGE-5 a moved or cancelled invitation is changed', () => {
  const moved = invitation({ start: '2026-12-04T10:00' })
  expect(markOne(meeting({}), moved)).toMatchObject({ mark: 'changed', of: 'm' })
  const off = invitation({ cancelled: true })
  expect(markOne(meeting({}), off)).toMatchObject({ mark: 'changed', of: 'm' })
})

test('MERGE-6 2,000 cards against 2,000 contacts at one switchboard', () => {
  const many = Array.from({ length: 2_000 }, (_, at) =>
    imported({ person: `Person ${at}`, organisation: 'A', phones: phone('031-3900600') }),
  )
  const record = {
    ...emptyRecord,
    contact: new Map(many.map((item, at) => [`${at}`, kept(item, `${at}`)])),
  }
  // The processor's time: on a busy machine the marking waits for its turn, too.
  const start = process.cpuUsage()
  const marks = markContacts(record, many)
  expect(process.cpuUsage(start).user / 1_000).toBeLessThan(5_000)
  expect(marks.every(({ mark }) => mark === 'same')).toBe(true)
})

test('MERGE-9 two that look alike are offered once, and not again when they are one', () => {
  const record = recordOf(
    imported({ organisation: 'Socialtjänsten', phones: phone('070-1740605') }),
    imported({ organisation: 'Socialtjänsten Vuxen', phones: phone('+46 70 174 06 05') }),
    imported({ person: 'Åsa', phones: phone('070-1740605') }),
  )
  const pairs = alikeIn(record).map(({ one, other }) => [one.id, other.id])
  expect(pairs).toEqual([['id-0', 'id-1']])
  const after = mergeContacts({ one: 'id-0', other: 'id-1' }, new Set(), now)(record)
  expect(alikeIn(after)).toEqual([])
})

test('MERGE-9 nobody stands in two pairs, and merging all pairs comes to an end', () => {
  fc.assert(
    fc.property(fc.array(items, { maxLength: 8 }), (list) => {
      let record = recordOf(...list)
      for (let rounds = 0; rounds < 8; rounds++) {
        const pairs = alikeIn(record)
        const ids = pairs.flatMap(({ one, other }) => [one.id, other.id])
        expect(new Set(ids).size).toBe(ids.length)
        for (const { one, other } of pairs)
          record = mergeContacts({ one: one.id, other: other.id }, new Set(), now)(record)
      }
      expect(alikeIn(record)).toEqual([])
    }),
  )
})
