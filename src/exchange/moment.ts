import type ICAL from 'ical.js'
import { zone } from '../record/wall.ts'
import { wallOf, type Wall } from './wall.ts'
import { clock } from './zones.ts'

/** From a zone's name to its reading of a wall; null when nobody knows the name. */
export type ZoneOf = (name: string) => ((wall: Wall) => number) | null

/** A time in a file: as it was written, as it is on the wall in Stockholm, and the way between the two. */
export type Moment = {
  readonly written: Wall
  readonly wall: Wall
  readonly allDay: boolean
  /** False when the zone says nothing to us: the time stands as it was written. */
  readonly known: boolean
  readonly home: (written: Wall) => Wall
}

const stockholm = clock(zone)

/** The wall in Stockholm at an instant. */
const atHome = (instant: number): Wall => stockholm?.wall(instant) ?? instant

const asWritten = (wall: Wall): Wall => wall

/** One time of a property; null when no calendar has it. */
export const momentIn = (property: ICAL.Property, text: string, zoneOf: ZoneOf): Moment | null => {
  const written = wallOf(text)
  if (written === null) return null
  const read = (home: Moment['home'], known = true): Moment => ({
    written,
    wall: home(written),
    allDay: !text.includes('T'),
    known,
    home,
  })
  if (!text.includes('T')) return read(asWritten)
  if (text.endsWith('Z')) return read(atHome)
  const zone: unknown = property.getFirstParameter('tzid')
  // A time without a zone means the reader's own wall.
  if (typeof zone !== 'string' || !zone) return read(asWritten)
  const instant = zoneOf(zone)
  return instant ? read((wall) => atHome(instant(wall))) : read(asWritten, false)
}

/** A start or an end; null when the event has none or no calendar has it. */
export const momentOf = (event: ICAL.Component, name: string, zoneOf: ZoneOf): Moment | null => {
  const property = event.getFirstProperty(name)
  return property && momentIn(property, String(property.getFirstValue() ?? ''), zoneOf)
}
