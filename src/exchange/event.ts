import ICAL from 'ical.js'
import type { ImportedAppointment } from './imported.ts'
import { fieldLimits } from './limits.ts'
import { tidyFact, tidyLine, tidyText } from './tidy.ts'
import { momentOf, type Moment, type ZoneOf } from './moment.ts'
import { readSeries } from './series.ts'
import { localTime, wallOf } from './wall.ts'
import { dayMs } from '../record/wall.ts'

const endOf = (event: ICAL.Component, start: Moment, zoneOf: ZoneOf): string => {
  const given = momentOf(event, 'dtend', zoneOf)
  const lasts: unknown = event.getFirstPropertyValue('duration')
  const length = lasts instanceof ICAL.Duration ? lasts.toSeconds() * 1_000 : 0
  const end = given?.wall ?? start.wall + length
  // The day after the last one is what a file calls the end of whole days.
  const last = start.allDay ? Math.floor(end / dayMs - 1) * dayMs : end
  return last > start.wall && wallOf(localTime(last)) !== null ? localTime(last) : ''
}

const text = (event: ICAL.Component, name: string): string =>
  String(event.getFirstPropertyValue(name) ?? '')

/** Which time of which series an event stands in for; null for any other. */
const insteadOf = (event: ICAL.Component, zoneOf: ZoneOf): ImportedAppointment['instead'] => {
  const moved = momentOf(event, 'recurrence-id', zoneOf)
  const uid = tidyFact(text(event, 'uid'), fieldLimits.uid)
  return moved && uid ? { uid, day: localTime(moved.wall).slice(0, 10) } : null
}

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
    ...readSeries(event, start, zoneOf),
    instead: insteadOf(event, zoneOf),
    cancelled: text(event, 'status').toUpperCase() === 'CANCELLED',
  }
}
