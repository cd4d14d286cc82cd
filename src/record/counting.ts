import { isWorkday } from './daysOff.ts'
import { dayAfter, fromMs, msOf } from './wall.ts'
import type { LocalDate } from './types.ts'

// How long a time runs from a day that she gives. That day itself is not counted.

export const units = ['days', 'workdays', 'weeks', 'months', 'years'] as const
export type Span = { readonly count: number; readonly unit: (typeof units)[number] }

/** As far into a shorter month as it goes: a month after 31 January is the last of February. */
const monthsAfter = (day: LocalDate, months: number): LocalDate => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0))
  last.setUTCDate(Math.min(date, last.getUTCDate()))
  return fromMs(last.getTime()).slice(0, 10)
}

const workdaysAfter = (day: LocalDate, count: number): LocalDate => {
  let at = day
  for (let left = count; left > 0 && at !== '';) {
    at = dayAfter(at, 1)
    if (isWorkday(at)) left -= 1
  }
  return at
}

/** A day that the calendar has: there is no 31 February. */
const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(msOf(`${text}T00:00`)) &&
  dayAfter(text, 0) === text

/** The day so long after another; empty when that is none. */
export const dayIn = (from: LocalDate, { count, unit }: Span): LocalDate => {
  if (!isDay(from)) return ''
  if (unit === 'workdays') return workdaysAfter(from, count)
  if (unit === 'months') return monthsAfter(from, count)
  if (unit === 'years') return monthsAfter(from, 12 * count)
  return dayAfter(from, unit === 'weeks' ? 7 * count : count)
}

/** The same day when offices work on it, else the nearest one before it; empty when it is none. */
export const workdayBy = (day: LocalDate): LocalDate =>
  day === '' || isWorkday(day) ? day : workdayBy(dayAfter(day, -1))

/** The same day when offices work on it, else the nearest one after it; empty when it is none. */
export const workdayFrom = (day: LocalDate): LocalDate =>
  day === '' || isWorkday(day) ? day : workdayFrom(dayAfter(day, 1))
