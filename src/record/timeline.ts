import { spanOf, type Span } from './approx.ts'
import type { Incident } from './incident.ts'
import { listOf } from './record.ts'
import { timesOf } from './repeat.ts'
import { localAt } from './wall.ts'
import type { Appointment, ClientRecord, Contact, LocalDate } from './types.ts'

/** Something that has a place in time. */
export type Moment = {
  readonly entry: Appointment | Contact | Incident
  /** "2024-05" when the month is known, "2024" when only the year is, empty when neither. */
  readonly month: string
  /** To sort by: its first day; empty when it has none. */
  readonly day: LocalDate
}

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
  if (!span) return { entry, month: '', day: '' }
  const { from, to } = span
  const whole = from.slice(0, 7) === to.slice(0, 7)
  return { entry, month: whole ? from.slice(0, 7) : from.slice(0, 4), day: from }
}

const at = (entry: Moment['entry'], day: string): Moment => ({
  entry,
  month: day.slice(0, 7),
  day: day.slice(0, 10),
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

const momentsOf = (record: ClientRecord, kind: MomentKind, today: LocalDate): readonly Moment[] => {
  switch (kind) {
    case 'incident':
      return listOf(record, 'incident').map(ofIncident)
    case 'appointment':
      return listOf(record, 'appointment').flatMap((one) => ofAppointment(one, today))
    case 'contact':
      return listOf(record, 'contact').map((one) => at(one, localAt(one.written)))
  }
}

/** What happened, was met and was begun, the latest first. */
export const timelineOf = (
  record: ClientRecord,
  kinds: readonly MomentKind[],
  today: LocalDate,
): readonly Moment[] => kinds.flatMap((kind) => momentsOf(record, kind, today)).toSorted(order)
