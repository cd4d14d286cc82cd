import type { Addendum, Attachment } from './hanging.ts'
import type { Incident } from './incident.ts'
import { listOf, settingOf } from './record.ts'
import type { Child } from './child.ts'
import type { Need } from './need.ts'
import type { Precaution } from './precaution.ts'
import type { Step } from './step.ts'
import type { Talk } from './talk.ts'
import type { Appointment, ClientRecord, Contact, Story } from './types.ts'

export type Findable =
  | Contact
  | Appointment
  | Story
  | Incident
  | Step
  | Need
  | Child
  | Attachment
  | Addendum
  | Precaution
  | Talk

/** Case and accents aside, in every script, so that "asa" finds "Åsa". */
export const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const digits = (text: string): string => text.replace(/\D/g, '')

const contactWords = (contact: Contact): string[] => [
  contact.organisation,
  contact.person,
  contact.role,
  ...contact.cases.map(({ number }) => number),
  contact.next,
  contact.holds,
  contact.promised,
  contact.note,
  ...contact.emails,
  ...contact.phones.map((phone) => digits(phone.number)),
]

const words = (entry: Findable): string[] => {
  switch (entry.kind) {
    case 'contact':
      return contactWords(entry)
    case 'appointment':
      return [
        entry.title,
        entry.place,
        entry.why,
        entry.bring,
        entry.questions,
        entry.note,
        entry.after,
        entry.start,
      ]
    case 'story':
      return [entry.title, entry.brief, entry.text]
    case 'step':
      return [entry.what, entry.goal, entry.note, entry.by]
    case 'need':
    case 'addendum':
      return [entry.text]
    case 'attachment':
      return [entry.name]
    case 'child':
      return [entry.name, entry.school, entry.born, entry.seen, entry.note]
    case 'precaution':
      return [entry.text, entry.note]
    case 'talk':
      return [entry.tool, entry.told, entry.note, entry.on]
    case 'incident': {
      const { what, when, on, place, witnesses, reported } = entry
      return [what, when, on, place, witnesses, reported]
    }
  }
}

/** Plain text of an entry, remembered for as long as the entry itself lives. */
const remembered = new WeakMap<Findable, string>()

const textOf = (entry: Findable): string => {
  const known = remembered.get(entry)
  if (known !== undefined) return known
  const made = plain(words(entry).join('\n'))
  remembered.set(entry, made)
  return made
}

/** Gets an entry ready, so that the first letter typed need not wait for ten thousand of them. */
export const prepare = (entry: Findable): void => void textOf(entry)

/** Entries that hold every word of the query, in the order of the lists; all of them for an empty one. */
export const matching = <T extends Findable>(entries: readonly T[], query: string): T[] => {
  const wanted = plain(query).split(/\s+/).filter(Boolean)
  return entries.filter((entry) => wanted.every((word) => textOf(entry).includes(word)))
}

/** What a plain book holds: contacts, appointments, and what hangs on them. */
const isPlain = (entry: Findable): boolean => {
  const { kind } =
    entry.kind === 'attachment' || entry.kind === 'addendum' ? (entry.of ?? entry) : entry
  return kind === 'contact' || kind === 'appointment'
}

const everything = (record: ClientRecord): Findable[] => [
  ...listOf(record, 'contact'),
  ...listOf(record, 'appointment'),
  ...listOf(record, 'story'),
  ...listOf(record, 'step'),
  ...listOf(record, 'need'),
  ...listOf(record, 'child'),
  ...listOf(record, 'precaution'),
  ...listOf(record, 'talk'),
  ...listOf(record, 'incident'),
  ...listOf(record, 'attachment'),
  // One whose entry is not known any more has no place to be looked at.
  ...listOf(record, 'addendum').filter(({ of }) => of !== null),
]

/** What can be found: a plain book finds only what it shows. */
export const findable = (record: ClientRecord): Findable[] =>
  settingOf(record).plain ? everything(record).filter(isPlain) : everything(record)

export const findAll = (record: ClientRecord, query: string): Findable[] =>
  plain(query).trim() === '' ? [] : matching(findable(record), query)
