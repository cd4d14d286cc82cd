import ICAL from 'ical.js'
import type { ImportedAppointment } from './imported.ts'
import { fieldLimits } from './limits.ts'
import { tidyFact, tidyLine, tidyText } from './tidy.ts'
import { localTime, wallOf, type Wall } from './wall.ts'
import { clock } from './zones.ts'

/** From a zone's name to its reading of a wall; null when nobody knows the name. */
export type ZoneOf = (name: string) => ((wall: Wall) => number) | null

const stockholm = clock('Europe/Stockholm')
const day = 86_400_000

type Moment = { readonly wall: Wall; readonly allDay: boolean; readonly known: boolean }

/** The wall in Stockholm at an instant. */
const atHome = (instant: number): Wall => stockholm?.wall(instant) ?? instant

const placed = (written: Wall, zone: string, zoneOf: ZoneOf): Moment => {
  const instant = zoneOf(zone)
  if (!instant) return { wall: written, allDay: false, known: false }
  return { wall: atHome(instant(written)), allDay: false, known: true }
}

/** A start or an end; null when the event has none or no calendar has it. */
const momentOf = (event: ICAL.Component, name: string, zoneOf: ZoneOf): Moment | null => {
  const property = event.getFirstProperty(name)
  const text = String(property?.getFirstValue() ?? '')
  const written = wallOf(text)
  if (!property || written === null) return null
  if (!text.includes('T')) return { wall: written, allDay: true, known: true }
  if (text.endsWith('Z')) return { wall: atHome(written), allDay: false, known: true }
  const zone: unknown = property.getFirstParameter('tzid')
  // A time without a zone means the reader's own wall.
  if (typeof zone !== 'string' || !zone) return { wall: written, allDay: false, known: true }
  return placed(written, zone, zoneOf)
}

const endOf = (event: ICAL.Component, start: Moment, zoneOf: ZoneOf): string => {
  const given = momentOf(event, 'dtend', zoneOf)
  const lasts: unknown = event.getFirstPropertyValue('duration')
  const length = lasts instanceof ICAL.Duration ? lasts.toSeconds() * 1_000 : 0
  const end = given?.wall ?? start.wall + length
  // The day after the last one is what a file calls the end of whole days.
  const last = start.allDay ? Math.floor(end / day - 1) * day : end
  return last > start.wall && wallOf(localTime(last)) !== null ? localTime(last) : ''
}

const text = (event: ICAL.Component, name: string): string =>
  String(event.getFirstPropertyValue(name) ?? '')

/** The appointment of a VEVENT; null when it has no start. May throw, as the library does. */
export const readEvent = (event: ICAL.Component, zoneOf: ZoneOf): ImportedAppointment | null => {
  const start = momentOf(event, 'dtstart', zoneOf)
  if (!start) return null
  const uid = [text(event, 'uid'), text(event, 'recurrence-id')].filter(Boolean).join('/')
  return {
    uid: tidyFact(uid, fieldLimits.uid),
    title: tidyLine(text(event, 'summary'), fieldLimits.title),
    start: localTime(start.wall),
    end: endOf(event, start, zoneOf),
    allDay: start.allDay,
    place: tidyLine(text(event, 'location'), fieldLimits.place),
    note: tidyText(text(event, 'description'), fieldLimits.note),
    zone: start.known ? 'kept' : 'unknown',
    repeats: event.hasProperty('rrule') || event.hasProperty('rdate'),
    cancelled: text(event, 'status').toUpperCase() === 'CANCELLED',
  }
}
