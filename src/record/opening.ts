import { isHoliday, weekdayFor } from './daysOff.ts'
import type { Span } from './hours.ts'
import { dayAfter } from './wall.ts'
import { spansIn } from './spans.ts'
import type { LocalTime } from './types.ts'

// Opening hours as people write them, "mån-fre 8-16.30": read if they can be, shown as they stand
// in any case.

/**
 * How it stands: open until a time of day, or shut until `day` (a date) at `clock`. `holiday`: today is one,
 * and hours that are written for a Sunday were taken.
 */
export type Opening = { readonly holiday?: true } & (
  | { readonly open: true; readonly until: string }
  | { readonly open: false; readonly day: string; readonly clock: string }
)

const minutes = (hour: string, minute: string): number => Number(hour) * 60 + Number(minute)

/** Minutes after midnight, as a clock shows them: "08:30". */
export const clockAt = (at: number): string =>
  `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`

/** The date `days` after that of `now`, and its day of the week: a holiday is as a Sunday. */
const dayAt = (now: LocalTime, days: number) => {
  const day = dayAfter(now, days)
  return { day, weekday: weekdayFor(day) }
}

const startsOn = (spans: readonly Span[], weekday: number): number[] =>
  spans
    .filter(({ days }) => days.includes(weekday))
    .map(({ from }) => from)
    .sort((a, b) => a - b)

/** No row of holidays is longer. */
const most = 14

/** The next time that it opens, within two weeks; null when it never does. */
const nextOpening = (spans: readonly Span[], now: LocalTime, at: number): Opening | null => {
  for (let ahead = 0; ahead <= most; ahead++) {
    const { day, weekday } = dayAt(now, ahead)
    const start = startsOn(spans, weekday).find((from) => ahead > 0 || from > at)
    if (start !== undefined) return { open: false, day, clock: clockAt(start) }
  }
  return null
}

/**
 * Whether a place with these hours is open at a wall-clock time in Europe/Stockholm; null when the
 * hours cannot be read. On Sweden's public holidays, and on the three eves when offices are shut, a place keeps
 * the hours of a Sunday, if it has any.
 */
export const openingAt = (hours: string, now: LocalTime): Opening | null => {
  const spans = spansIn(hours)
  if (spans.length === 0 || !/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(now)) return null
  const at = minutes(now.slice(11, 13), now.slice(14, 16))
  const { day, weekday } = dayAt(now, 0)
  const open = spans.find(({ days, from, to }) => days.includes(weekday) && from <= at && at < to)
  const found = open
    ? ({ open: true, until: clockAt(open.to) } as const)
    : nextOpening(spans, now, at)
  return found && isHoliday(day) ? { ...found, holiday: true } : found
}
