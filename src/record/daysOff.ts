import { dayAfter } from './wall.ts'
import type { LocalDate } from './types.ts'

// Swedish public holidays, and the three eves on which offices are shut as well. Worked out for any
// year; the rules are those of the act on public holidays (1989:253), with the national day.

const weekdayOf = (day: LocalDate): number => (new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7

/** Monday is 0. */
const [friday, saturday, sunday] = [4, 5, 6]

const dateIn = (year: number, month: number, day: number): LocalDate =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)

/** Easter Sunday, by the Gregorian computation that Meeus gives. `year` from 1583 on. */
export const easterOf = (year: number): LocalDate => {
  const [golden, century, within] = [year % 19, Math.floor(year / 100), year % 100]
  const skipped = century - Math.floor(century / 4)
  const lunar = Math.floor((8 * century + 13) / 25)
  const epact = (19 * golden + skipped - lunar + 15) % 30
  const wander = epact - Math.floor((golden + 11 * epact) / 319)
  const leaps = 2 * (century % 4) + 2 * Math.floor(within / 4) - (within % 4)
  const toSunday = (leaps - wander + 32) % 7
  const at = wander + toSunday
  const month = Math.floor((at + 90) / 25)
  return dateIn(year, month, (at + month + 19) % 32)
}

/** The first such weekday on or after a day. */
const next = (weekday: number, day: LocalDate): LocalDate =>
  dayAfter(day, (weekday - weekdayOf(day) + 7) % 7)

const moving = (year: number): LocalDate[] => {
  const easter = easterOf(year)
  const midsummerEve = next(friday, dateIn(year, 6, 19))
  return [
    ...[-2, 0, 1, 39, 49].map((days) => dayAfter(easter, days)),
    midsummerEve,
    dayAfter(midsummerEve, 1),
    next(saturday, dateIn(year, 10, 31)),
  ]
}

const fixed = ['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31']

const known = new Map<number, ReadonlySet<LocalDate>>()

/** Every public holiday of a year, and midsummer's, Christmas and New Year's eve. */
const holidaysIn = (year: number): ReadonlySet<LocalDate> => {
  const made = known.get(year)
  if (made) return made
  const days = new Set([...fixed.map((day) => `${year}-${day}`), ...moving(year)])
  known.set(year, days)
  return days
}

/** A public holiday or one of the three eves, whichever day of the week it is. */
export const isHoliday = (day: LocalDate): boolean => {
  const year = Number(day.slice(0, 4))
  return year >= 1583 && holidaysIn(year).has(day)
}

/** A day on which offices work: no weekend, no holiday, no eve. */
export const isWorkday = (day: LocalDate): boolean => weekdayOf(day) < saturday && !isHoliday(day)

/** Monday is 0; a holiday is as a Sunday. */
export const weekdayFor = (day: LocalDate): number => (isHoliday(day) ? sunday : weekdayOf(day))
