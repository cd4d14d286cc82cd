import { whoIn, whoMoved } from './who.ts'
import { areas } from './areas.ts'
import { dropOne } from './attached.ts'
import { sharesMoved } from './partsMoved.ts'
import type { Owner } from './hanging.ts'
import { sensitivities, type Link } from './reach.ts'
import { all, listOf, put } from './record.ts'
import type { Change, ClientRecord, Contact, Id, Time } from './types.ts'
import { inTime } from './order.ts'
import { waitsAfter } from './waits.ts'
import type { Wait } from './wait.ts'
import { localAt } from './wall.ts'
import { followed, numberKey, sameText } from './ways.ts'

// Two contacts that are one: she sees both, fact by fact, and chooses where they differ.

export const facts = [
  'organisation',
  'person',
  'role',
  'type',
  'level',
  'hours',
  'web',
  'status',
  'next',
  'nextOn',
  'holds',
  'promised',
  'note',
] as const
export type Fact = (typeof facts)[number]

/** Facts of which the other contact's is to stand. */
export type Others = ReadonlySet<Fact>

const isSaid = (contact: Contact, fact: Fact): boolean =>
  contact[fact] !== '' && contact[fact] !== 'none'

/** The facts that both have, and not the same. */
export const differing = (one: Contact, other: Contact): readonly Fact[] =>
  facts.filter((fact) => isSaid(one, fact) && isSaid(other, fact) && one[fact] !== other[fact])

/** Everything of the first, and of the second what the first does not have yet. */
const together = <T>(one: readonly T[], other: readonly T[], key: (item: T) => string): T[] => {
  const known = new Set(one.map(key))
  return [...one, ...other.filter((item) => !known.has(key(item)))]
}

const lists = (one: Contact, other: Contact) => {
  const ways = {
    phones: together(one.phones, other.phones, ({ number }) => numberKey(number)),
    emails: together(one.emails, other.emails, sameText),
    addresses: together(one.addresses, other.addresses, sameText),
  }
  const { kept, gone } = followed(ways, [one, other])
  return {
    ...ways,
    safety: [...kept, ...gone],
    needs: areas.filter((area) => one.needs.includes(area) || other.needs.includes(area)),
    cases: together(one.cases, other.cases, ({ number }) => sameText(number)),
  }
}

/** At most one wait runs, since the earlier of two; waits that ended are told once. */
const waitsTogether = (one: Contact, other: Contact): readonly Wait[] => {
  const waits = together(one.waits, other.waits, ({ from, to }: Wait) => `${from} ${to}`)
  const [first] = waits.filter(({ to }) => to === '').toSorted((a, b) => inTime(a.from, b.from))
  return [...waits.filter(({ to }) => to !== ''), ...(first ? [first] : [])]
}

/** Both places in the directory, so that it offers neither again. */
const sources = (one: Contact, other: Contact): string => {
  const listed = other.source.split(' ').filter((word) => word.startsWith('directory:'))
  return [...new Set([...one.source.split(' '), ...listed])].join(' ')
}

/** What the two have together. Where only one has a fact, it stands; the stricter word protects. */
export const merged = (one: Contact, other: Contact, others: Others, now: Time): Contact => {
  const stands = (fact: Fact): Contact =>
    others.has(fact) || !isSaid(one, fact) ? (isSaid(other, fact) ? other : one) : one
  const { status } = stands('status')
  const waits = waitsTogether(one, other)
  const strict = [one.sensitivity, other.sensitivity].map((word) => sensitivities.indexOf(word))
  return {
    ...one,
    ...lists(one, other),
    organisation: stands('organisation').organisation,
    person: stands('person').person,
    role: stands('role').role,
    type: stands('type').type,
    level: stands('level').level,
    hours: stands('hours').hours,
    web: stands('web').web,
    status,
    waits: status === 'theirs' ? waits : waitsAfter(waits, status, localAt(now).slice(0, 10)),
    next: stands('next').next,
    nextOn: stands('nextOn').nextOn,
    holds: stands('holds').holds,
    promised: stands('promised').promised,
    note: stands('note').note,
    sensitivity: sensitivities[Math.max(...strict)] ?? 'never',
    favourite: one.favourite || other.favourite,
    links: [...one.links, ...other.links],
    source: sources(one, other),
    edited: now,
  }
}

type Move = { readonly from: Id; readonly to: Id }

const linksMoved = (links: readonly Link[], { from, to }: Move, self: Id): Link[] =>
  together(
    [],
    links
      .map((link) => (link.to === from ? { ...link, to } : link))
      .filter((link) => link.to !== self),
    (link) => `${link.kind} ${link.to}`,
  )

const contactsMoved = (record: ClientRecord, move: Move): Change[] =>
  listOf(record, 'contact')
    .filter(({ id, links }) => id === move.to || links.some(({ to }) => to === move.from))
    .map((one) => put({ ...one, links: linksMoved(one.links, move, one.id) }))

/** What names the one that goes, or hangs on it, comes along. */
const moved =
  (move: Move): Change =>
  (record) => {
    const hangs = ({ of }: { readonly of: Owner | null }): boolean =>
      of?.kind === 'contact' && of.id === move.from
    const of = { kind: 'contact', id: move.to } as const
    const meant = ({ contact }: { readonly contact: Id | null }): boolean => contact === move.from
    return all(
      ...contactsMoved(record, move),
      ...listOf(record, 'appointment')
        .filter((one) => whoIn(one).includes(move.from))
        .map((one) => put(whoMoved(one, move.from, move.to))),
      ...listOf(record, 'step')
        .filter(meant)
        .map((one) => put({ ...one, contact: move.to })),
      ...listOf(record, 'rating')
        .filter(meant)
        .map((one) => put({ ...one, contact: move.to })),
      ...listOf(record, 'talk')
        .filter(meant)
        .map((one) => put({ ...one, contact: move.to })),
      ...listOf(record, 'attachment')
        .filter(hangs)
        .map((one) => put({ ...one, of })),
      ...listOf(record, 'addendum')
        .filter(hangs)
        .map((one) => put({ ...one, of })),
      ...listOf(record, 'child')
        .filter(({ contacts }) => contacts.includes(move.from))
        .map((one) =>
          put({
            ...one,
            contacts: [...new Set(one.contacts.map((id) => (id === move.from ? move.to : id)))],
          }),
        ),
    )(record)
  }

/** Makes one contact of two: the first stays, the other goes, and nothing that hung on it is lost. */
export const mergeContacts =
  (ids: { readonly one: Id; readonly other: Id }, others: Others, now: Time): Change =>
  (record) => {
    const [one, other] = [record.contact.get(ids.one), record.contact.get(ids.other)]
    if (!one || !other || one === other) return record
    return all(
      put(merged(one, other, others, now)),
      moved({ from: other.id, to: one.id }),
      sharesMoved(one, other),
      dropOne('contact', other.id),
    )(record)
  }
