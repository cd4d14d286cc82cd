import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCalendar } from '../../src/exchange/calendar.ts'
import type { ImportedContact } from '../../src/exchange/imported.ts'
import { fieldLimits } from '../../src/exchange/limits.ts'
import { readVcards } from '../../src/exchange/vcard.ts'
import { filled, sample } from './samples.ts'

const cards = ['android.vcf', 'iphone.vcf', 'outlook.vcf', 'gmail.vcf', 'version4.vcf', 'agent.vcf']
const calendars = ['outlook.ics', 'google.ics', 'own-zone.ics', 'damaged.ics', 'unknown-zone.ics']

type Wound = { readonly at: number; readonly bytes: Uint8Array; readonly gone: number }

const wounds = fc.array(
  fc.record<Wound>({
    at: fc.nat(5_000),
    bytes: fc.uint8Array({ maxLength: 8 }),
    gone: fc.nat(40),
  }),
  { minLength: 1, maxLength: 6 },
)

/** Bytes put in and taken out here and there. */
const wounded = (whole: Uint8Array, all: readonly Wound[]): Uint8Array =>
  all.reduce((bytes, wound) => {
    const at = wound.at % bytes.length
    const rest = bytes.subarray(at + wound.gone)
    return new Uint8Array([...bytes.subarray(0, at), ...wound.bytes, ...rest])
  }, whole)

/** What files are made of, and what is sharp about it. */
const pieces: readonly string[] = [
  'BEGIN:VCARD|END:VCARD|BEGIN:VEVENT|END:VEVENT|BEGIN:VCALENDAR|DTSTART|TZID=|FN|TEL|AGENT:',
  'RRULE:FREQ=SECONDLY|BEGIN:VTIMEZONE|END:VTIMEZONE|BEGIN:STANDARD|END:STANDARD|2026|item1.',
  ':|;|\r\n|\n|=|"|\\| |,|QUOTED-PRINTABLE|\u202e|\u0000|\u2028|__proto__|constructor|x-ablabel:',
].flatMap((line) => line.split('|'))

const structure = fc
  .array(fc.constantFrom(...pieces), { maxLength: 80 })
  .map((some) => new TextEncoder().encode(some.join('')))

const hostile = (names: readonly string[]): fc.Arbitrary<Uint8Array> =>
  fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    structure,
    structure.map((bytes) => new Uint8Array([...sample('utf8-mark.vcf'), ...bytes])),
    fc.tuple(fc.constantFrom(...names), wounds).map(([name, all]) => wounded(sample(name), all)),
  )

const unseen = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

const isTidy = (text: string, most: number): boolean =>
  typeof text === 'string' && text.length <= most && !unseen.test(text)

const expectTidy = (contact: ImportedContact): void => {
  const { organisation, person, role, phones, emails, addresses, web, note } = contact
  for (const name of [organisation, person, role]) expect(isTidy(name, fieldLimits.name)).toBe(true)
  for (const fact of [...addresses, web]) expect(isTidy(fact, fieldLimits.address)).toBe(true)
  expect(isTidy(note.replaceAll('\n', ''), fieldLimits.note)).toBe(true)
  expect(Math.max(phones.length, emails.length)).toBeLessThanOrEqual(fieldLimits.several)
  for (const { label, number } of phones)
    expect(isTidy(label, fieldLimits.label) && isTidy(number, fieldLimits.phone)).toBe(true)
  for (const email of emails) expect(isTidy(email, fieldLimits.email)).toBe(true)
}

test('VCARD-12 no bytes make the reader throw or give an unbounded field', () => {
  fc.assert(
    fc.property(hostile(cards), (bytes) => {
      const read = readVcards(bytes)
      for (const contact of read.ok ? read.contacts : []) expectTidy(contact)
    }),
    { numRuns: 1_500 },
  )
})

test('VCARD-12 fields without end are cut', () => {
  const long = ['FN', 'TITLE', 'NOTE', 'EMAIL', 'ADR', 'TEL', 'URL']
    .map((name) => `${name}:${'1@a.b\u202e\\n'.repeat(8_000)}`)
    .join('\n')
  const read = readVcards(new TextEncoder().encode(`BEGIN:VCARD\n${long}\nEND:VCARD\n`))
  expect(read.ok && read.contacts.length).toBe(1)
  for (const contact of read.ok ? read.contacts : []) expectTidy(contact)
})

test('CAL-8 no bytes make the reader throw or give an unbounded field', () => {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/
  fc.assert(
    fc.property(hostile(calendars), (bytes) => {
      const read = readCalendar(bytes)
      for (const { start, end, title, place, uid } of read.ok ? read.appointments : []) {
        expect(start).toMatch(time)
        if (end) expect(end).toMatch(time)
        expect(isTidy(title, fieldLimits.title) && isTidy(place, fieldLimits.place)).toBe(true)
        expect(isTidy(uid, fieldLimits.uid)).toBe(true)
      }
    }),
    { numRuns: 1_500 },
  )
})

const slow: readonly (readonly [string, string])[] = [
  ['one line', 'a'],
  ['empty lines', '\r\n'],
  ['cards without end', 'BEGIN:VCARD\n'],
  ['spaces before a break', `BEGIN:VCARD\nNOTE:${' '.repeat(60_000)}x\nEND:VCARD\n`],
  ['folds', `BEGIN:VCARD\nFN:a\n${' b\n'.repeat(100_000)}END:VCARD\n`],
  ['soft breaks', `BEGIN:VCARD\nFN;QUOTED-PRINTABLE:${'=\n'.repeat(100_000)}END:VCARD\n`],
  ['dots', `BEGIN:VCARD\nURL:${'a.'.repeat(30_000)}\nEND:VCARD\n`],
  ['assistants', 'AGENT:\nBEGIN:VCARD\n'],
]

test.each(slow)(
  'VCARD-13 20 MB of %s are answered in seconds',
  (_, text) => {
    const bytes = filled(text, 20_000_000)
    // The processor's time: on a busy machine a reader waits for its turn, too.
    const start = process.cpuUsage()
    readVcards(bytes)
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(15_000)
  },
  120_000,
)
