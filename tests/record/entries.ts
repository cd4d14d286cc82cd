import fc from 'fast-check'
import { anyOf, date, id, replies, text, time } from './any.ts'
import { shares } from './shares.ts'
import type { Attachment } from '../../src/record/hanging.ts'
import type { Incident } from '../../src/record/incident.ts'
import { once, repeats } from '../../src/record/again.ts'
import { levels, areas } from '../../src/record/areas.ts'
import { caseKinds, contactTypes, linkKinds, uses } from '../../src/record/reach.ts'
import {
  arrangements,
  statuses,
  topics,
  type Appointment,
  type ClientRecord,
  type Contact,
  type Entry,
  type Kind,
  type Story,
} from '../../src/record/types.ts'
import { kinds } from '../../src/record/read.ts'
import { emptyRecord, put } from '../../src/record/record.ts'

const said = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
const several = fc.array(said, { maxLength: 2 })
const localTime = date.map((d) => d.toISOString().slice(0, 16))
const day = localTime.map((t) => t.slice(0, 10))
const times = { written: time, edited: time }

export const contacts: fc.Arbitrary<Contact> = fc.record({
  kind: fc.constant('contact'),
  id,
  organisation: text,
  person: text,
  role: text,
  type: fc.constantFrom('', ...contactTypes),
  level: fc.constantFrom('', ...levels),
  needs: fc.subarray([...areas]),
  phones: fc.array(fc.record({ label: text, number: text }), { maxLength: 3 }),
  emails: fc.array(text, { maxLength: 2 }),
  addresses: several,
  safety: fc.array(fc.record({ way: said, use: fc.constantFrom(...uses), how: text }), {
    maxLength: 2,
  }),
  web: text,
  hours: text,
  cases: fc.array(fc.record({ kind: fc.constantFrom(...caseKinds), number: said }), {
    maxLength: 2,
  }),
  holds: text,
  promised: text,
  status: fc.constantFrom(...statuses),
  next: text,
  nextOn: fc.oneof(
    fc.constant(''),
    localTime.map((t) => t.slice(0, 10)),
  ),
  waits: fc.array(fc.record({ from: day, to: fc.oneof(fc.constant(''), day) }), { maxLength: 2 }),
  links: fc.array(fc.record({ to: id, kind: fc.constantFrom(...linkKinds) }), { maxLength: 2 }),
  sensitivity: fc.constantFrom('ordinary', 'careful'),
  favourite: fc.boolean(),
  note: text,
  source: text,
  ...times,
})

const arrangement = fc.constantFrom(...arrangements)
const appointment: fc.Arbitrary<Appointment> = fc.record({
  kind: fc.constant('appointment'),
  id,
  title: text,
  start: localTime,
  end: fc.oneof(fc.constant(''), localTime),
  allDay: fc.boolean(),
  place: text,
  contact: fc.option(id),
  bring: text,
  why: text,
  questions: text,
  note: text,
  after: text,
  repeat: fc.oneof(
    { weight: 3, arbitrary: fc.constant(once) },
    fc.record({
      every: fc.constantFrom(...repeats),
      until: fc.oneof(fc.constant(''), day),
      but: fc.array(day, { maxLength: 2 }),
    }),
  ),
  travel: fc.nat(600),
  childCare: arrangement,
  interpreter: arrangement,
  interpreterIn: text,
  uid: text,
  out: fc.oneof(fc.constant(''), id),
  others: fc.uniqueArray(id, { maxLength: 2 }),
  ...times,
})

/** The first of those who are there is whom it is with. */
export const appointments = appointment.map((one): Appointment => {
  const { contact, others } = one
  return { ...one, others: contact === null ? [] : others.filter((other) => other !== contact) }
})

export const stories: fc.Arbitrary<Story> = fc.record({
  kind: fc.constant('story'),
  id,
  topic: fc.constantFrom(...topics),
  title: text,
  brief: text,
  text,
  ...times,
})

export const incidents: fc.Arbitrary<Incident> = fc.record({
  kind: fc.constant('incident'),
  id,
  when: text,
  on: fc.oneof(fc.constant(''), day),
  what: text,
  place: text,
  witnesses: text,
  reported: text,
  ...times,
})

const owners = fc.record({
  kind: fc.constantFrom('contact', 'appointment', 'story', 'incident'),
  id,
})

export const attachments: fc.Arbitrary<Attachment> = fc.record({
  kind: fc.constant('attachment'),
  id,
  of: fc.option(owners),
  name: text,
  type: fc.constantFrom('image/jpeg', 'application/pdf', 'audio/mpeg'),
  size: fc.nat(50_000_000),
  hash: fc.stringMatching(/^[0-9a-f]{64}$/),
  slots: fc.uniqueArray(fc.nat(127), { maxLength: 48 }),
  key: fc.stringMatching(/^[A-Za-z0-9_-]{43}$/),
  thumbnail: fc.stringMatching(/^[A-Za-z0-9_-]{0,40}$/),
  ...times,
})

const addenda = fc.record({
  kind: fc.constant('addendum' as const),
  id,
  of: fc.option(owners),
  text,
  written: time,
})

const proofs = fc.record({
  kind: fc.constant('proof' as const),
  id: id.map((one) => `story/${one}`),
  salt: fc.stringMatching(/^[0-9a-f]{32}$/),
})

const statements = fc.record({
  kind: fc.constant('statement' as const),
  id,
  made: time,
  leaves: fc.stringMatching(/^[0-9a-f]{0,128}$/),
})

const described: readonly Kind[] = [
  'contact',
  'appointment',
  'story',
  'attachment',
  'addendum',
  'proof',
  'statement',
  'share',
  'setting',
  'place',
  'reply',
]

export const entries: fc.Arbitrary<Entry> = fc.oneof(
  ...kinds.filter((kind) => !described.includes(kind)).map(anyOf),
  contacts,
  appointments,
  stories,
  incidents,
  attachments,
  addenda,
  proofs,
  statements,
  shares,
  replies,
)

export const recordOf = (list: readonly Entry[]): ClientRecord =>
  list.reduce((record, entry) => put(entry)(record), emptyRecord)

export const records: fc.Arbitrary<ClientRecord> = fc
  .uniqueArray(entries, { maxLength: 20, selector: (entry) => entry.id })
  .map(recordOf)
