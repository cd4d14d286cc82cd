import type { Wall } from './wall.ts'

/** A zone's clock: from an instant to the wall, and from the wall to the instant. */
export type Clock = {
  readonly wall: (instant: number) => Wall
  readonly instant: (wall: Wall) => number
}

// The names that Exchange writes for the zones around Sweden, and what everyone else calls them.
const exchangeNames: ReadonlyMap<string, string> = new Map([
  ['W. Europe Standard Time', 'Europe/Stockholm'],
  ['Romance Standard Time', 'Europe/Paris'],
  ['Central Europe Standard Time', 'Europe/Budapest'],
  ['Central European Standard Time', 'Europe/Warsaw'],
  ['GMT Standard Time', 'Europe/London'],
  ['FLE Standard Time', 'Europe/Helsinki'],
  ['Greenwich Standard Time', 'UTC'],
])

const formatter = (zone: string): Intl.DateTimeFormat | null => {
  try {
    return new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn-hc-h23', {
      timeZone: zone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    })
  } catch {
    return null
  }
}

const clockOf = (format: Intl.DateTimeFormat): Clock => {
  const wall = (instant: number): Wall => {
    const parts = new Map(format.formatToParts(instant).map((part) => [part.type, part.value]))
    const get = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type))
    return Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute'))
  }
  const instant = (there: Wall): number => {
    // The offset depends on the instant that is sought: a second look settles it.
    const near = there - (wall(there) - there)
    return there - (wall(near) - near)
  }
  return { wall, instant }
}

/** The clock of a zone by any of its names ("Europe/Oslo", "/maker.org/1/Europe/Oslo", "GMT
 * Standard Time"), or null when the browser knows none of them. */
export const clock = (name: string): Clock | null => {
  const bare = name.trim().replace(/^"|"$/g, '')
  const short = bare.split('/').slice(-2).join('/')
  for (const zone of [exchangeNames.get(bare), bare, short]) {
    const format = zone && !/^[+-]/.test(zone) ? formatter(zone) : null
    if (format) return clockOf(format)
  }
  return null
}
