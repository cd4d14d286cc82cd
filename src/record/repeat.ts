import type { Repeat } from './again.ts'
import type { Appointment, LocalDate, LocalTime } from './types.ts'

const day = 86_400_000
const steps: Readonly<Record<string, number>> = { day, week: 7 * day, fortnight: 14 * day }

/** A time on the wall as if the wall were in UTC, in ms: no clock change moves it. NaN when malformed. */
export const msOf = (local: LocalTime): number => Date.parse(`${local}Z`)

/** The wall's time at such a number of ms; empty when it is none, or has a year of more than four digits. */
export const localAt = (ms: number): LocalTime => {
  const date = new Date(ms)
  const text = Number.isNaN(date.getTime()) ? '' : date.toISOString()
  return /^\d/.test(text) ? text.slice(0, 16) : ''
}

/** The day so many days later; empty when it is none. */
export const dayAfter = (date: LocalDate, days: number): LocalDate =>
  localAt(msOf(`${date.slice(0, 10)}T00:00`) + days * day).slice(0, 10)

/** The nth time after the first; null in a month that lacks the day, as calendars everywhere do. */
const nth = ({ every }: Repeat, start: number, n: number): number | null => {
  if (every !== 'month') return start + n * (steps[every] ?? 0)
  const first = new Date(start)
  const moved = new Date(start)
  moved.setUTCMonth(first.getUTCMonth() + n)
  return moved.getUTCDate() === first.getUTCDate() ? moved.getTime() : null
}

/** A number of the time that surely lies before `from`, so that ten years of days are not counted. */
const before = ({ every }: Repeat, start: number, from: number): number =>
  Math.max(
    0,
    Math.floor((from - start) / (every === 'month' ? 31 * day : (steps[every] ?? day))) - 1 || 0,
  )

const moved = (appointment: Appointment, start: number): Appointment => {
  const lasts = msOf(appointment.end) - msOf(appointment.start)
  const end = Number.isNaN(lasts) ? '' : localAt(start + lasts)
  return { ...appointment, start: localAt(start), end }
}

/** An appointment's last moment as a day, for what covers several. */
const lastDay = ({ start, end }: Appointment): LocalDate => (end || start).slice(0, 10)

function* timesFrom(appointment: Appointment, from: LocalDate): Generator<Appointment> {
  const { repeat, start, end } = appointment
  const first = msOf(start)
  if (Number.isNaN(first)) return
  const lasts = Math.max(0, msOf(end) - first) || 0
  for (let n = before(repeat, first, msOf(`${from}T00:00`) - lasts); ; n++) {
    const at = nth(repeat, first, n)
    if (at === null) continue
    const one = moved(appointment, at)
    const date = one.start.slice(0, 10)
    if ((repeat.until !== '' && date > repeat.until) || date > '9000' || date === '') return
    if (!repeat.but.includes(date) && lastDay(one) >= from) yield one
  }
}

/** Days that were taken out of a series, when its first time moves: each stays the same time of it. */
export const daysMoved = (
  { every, but }: Repeat,
  from: LocalTime,
  to: LocalTime,
): readonly LocalDate[] => {
  const [old, next] = [msOf(`${from.slice(0, 10)}T00:00`), msOf(`${to.slice(0, 10)}T00:00`)]
  if (old === next || Number.isNaN(old) || Number.isNaN(next)) return but
  if (every !== 'month') return but.map((out) => dayAfter(out, (next - old) / day))
  const months = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
  return but.flatMap((out) => {
    const at = nth({ every, until: '', but: [] }, next, months(out) - months(from))
    return at === null ? [] : [localAt(at).slice(0, 10)]
  })
}

/** More times than anybody plans; a file that names more goes on. */
const mostTimes = 2_000

/** The day of the nth time, the first counted; empty when there are more than anybody plans. */
export const dayOfTime = (start: LocalTime, every: Repeat['every'], count: number): LocalDate => {
  if (count > mostTimes) return ''
  let [left, n, last] = [count, 0, msOf(start)]
  for (const first = msOf(start); left > 0 && n < 2 * mostTimes; n++) {
    const at = nth({ every, until: '', but: [] }, first, n)
    if (at === null) continue
    left -= 1
    last = at
  }
  return Number.isNaN(last) ? '' : localAt(last).slice(0, 10)
}

/**
 * Each time that an appointment takes place between two days, both included: the appointment as it
 * is, moved to that day.
 */
export const timesOf = (
  appointment: Appointment,
  from: LocalDate,
  to: LocalDate,
): readonly Appointment[] => {
  if (appointment.repeat.every === 'none')
    return lastDay(appointment) >= from && appointment.start.slice(0, 10) <= to ? [appointment] : []
  const found: Appointment[] = []
  for (const one of timesFrom(appointment, from)) {
    if (one.start.slice(0, 10) > to) break
    found.push(one)
  }
  return found
}

/** Not over yet at `now`; a whole day, or one without an end, lasts until midnight. */
const ahead = ({ start, end, allDay }: Appointment, now: LocalTime): boolean =>
  (allDay || end === '' ? `${(end || start).slice(0, 10)}T23:59` : end) >= now

/** The first time that is not over at `now`; null when there is none. */
export const nextOf = (appointment: Appointment, now: LocalTime): Appointment | null => {
  if (appointment.repeat.every === 'none') return ahead(appointment, now) ? appointment : null
  for (const one of timesFrom(appointment, now.slice(0, 10))) if (ahead(one, now)) return one
  return null
}

/** So many minutes before, on the same wall. */
export const minutesBefore = (local: LocalTime, minutes: number): LocalTime => {
  const ms = msOf(local)
  return Number.isNaN(ms) ? '' : localAt(ms - minutes * 60_000)
}

/** The Monday of a day's week. */
export const weekOf = (date: LocalDate): LocalDate => {
  const weekday = new Date(msOf(`${date.slice(0, 10)}T00:00`)).getUTCDay()
  return dayAfter(date, -((weekday + 6) % 7))
}
