import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bare } from '../../src/record/appointment.ts'
import { difference, undo } from '../../src/record/difference.ts'
import { decodeRecord, encodeEntry, nameOf } from '../../src/record/encode.ts'
import { findAll } from '../../src/record/find.ts'
import { nextSteps, past, upcoming } from '../../src/record/order.ts'
import { kinds, readEntry } from '../../src/record/read.ts'
import { choose, drop, emptyRecord, put, settingOf } from '../../src/record/record.ts'
import type { ClientRecord } from '../../src/record/types.ts'
import { appointments, attachments, contacts, entries, recordOf, records } from './entries.ts'

const itemsOf = (record: ClientRecord): [string, string][] =>
  kinds.flatMap((kind) =>
    [...record[kind].values()].map((entry): [string, string] => [
      nameOf(entry.kind, entry.id),
      encodeEntry(entry),
    ]),
  )

test('RECORD-1 what is kept is read back as it was', () => {
  fc.assert(
    fc.property(records, (record) => {
      expect(decodeRecord(itemsOf(record))).toEqual({ record, unread: [] })
    }),
  )
})

test('RECORD-2 an entry that cannot be read is named and the others come through', () => {
  fc.assert(
    fc.property(records, fc.string(), (record, rubbish) => {
      const { record: read, unread } = decodeRecord([...itemsOf(record), ['contact/x', rubbish]])
      expect(read).toEqual(record)
      expect(unread).toEqual(['contact/x'])
    }),
  )
})

test('RECORD-3 an entry of an older version is read, with empty values for what it lacks', () => {
  const old = readEntry({ kind: 'contact', id: 'a', organisation: 'Socialtjänsten', colour: 'red' })
  expect(old).toMatchObject({
    kind: 'contact',
    organisation: 'Socialtjänsten',
    phones: [],
    next: '',
  })
  expect(old).not.toHaveProperty('colour')
  expect(readEntry({ kind: 'contact' })).toBeNull()
  expect(readEntry({ kind: 'something', id: 'a' })).toBeNull()
})

test('RECORD-14 a contact of the first version keeps its address and its case number', () => {
  const old = {
    kind: 'contact',
    id: 'a',
    address: 'Gatan 1\n461 30 Orten',
    caseNumber: '5000-K12-26',
  }
  expect(readEntry(old)).toMatchObject({
    addresses: ['Gatan 1, 461 30 Orten'],
    cases: [{ kind: 'police', number: '5000-K12-26' }],
    sensitivity: 'ordinary',
    safety: [],
  })
  expect(readEntry({ kind: 'contact', id: 'a', address: ' ', caseNumber: '' })).toMatchObject({
    addresses: [],
    cases: [],
  })
})

test('RECORD-3 reading any JSON gives an entry or null, and never throws', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...kinds), (value, kind) => {
      const fields = typeof value === 'object' && !Array.isArray(value) ? { ...value, kind } : value
      const entry = readEntry(fields)
      if (entry) expect(readEntry(JSON.parse(encodeEntry(entry)))).toEqual(entry)
    }),
  )
})

test('RECORD-4 a change leaves the record before it as it was', () => {
  fc.assert(
    fc.property(records, entries, (record, entry) => {
      const before = structuredClone(record)
      put(entry)(record)
      drop(entry.kind, entry.id)(record)
      expect(record).toEqual(before)
    }),
  )
})

test('RECORD-5 the difference between two records leads from the one to the other', () => {
  fc.assert(
    fc.property(records, records, (before, after) => {
      const { put: puts, drop: drops } = difference(before, after)
      const dropped = drops.reduce((record, { kind, id }) => drop(kind, id)(record), before)
      expect(puts.reduce((record, entry) => put(entry)(record), dropped)).toEqual(after)
    }),
  )
})

test('RECORD-5 an entry that did not change is not written again', () => {
  fc.assert(
    fc.property(records, entries, (before, entry) => {
      expect(difference(before, put(entry)(before)).put).toEqual([entry])
    }),
  )
})

test('RECORD-6 undo takes back one change and keeps what came after it', () => {
  fc.assert(
    fc.property(records, entries, entries, (before, one, other) => {
      fc.pre(one.id !== other.id && !before[other.kind].has(other.id))
      const after = put(one)(before)
      const later = put(other)(after)
      expect(undo(before, after)(later)).toEqual(put(other)(before))
    }),
  )
})

test('KEEP-460 taking back a choice about the app keeps what was chosen and noted since', () => {
  const before = put({ ...settingOf(emptyRecord), idle: 10 })(emptyRecord)
  const since = choose('backedUp', '2026-11-30T10:00:00Z')(choose('idle', 1)(before))
  const after = settingOf(choose('idle', settingOf(before).idle)(since))
  expect(after).toEqual({ ...settingOf(before), backedUp: '2026-11-30T10:00:00Z' })
})

test('RECORD-7 search finds an entry by any of its words, whatever the case and the accents', () => {
  const [contact] = fc.sample(contacts, 1)
  if (!contact) throw new Error('no sample')
  const asa = {
    ...contact,
    organisation: 'Åsas Kvinnojour',
    phones: [{ label: '', number: '0520-123 45' }],
  }
  const record = recordOf([asa])
  expect(findAll(record, 'asas KVINNO')).toEqual([asa])
  expect(findAll(record, '052012345')).toEqual([asa])
  expect(findAll(record, 'asas polis')).toEqual([])
  expect(findAll(record, ' ')).toEqual([])
})

test('RECORD-7 a photo is found by the name that it came with or that she gave it', () => {
  const [one] = fc.sample(attachments, 1)
  if (!one) throw new Error('no sample')
  const photo = { ...one, name: 'Köket efteråt.jpg' }
  expect(findAll(recordOf([photo]), 'koket EFTER')).toEqual([photo])
  const renamed = { ...photo, name: 'Dörren' }
  expect(findAll(recordOf([renamed]), 'dörr')).toEqual([renamed])
  expect(findAll(recordOf([renamed]), 'kök')).toEqual([])
})

test('RECORD-8 what is next: appointments ahead by date, then steps with the soonest first', () => {
  fc.assert(
    fc.property(fc.array(appointments), fc.array(contacts), (own, people) => {
      const record = recordOf([...own, ...people])
      const now = '2040-06-15T12:00'
      const ahead = upcoming(record, now)
      expect(ahead.map((a) => a.start)).toEqual(ahead.map((a) => a.start).toSorted())
      expect(ahead.length + past(record, now).length).toBe(record.appointment.size)
      const steps = nextSteps(record).map((contact) => contact.nextOn || '9999')
      expect(steps).toEqual(steps.toSorted())
    }),
  )
})

test('RECORD-8 an appointment of today without an end is still ahead in the evening', () => {
  const [one] = fc.sample(appointments, 1)
  if (!one) throw new Error('no sample')
  const today = { ...one, ...bare, allDay: false, start: '2026-11-23T09:00', end: '' }
  expect(upcoming(recordOf([today]), '2026-11-23T21:00')).toEqual([today])
  expect(upcoming(recordOf([today]), '2026-11-24T00:00')).toEqual([])
})

test('RECORD-8 a stay over whole days is ahead until its last day is over', () => {
  const [one] = fc.sample(appointments, 1)
  if (!one) throw new Error('no sample')
  const days = { ...one, ...bare, allDay: true, start: '2026-11-20T00:00', end: '2026-11-23T00:00' }
  expect(upcoming(recordOf([days]), '2026-11-23T12:00')).toEqual([days])
  expect(upcoming(recordOf([days]), '2026-11-24T00:00')).toEqual([])
})

test('RECORD-9 settings have a value before she chose any', () => {
  expect(settingOf(emptyRecord)).toMatchObject({ exitSide: 'end', idle: 5 })
})
