import ICAL from 'ical.js'
import { wallOf, weekdays, type Wall } from './wall.ts'
import { dayMs } from '../record/wall.ts'

// A file can bring its own zone. Only rules of the form that real zones have are followed ("the last
// Sunday of March, every year"): a general rule can be written so that it never ends.

type Observance = {
  readonly start: Wall
  /** Seconds east of UTC from the start on. */
  readonly offset: number
  /** Start in a given year; null when the rule does not reach it. */
  readonly onset: (year: number) => Wall | null
}

/** The nth weekday of a month at midnight; n < 0 counts from its end. */
const nthDay = (year: number, month: number, n: number, weekday: number): Wall => {
  const edge = n > 0 ? Date.UTC(year, month - 1, 1) : Date.UTC(year, month, 0)
  const away = weekday - new Date(edge).getUTCDay()
  const first = edge + (n > 0 ? (away + 7) % 7 : -((7 - away) % 7)) * dayMs
  return first + (n > 0 ? n - 1 : n + 1) * 7 * dayMs
}

const yearly = (rule: ICAL.Recur, start: Wall): ((year: number) => Wall) | null => {
  const [month, ...months]: unknown[] = rule.getComponent('BYMONTH')
  const [weekday, ...others]: unknown[] = rule.getComponent('BYDAY')
  const found = /^([+-]?[1-5])([A-Z]{2})$/.exec(String(weekday))
  const at = weekdays.indexOf(found?.[2] ?? '')
  if (rule.freq !== 'YEARLY' || months.length > 0 || others.length > 0 || at < 0) return null
  if (typeof month !== 'number' || month < 1 || month > 12) return null
  // Before 1970 a wall is negative, and so would be its rest.
  const clock = ((start % dayMs) + dayMs) % dayMs
  return (year) => nthDay(year, month, Number(found?.[1]), at) + clock
}

/** Exchange dates its rules to 1601, which is before anything that our wall has. */
const startOf = (text: string): Wall | null => wallOf(text.replace(/^1[68]/, '19'))

const observance = (component: ICAL.Component): Observance | null => {
  const start = startOf(String(component.getFirstPropertyValue('dtstart')))
  const offset: unknown = component.getFirstPropertyValue('tzoffsetto')
  const rule: unknown = component.getFirstPropertyValue('rrule')
  if (start === null || !(offset instanceof ICAL.UtcOffset)) return null
  const seconds = offset.toSeconds()
  if (!(rule instanceof ICAL.Recur)) return { start, offset: seconds, onset: () => start }
  const onset = yearly(rule, start)
  const last = rule.until ? rule.until.year : 9999
  return onset && { start, offset: seconds, onset: (year) => (year > last ? null : onset(year)) }
}

/** From the wall of a zone that the file describes to the instant; null when it cannot be followed. */
export const describedZone = (component: ICAL.Component): ((wall: Wall) => number) | null => {
  const parts = ['standard', 'daylight'].flatMap((name) => component.getAllSubcomponents(name))
  const read = parts.slice(0, 50).map(observance)
  const known = read.filter((one) => one !== null)
  if (known.length === 0 || known.length < read.length) return null
  return (wall) => {
    const year = new Date(wall).getUTCFullYear()
    const onsets = known.flatMap(({ onset, start, offset }) =>
      [onset(year), onset(year - 1), start]
        .filter((at) => at !== null)
        .filter((at) => at >= start && at <= wall)
        .map((at) => ({ at, offset })),
    )
    const latest = onsets.sort((one, other) => other.at - one.at)[0] ?? known[0]
    return wall - (latest?.offset ?? 0) * 1_000
  }
}
