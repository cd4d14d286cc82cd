// Court dates must not turn into another calendar or other digits than the letter shows: every
// formatter forces the Gregorian calendar, Latin digits and the 24-hour clock. See CLDR's defaults
// for fa, th and ckb.

/** Wall-clock text in, readable text out; an empty or malformed date gives an empty text. */
export type Dates = {
  /** "tisdag 24 november 2026" */
  readonly day: (date: string) => string
  /** "tisdag" */
  readonly weekday: (date: string) => string
  /** "tis 24 nov" */
  readonly short: (date: string) => string
  /** "maj 2024", of a text that begins with year and month */
  readonly month: (month: string) => string
  /** "14:05" */
  readonly clock: (localTime: string) => string
  /** An instant (UTC) on the wall in Europe/Stockholm: "24 november 2026 14:05" */
  readonly instant: (time: string) => string
  /** "in 3 days", "tomorrow", by whole days between two wall-clock dates */
  readonly away: (from: string, to: string) => string
}

const dayMs = 86_400_000

/** The wall-clock date as if it were UTC, so that no zone can shift it; null when malformed. */
const wall = (text: string): Date | null => {
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?/.test(text)) return null
  const date = new Date(text.length === 10 ? `${text}T00:00Z` : `${text.slice(0, 16)}Z`)
  return Number.isNaN(date.getTime()) ? null : date
}

const forced = (tag: string): string => `${tag}-u-ca-gregory-nu-latn-hc-h23`

export const dates = (tag: string): Dates => {
  const format = (options: Intl.DateTimeFormatOptions, timeZone = 'UTC') =>
    new Intl.DateTimeFormat(forced(tag), { ...options, timeZone })
  const day = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const weekday = format({ weekday: 'long' })
  const short = format({ weekday: 'short', day: 'numeric', month: 'short' })
  const month = format({ month: 'long', year: 'numeric' })
  const clock = format({ hour: '2-digit', minute: '2-digit' })
  const instant = format({ dateStyle: 'long', timeStyle: 'short' }, 'Europe/Stockholm')
  const relative = new Intl.RelativeTimeFormat(forced(tag), { numeric: 'auto' })
  const show = (formatter: Intl.DateTimeFormat) => (text: string) => {
    const date = wall(text)
    return date ? formatter.format(date) : ''
  }
  return {
    day: show(day),
    weekday: show(weekday),
    short: show(short),
    month: (text) => show(month)(`${text.slice(0, 7)}-01`),
    clock: show(clock),
    instant: (time) => {
      const date = new Date(time)
      return Number.isNaN(date.getTime()) ? '' : instant.format(date)
    },
    away: (from, to) => {
      const [start, end] = [wall(from.slice(0, 10)), wall(to.slice(0, 10))]
      if (!start || !end) return ''
      return relative.format(Math.round((end.getTime() - start.getTime()) / dayMs), 'day')
    },
  }
}
