import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readCalendar } from '../../src/exchange/calendar.ts'
import { markContacts } from '../../src/exchange/merge.ts'
import { readPack } from '../../src/exchange/pack.ts'
import { phoneKey } from '../../src/exchange/phone.ts'
import { readVcards } from '../../src/exchange/vcard.ts'
import { decodeRecord, encodeEntry, nameOf } from '../../src/record/encode.ts'
import { kinds } from '../../src/record/read.ts'
import { emptyRecord, listOf } from '../../src/record/record.ts'
import { summarise } from '../../src/record/summary.ts'
import { readTree } from '../rules/tree.ts'
import { demoCards } from './cards.ts'
import { demoInvitations } from './invitations.ts'
import { demoRecord } from './record.ts'

const now = '2026-11-23T16:00:00Z'

test.each(['sv', 'ar'] as const)('DEMO-1 the record in %s is whole', (language) => {
  const record = demoRecord(now, language)
  const counts = [record.contact.size, record.appointment.size]
  expect(counts).toEqual([40, 20])
  expect(record.story.size).toBeGreaterThanOrEqual(5)
  const entries = kinds.flatMap((kind) => listOf(record, kind))
  const items = entries.map((one) => [nameOf(one.kind, one.id), encodeEntry(one)] as const)
  expect(decodeRecord(items)).toEqual({ record, unread: [] })
  for (const { id } of entries.filter(({ kind }) => kind !== 'setting'))
    expect(id).toMatch(/^[A-Za-z0-9_-]{16}$/)
})

test('DEMO-1 the Arabic story is in Arabic', () => {
  const letters = /\p{Script=Arabic}/u
  for (const { text } of listOf(demoRecord(now, 'ar'), 'story')) expect(text).toMatch(letters)
  for (const { text } of listOf(demoRecord(now), 'story')) expect(text).not.toMatch(letters)
})

test('DEMO-1 the record can be shared', () => {
  const record = demoRecord(now)
  const parts = listOf(record, 'contact').map(({ id }) => ({
    kind: 'contact' as const,
    id,
    fields: ['organisation'],
  }))
  const grant = {
    recipient: 'Samverkanshuset',
    type: 'coordinator',
    why: '',
    parts,
    until: now,
  } as const
  expect(summarise(record, grant, { made: now, language: 'sv' }).parts.length).toBe(40)
})

/** The public numbers of the shipped directory. */
const publicKeys = (): ReadonlySet<string> => {
  const read = readPack(readFileSync(new URL('../../public/data/se.json', import.meta.url), 'utf8'))
  if (!read.ok) throw new Error(`the directory breaks its schema at ${read.where}`)
  return new Set(read.pack.services.map(({ phone }) => phoneKey(phone?.number ?? '')))
}

const fiction = /^(07017406(0[5-9]|[1-9]\d)|03139006\d\d|04062804\d\d|0846500 ?4\d\d|09803192\d\d)$/

test('DEMO-2 nobody can have a number or an address of the example', () => {
  const known = publicKeys()
  for (const { phones, emails } of listOf(demoRecord(now), 'contact')) {
    const keys = phones.map(({ number }) => phoneKey(number))
    expect(keys.filter((key) => !known.has(key) && !fiction.test(key))).toEqual([])
    expect(emails.filter((email) => !email.endsWith('.example'))).toEqual([])
  }
})

test('DEMO-2 every invented person is called so', () => {
  const people = listOf(demoRecord(now), 'contact').map(({ person }) => person)
  const invented = /(Exempelsson|Påhittad|Testsson|Låtsasson)$|^Jour dygnet runt$|^$/
  expect(people.filter((person) => !invented.test(person))).toEqual([])
})

test('DEMO-3 the contact file brings the forty authorities of the record', () => {
  const read = readVcards(demoCards())
  expect(read).toMatchObject({ ok: true, skipped: 0 })
  const contacts = read.ok ? read.contacts : []
  const facts = listOf(demoRecord(now), 'contact').map(
    ({ organisation, person, role, phones, emails }) => ({
      organisation,
      person,
      role,
      phones,
      emails,
    }),
  )
  expect(contacts).toMatchObject(facts)
  const marks = markContacts(demoRecord(now), contacts).map(({ mark }) => mark)
  expect(marks).toEqual(Array.from({ length: 40 }, () => 'same'))
  const fresh = markContacts(emptyRecord, contacts).map(({ mark }) => mark)
  expect(fresh).toEqual(Array.from({ length: 40 }, () => 'new'))
})

test('DEMO-3 the file lies ready for journeys', () => {
  const file = readFileSync(new URL('contacts.vcf', import.meta.url))
  expect(new Uint8Array(file)).toEqual(demoCards())
})

test('DEMO-3 the invitations are read', () => {
  const zones = [...demoInvitations(now).values()].map((text) => {
    const read = readCalendar(new TextEncoder().encode(text))
    return read.ok ? read.appointments.map(({ start, zone }) => `${start} ${zone}`) : []
  })
  expect(zones).toEqual([
    ['2026-12-09T10:00 kept'],
    ['2026-12-10T08:30 kept'],
    ['2026-12-12T15:00 unknown'],
  ])
})

test('DEMO-4 nothing of the example can be reached from the app', () => {
  const sources = [...readTree('src/**/*.{ts,tsx}')]
  expect(sources.length).toBeGreaterThan(20)
  const reaching = sources.filter(([, text]) => /tests\/demo|tools\/demo/.test(text))
  expect(reaching.map(([path]) => path)).toEqual([])
})
