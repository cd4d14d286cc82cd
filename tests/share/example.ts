import fc from 'fast-check'
import type { Summary } from '../../src/record/summary.ts'
import { recipientTypes, topics } from '../../src/record/types.ts'
import type { Random } from '../../src/share/bytes.ts'
import { derive } from '../../src/share/keys.ts'
import { parseLink } from '../../src/share/link.ts'
import { newBrowserKey } from '../../src/share/opener.ts'
import { sealSummary, type ShareKeys, type Terms } from '../../src/share/seal.ts'

// An invented summary, and any summary.

/** Bytes 0, 1, 2 ... going on from call to call, so that a vector can be made again. */
export const counting = (): Random => {
  let next = 0
  return (length) => Uint8Array.from({ length }, () => next++ % 256)
}

export const example: Summary = {
  version: 1,
  language: 'sv',
  recipient: 'Socialtjänsten',
  type: 'social',
  why: 'Så att jag slipper berätta om igen',
  made: '2026-11-23T16:00:00Z',
  until: '2026-11-30T16:00:00Z',
  contacts: [
    {
      organisation: 'Kvinnojouren Exempel',
      person: 'مريم',
      role: 'Stödperson',
      phones: [{ label: 'arbete', number: '+46 70 000 00 00' }],
      emails: ['stod@example.org'],
      address: '',
      caseNumber: 'E-2026-117',
      status: 'theirs',
      next: 'Ringer tillbaka',
      nextOn: '2026-11-26',
    },
  ],
  appointments: [
    {
      title: 'Möte',
      start: '2026-11-27T10:00',
      end: '',
      allDay: false,
      with: 'Kvinnojouren Exempel',
      place: '',
      bring: 'Papperen',
    },
  ],
  stories: [{ topic: 'need', title: '', text: 'Rad ett\nRad två', edited: '2026-11-20T08:00:00Z' }],
  replyKey: null,
}

const line = fc.string({ unit: 'grapheme', maxLength: 40 })
const minute = { min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }
const time = fc.date(minute).map((date) => `${date.toISOString().slice(0, 19)}Z`)
const day = fc.constantFrom('', '2026-12-24')
const wall = fc.constantFrom('', '2026-12-24', '2026-12-24T09:30')

export const anySummary: fc.Arbitrary<Summary> = fc.record({
  version: fc.constant(1 as const),
  language: fc.constantFrom('sv', 'ar', 'en-GB'),
  recipient: line,
  type: fc.constantFrom(...recipientTypes),
  why: line,
  made: time,
  until: time,
  contacts: fc.array(
    fc.record({
      organisation: line,
      person: line,
      role: line,
      phones: fc.array(fc.record({ label: line, number: line }), { maxLength: 3 }),
      emails: fc.array(line, { maxLength: 3 }),
      address: line,
      caseNumber: line,
      status: fc.constantFrom('none', 'mine', 'theirs', 'active', 'ended'),
      next: line,
      nextOn: day,
    }),
    { maxLength: 4 },
  ),
  appointments: fc.array(
    fc.record({
      title: line,
      start: wall,
      end: wall,
      allDay: fc.boolean(),
      with: line,
      place: line,
      bring: line,
    }),
    { maxLength: 4 },
  ),
  stories: fc.array(
    fc.record({
      topic: fc.constantFrom(...topics),
      title: line,
      text: fc.string({ unit: 'grapheme', maxLength: 9_000 }),
      edited: time,
    }),
    { maxLength: 3 },
  ),
  replyKey: fc.constant(null),
})

/** A browser that opens what a test seals. */
export const browser = await newBrowserKey()

export const terms: Terms = { openers: 5, tries: 10, counter: 1 }

/** Seals and throws if that fails, for tests that are about what comes after. */
export const sealed = async (summary: Summary, own: ShareKeys, over: Partial<Terms> = {}) => {
  const made = await sealSummary(summary, own, { ...terms, ...over })
  if (!made.ok) throw new Error(made.why)
  const { serverShare, until, counter } = made.head
  return { ...made, opening: { version: 1 as const, serverShare, until, counter } }
}

export const keysOf = async (secret: string, passcode: string | null) => {
  const link = await parseLink(secret)
  if (!link) throw new Error('damaged')
  return derive(link, passcode)
}
