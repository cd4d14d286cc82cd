import { isHoliday, weekdayFor } from './daysOff.ts'
import { dayAfter } from './repeat.ts'
import type { LocalTime } from './types.ts'

// Opening hours as people write them, "mån-fre 8-16.30": read if they can be, shown as they stand
// in any case. Days count from Monday, 0 to 6; times are minutes after midnight.

type Span = { readonly days: readonly number[]; readonly from: number; readonly to: number }

/**
 * How it stands: open until a time of day, or shut until `day` (a date) at `clock`. `holiday`: today is one,
 * and hours that are written for a Sunday were taken.
 */
export type Opening = { readonly holiday?: true } & (
  | { readonly open: true; readonly until: string }
  | { readonly open: false; readonly day: string; readonly clock: string }
)

const dayWords = ['mån|mon', 'tis|tue', 'ons|wed', 'tors?|thu', 'fre|fri', 'lör|sat', 'sön|sun']
const anyDay = `(?:${dayWords.join('|')})[a-zåäö]*`
const dayOf = (word: string): number =>
  dayWords.findIndex((stems) => new RegExp(`^(${stems})`).test(word))

const week = [0, 1, 2, 3, 4, 5, 6]
const workdays = [0, 1, 2, 3, 4]

const daysIn = (text: string): readonly number[] => {
  if (/vardag|weekday/.test(text)) return workdays
  const range = new RegExp(`(${anyDay})\\s*(?:[-–—]|till|to)\\s*(${anyDay})`).exec(text)
  if (range) {
    const [first, last] = [dayOf(range[1] ?? ''), dayOf(range[2] ?? '')]
    return week.filter((day) =>
      first <= last ? day >= first && day <= last : day >= first || day <= last,
    )
  }
  const named = [...text.matchAll(new RegExp(anyDay, 'g'))].map(([word]) => dayOf(word))
  return named.length > 0 ? named : week
}

const clockForm = '(\\d{1,2})(?:[.:](\\d\\d))?'
const spanForm = new RegExp(`${clockForm}\\s*(?:[-–—]|till|to)\\s*${clockForm}`, 'g')

const minutes = (hour = '', minute = '0'): number => Number(hour) * 60 + Number(minute)

const isSpan = ({ from, to }: Span): boolean => from < to && to <= 1_440

const spansIn = (piece: string): Span[] => {
  const days = daysIn(piece)
  const found = [...piece.matchAll(spanForm)].map(([, h1, m1, h2, m2]) => ({
    days,
    from: minutes(h1, m1),
    to: minutes(h2, m2),
  }))
  return found.filter(isSpan)
}

/** Hours that begin with a day's name, or times before any: each is a piece with its own days. */
const pieces = (text: string): string[] => text.split(new RegExp(`[;\\n]|,\\s*(?=${anyDay})`))

const vague = /vary|verify|varier|local|evening|kväll/

const read = (hours: string): readonly Span[] => {
  const text = hours.toLowerCase()
  if (vague.test(text)) return []
  if (/dygnet runt|24\s*\/\s*7|round the clock/.test(text))
    return [{ days: week, from: 0, to: 1_440 }]
  return pieces(text).flatMap(spansIn)
}

const clock = (at: number): string =>
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
    if (start !== undefined) return { open: false, day, clock: clock(start) }
  }
  return null
}

/**
 * Whether a place with these hours is open at a wall-clock time in Europe/Stockholm; null when the
 * hours cannot be read. On Sweden's public holidays, and on the three eves when offices are shut, a place keeps
 * the hours of a Sunday, if it has any.
 */
export const openingAt = (hours: string, now: LocalTime): Opening | null => {
  const spans = read(hours)
  if (spans.length === 0 || !/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(now)) return null
  const at = minutes(now.slice(11, 13), now.slice(14, 16))
  const { day, weekday } = dayAt(now, 0)
  const open = spans.find(({ days, from, to }) => days.includes(weekday) && from <= at && at < to)
  const found = open
    ? ({ open: true, until: clock(open.to) } as const)
    : nextOpening(spans, now, at)
  return found && isHoliday(day) ? { ...found, holiday: true } : found
}
