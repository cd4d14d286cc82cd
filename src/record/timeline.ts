import { spanOf, type Span } from './approx.ts'
import { linksAbout } from './links.ts'
import type { Incident } from './incident.ts'
import { listOf } from './record.ts'
import { timesOf } from './repeat.ts'
import { localAt } from './wall.ts'
import { whoIn } from './who.ts'
import type { Appointment, ClientRecord, Contact, Id, LocalDate } from './types.ts'
import type { Wait } from './wait.ts'
import { waitsOf } from './waits.ts'

/** Something that has a place in time. */
export type Moment = {
  readonly entry: Appointment | Contact | Incident
  /** "2024-05" when the month is known, "2024" when only the year is, empty when neither. */
  readonly month: string
  /** To sort by: its first day; empty when it has none. */
  readonly day: LocalDate
  /** A wait for the contact; null for all else. */
  readonly wait: Wait | null
}

/** Whose time it is: a contact's, a child's, or with both that which is about both; empty for anyone's. */
export type Whose = { readonly contact: Id; readonly child: Id }

export const anyone: Whose = { contact: '', child: '' }

export const momentKinds = ['incident', 'appointment', 'contact'] as const
export type MomentKind = (typeof momentKinds)[number]

const read = new WeakMap<Incident, Span | null>()

/** When an incident was: the day that she chose, else what her words mean; null when nobody can tell. */
const spanOfIncident = (incident: Incident): Span | null => {
  const known = read.get(incident)
  if (known !== undefined) return known
  const { on, when } = incident
  const made = on ? { from: on, to: on } : spanOf(when)
  read.set(incident, made)
  return made
}

const ofIncident = (entry: Incident): Moment => {
  const span = spanOfIncident(entry)
  if (!span) return { entry, month: '', day: '', wait: null }
  const { from, to } = span
  const whole = from.slice(0, 7) === to.slice(0, 7)
  return { entry, month: whole ? from.slice(0, 7) : from.slice(0, 4), day: from, wait: null }
}

const at = (entry: Moment['entry'], day: string, wait: Wait | null = null): Moment => ({
  entry,
  month: day.slice(0, 7),
  day: day.slice(0, 10),
  wait,
})

/** A series once for each time that it has been; of what lies ahead, the first alone. */
const ofAppointment = (one: Appointment, today: LocalDate): readonly Moment[] =>
  one.repeat.every === 'none'
    ? [at(one, one.start)]
    : timesOf(one, '0000-01-01', one.start > today ? one.start.slice(0, 10) : today).map((time) =>
        at(time, time.start),
      )

/** By code, since a comparison for people passes over hyphens. */
const latest = (a: string, b: string): number => (a === b ? 0 : a < b ? 1 : -1)

/** The latest first; a year after the months in it that are known, and last what has no date at all. */
const order = (a: Moment, b: Moment): number =>
  latest(a.day.slice(0, 4), b.day.slice(0, 4)) ||
  latest(a.month, b.month) ||
  latest(a.day, b.day) ||
  latest(a.entry.id, b.entry.id)

const fitsContact = ({ entry }: Moment, id: Id, linked: ReadonlySet<Id>): boolean => {
  if (entry.kind === 'appointment') return whoIn(entry).includes(id)
  return entry.kind === 'contact' && (entry.id === id || linked.has(entry.id))
}

type Fits = (moment: Moment) => boolean

/** Its meetings, itself and those with whom it is linked. Of a contact that is gone nothing can be told apart. */
const ofContact = (record: ClientRecord, id: Id): Fits | null => {
  if (!record.contact.has(id)) return null
  const linked = new Set(linksAbout(record, id).flatMap(({ from, to }) => [from, to]))
  return (moment) => fitsContact(moment, id, linked)
}

const ofChild = (record: ClientRecord, id: Id): Fits | null => {
  const child = record.child.get(id)
  if (!child) return null
  const about = { appointment: new Set(child.appointments), contact: new Set(child.contacts) }
  return ({ entry }) => entry.kind !== 'incident' && about[entry.kind].has(entry.id)
}

/** Told only of the contact that she asks for: of everyone at once they would hide what happened. */
const waitsFor = (record: ClientRecord, { contact: id }: Whose): readonly Moment[] => {
  const contact = record.contact.get(id)
  return contact ? waitsOf(contact).map((wait) => at(contact, wait.from, wait)) : []
}

const momentsOf = (
  record: ClientRecord,
  kind: MomentKind,
  today: LocalDate,
  whose: Whose,
): readonly Moment[] => {
  switch (kind) {
    case 'incident':
      return listOf(record, 'incident').map(ofIncident)
    case 'appointment':
      return listOf(record, 'appointment').flatMap((one) => ofAppointment(one, today))
    case 'contact':
      return [
        ...listOf(record, 'contact').map((one) => at(one, localAt(one.written))),
        ...waitsFor(record, whose),
      ]
  }
}

/** What happened, was met and was begun, the latest first; of one contact also when she waited for it. */
export const timelineOf = (
  record: ClientRecord,
  kinds: readonly MomentKind[],
  today: LocalDate,
  whose: Whose = anyone,
): readonly Moment[] => {
  const sieves = [ofContact(record, whose.contact), ofChild(record, whose.child)]
  return kinds
    .flatMap((kind) => momentsOf(record, kind, today, whose))
    .filter((moment) => sieves.every((fits) => fits === null || fits(moment)))
    .toSorted(order)
}
