import ICAL from 'ical.js'
import { once, type Repeat } from '../record/again.ts'
import { dayOfTime } from '../record/repeat.ts'
import { momentIn, type Moment, type ZoneOf } from './moment.ts'
import { localTime, weekdays, type Wall } from './wall.ts'
import { dayMs } from '../record/wall.ts'

// How an event comes again, as far as an appointment of hers can: every day, week, other week or month on the
// same clock. Any other rule is left out and told: half a rule would stand on wrong days.

/** Days that are taken out of one series. */
const most = 400

export type Series = {
  readonly repeat: Repeat
  /** It comes again in a way that is not read: only its first time is here. */
  readonly repeats: boolean
}

const unread: Series = { repeat: once, repeats: true }

const rhythms: Readonly<Record<string, Repeat['every']>> = {
  'DAILY 1': 'day',
  'DAILY 7': 'week',
  'DAILY 14': 'fortnight',
  'WEEKLY 1': 'week',
  'WEEKLY 2': 'fortnight',
  'MONTHLY 1': 'month',
}

/** A rule may name the day that the first time has anyway, and nothing more. */
const saysNoMore = ({ freq, parts }: ICAL.Recur, { written }: Moment): boolean => {
  const date = new Date(written)
  const fits: Readonly<Record<string, unknown>> = {
    'WEEKLY BYDAY': weekdays[date.getUTCDay()],
    'MONTHLY BYMONTHDAY': date.getUTCDate(),
  }
  return Object.entries(parts).every(([name, values]) => {
    const [value, ...others]: readonly unknown[] = Array.isArray(values) ? values : [values]
    return others.length === 0 && value === fits[`${freq} ${name}`]
  })
}

const dateOf = (wall: Wall): string => localTime(wall).slice(0, 10)
const clockOf = (wall: Wall): string => localTime(wall).slice(11)

/** Some zones differ from ours for three weeks of the year alone. */
const weeks = Array.from({ length: 52 }, (_, week) => week + 1)

/** Whether its clock in Stockholm stays the same all the year; what comes each month also keeps its date. */
const isSteady = (start: Moment, every: Repeat['every']): boolean => {
  if (!start.known) return false
  if (every === 'month' && dateOf(start.wall) !== dateOf(start.written)) return false
  const apart = start.wall - start.written
  // At noon: a time that a night in March leaves out stands an hour later there, and says nothing of its zone.
  const noon = start.written - (start.written % dayMs) + dayMs / 2
  return weeks.every((week) => {
    const later = noon + week * 7 * dayMs
    return start.home(later) - later === apart
  })
}

/** The last day of a rule, empty when it goes on; null when it cannot be read. */
const lastDay = (
  rule: ICAL.Recur,
  { start, property, zoneOf }: Read,
  every: Repeat['every'],
): string | null => {
  if (rule.count) return dayOfTime(localTime(start.wall), every, rule.count)
  if (!rule.until) return ''
  const until = momentIn(property, String(rule.until), zoneOf)
  if (!until) return null
  const early = !until.allDay && !start.allDay && clockOf(until.wall) < clockOf(start.wall)
  return dateOf(early ? until.wall - dayMs : until.wall)
}

/** An event's start, and what it was read from. */
type Read = {
  readonly start: Moment
  readonly property: ICAL.Property
  readonly zoneOf: ZoneOf
}

/** Days that a file takes out of the series: those that its clock falls on. */
const daysOut = (event: ICAL.Component, { start, zoneOf }: Read): readonly string[] => {
  const days = event.getAllProperties('exdate').flatMap((property) =>
    property
      .getValues()
      .map((value: unknown) => momentIn(property, String(value), zoneOf))
      .filter((moment) => moment !== null)
      .filter(({ wall, allDay }) => allDay || clockOf(wall) === clockOf(start.wall))
      .map(({ wall }) => dateOf(wall)),
  )
  return [...new Set(days)].toSorted().slice(0, most)
}

/** How an event comes again. */
export const readSeries = (event: ICAL.Component, start: Moment, zoneOf: ZoneOf): Series => {
  const rules = event.getAllProperties('rrule').map((one) => one.getFirstValue())
  const [rule] = rules
  if (event.hasProperty('rdate')) return unread
  if (rules.length === 0) return { repeat: once, repeats: false }
  const property = event.getFirstProperty('dtstart')
  if (rules.length > 1 || !property || !(rule instanceof ICAL.Recur)) return unread
  const every = rhythms[`${rule.freq} ${rule.interval}`]
  if (!every || !saysNoMore(rule, start) || !isSteady(start, every)) return unread
  const read = { start, property, zoneOf }
  const until = lastDay(rule, read, every)
  if (until === null) return unread
  const first = dateOf(start.wall)
  // A rule that ends at its first time is none.
  if (until !== '' && until <= first) return { repeat: once, repeats: false }
  return { repeat: { every, until, but: daysOut(event, read) }, repeats: false }
}
