import fc from 'fast-check'
import type { Field, Form, SharedFact } from '../../src/record/parts/shape.ts'
import { partKinds, shapes } from '../../src/record/parts/table.ts'
import type { SharedPart, Summary } from '../../src/record/summary.ts'
import { recipientTypes } from '../../src/record/recipients.ts'
import type { PartKind } from '../../src/record/types.ts'
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

export const fact = (name: string, text: string, beside = ''): SharedFact => ({
  name,
  text,
  beside,
})

export const example: Summary = {
  version: 1,
  language: 'sv',
  recipient: 'Socialtjänsten',
  type: 'social',
  why: 'Så att jag slipper berätta om igen',
  made: '2026-11-23T16:00:00Z',
  until: '2026-11-30T16:00:00Z',
  parts: [
    {
      kind: 'contact',
      at: 0,
      facts: [
        fact('organisation', 'Kvinnojouren Exempel'),
        fact('person', 'مريم'),
        fact('role', 'Stödperson'),
        fact('caseNumber', 'E-2026-117'),
        fact('phone', '+46 70 000 00 00', 'arbete'),
        fact('email', 'stod@example.org'),
        fact('status', 'theirs'),
        fact('next', 'Ringer tillbaka'),
        fact('nextOn', '2026-11-26'),
      ],
    },
    {
      kind: 'appointment',
      at: 1,
      facts: [
        fact('when', '2026-11-27T10:00'),
        fact('title', 'Möte'),
        fact('with', 'Kvinnojouren Exempel'),
        fact('bring', 'Papperen'),
      ],
    },
    {
      kind: 'story',
      at: 2,
      facts: [
        fact('topic', 'need'),
        fact('text', 'Rad ett\nRad två'),
        fact('edited', '2026-11-20T08:00:00Z'),
      ],
    },
  ],
  replyKey: null,
}

const line = fc.string({ unit: 'grapheme', maxLength: 40 })
const minute = { min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }
const time = fc.date(minute).map((date) => `${date.toISOString().slice(0, 19)}Z`)
const day = fc.constantFrom('', '2026-12-24')
const wall = fc.constantFrom('', '2026-12-24', '2026-12-24T09:30')

const texts: Readonly<Record<Form, fc.Arbitrary<string>>> = {
  line,
  exact: line,
  phone: line,
  email: line,
  note: line,
  text: fc.string({ unit: 'grapheme', maxLength: 9_000 }),
  day,
  span: wall,
  time,
  word: line,
}

const anyFact = ({ name, form, words }: Field): fc.Arbitrary<SharedFact> =>
  fc.record({
    name: fc.constant(name),
    text: words ? fc.constantFrom(...words) : texts[form],
    beside: form === 'span' ? wall : form === 'phone' ? line : fc.constant(''),
  })

const anyPart = (kind: PartKind): fc.Arbitrary<SharedPart> =>
  fc.record({
    kind: fc.constant(kind),
    at: fc.nat(1_000),
    facts: fc.array(fc.constantFrom(...shapes[kind].fields).chain(anyFact), { maxLength: 9 }),
  })

const anyAtAll: fc.Arbitrary<Summary> = fc.record({
  version: fc.constant(1 as const),
  language: fc.constantFrom('sv', 'ar', 'en-GB'),
  recipient: line,
  type: fc.constantFrom(...recipientTypes),
  why: line,
  made: time,
  until: time,
  parts: fc.array(fc.constantFrom(...partKinds).chain(anyPart), { maxLength: 8 }),
  replyKey: fc.constant(null),
})

/** A council gets what was made for it alone; everybody else may get anything. */
export const anySummary: fc.Arbitrary<Summary> = anyAtAll.map((summary) =>
  summary.type === 'council'
    ? { ...summary, parts: summary.parts.filter(({ kind }) => kind === 'council') }
    : summary,
)

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
