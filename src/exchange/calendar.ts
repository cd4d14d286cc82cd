import ICAL from 'ical.js'
import { readBlocks, type Block } from './blocks.ts'
import { narrow } from './encoding.ts'
import { readEvent } from './event.ts'
import type { CalendarResult, ImportedAppointment } from './imported.ts'
import { calendarLimits } from './limits.ts'
import type { ZoneOf } from './moment.ts'
import { describedZone } from './vtimezone.ts'
import { clock } from './zones.ts'

/** The library throws at anything unexpected; one bad event must not cost her the others. */
const attempt = <T>(read: () => T): T | null => {
  try {
    return read()
  } catch {
    return null
  }
}

const component = ({ name, lines }: Block): ICAL.Component =>
  new ICAL.Component(ICAL.parse([`BEGIN:${name}`, ...lines, `END:${name}`].join('\r\n')))

/** Zones by name: what the browser knows comes before what the file tells. */
const zones = (blocks: readonly Block[]): ZoneOf => {
  const told = new Map<string, ReturnType<typeof describedZone>>()
  for (const block of blocks.filter(({ name }) => name === 'VTIMEZONE').slice(0, 50)) {
    const zone = attempt(() => component(block))
    const id = zone ? String(zone.getFirstPropertyValue('tzid')) : ''
    if (zone && !told.has(id))
      told.set(
        id,
        attempt(() => describedZone(zone)),
      )
  }
  const known = new Map<string, ReturnType<ZoneOf>>()
  return (name) => {
    const found = known.get(name) ?? clock(name)?.instant ?? told.get(name) ?? null
    known.set(name, found)
    return found
  }
}

/** A time that stands by itself is taken out of its series; one that is off needs no more than that. */
const apart = (read: readonly ImportedAppointment[]): ImportedAppointment[] => {
  const out = new Map<string, string[]>()
  for (const { instead } of read)
    if (instead) out.set(instead.uid, [...(out.get(instead.uid) ?? []), instead.day])
  const series = new Set(read.flatMap((one) => (one.repeat.every === 'none' ? [] : [one.uid])))
  return read
    .filter(({ instead, cancelled }) => !(cancelled && instead && series.has(instead.uid)))
    .map((one) => {
      const days = one.repeat.every === 'none' ? [] : (out.get(one.uid) ?? [])
      const but = [...new Set([...one.repeat.but, ...days])].toSorted()
      return days.length > 0 ? { ...one, repeat: { ...one.repeat, but } } : one
    })
}

const isBlank = (bytes: Uint8Array): boolean => bytes.every((code) => code <= 0x20)

/**
 * Reads an invitation or a calendar export. Times come out on the wall in Europe/Stockholm; of a
 * series that comes again in an uncommon way only the first time is read. Never throws; keeps at most `calendarLimits.events`.
 */
export const readCalendar = (bytes: Uint8Array): CalendarResult => {
  if (bytes.length > calendarLimits.file) return { ok: false, why: 'large' }
  const plain = narrow(bytes)
  if (isBlank(plain)) return { ok: false, why: 'empty' }
  const { blocks, calendar, cancelled } = readBlocks(plain)
  if (!calendar) return { ok: false, why: 'unreadable' }
  const events = blocks.filter(({ name }) => name === 'VEVENT')
  const zoneOf = zones(blocks)
  const appointments: ImportedAppointment[] = []
  for (const block of events.slice(0, calendarLimits.events)) {
    const appointment = attempt(() => readEvent(component(block), zoneOf))
    if (appointment)
      appointments.push({ ...appointment, cancelled: cancelled || appointment.cancelled })
  }
  return {
    ok: true,
    appointments: apart(appointments),
    skipped: events.length - appointments.length,
  }
}
