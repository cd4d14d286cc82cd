import type { Repeat } from './again.ts'
import type { Appointment, LocalDate, LocalTime } from './types.ts'
import { dayAfter, dayMs, fromMs, msOf } from './wall.ts'

const steps: Readonly<Record<string, number>> = {
  day: dayMs,
  week: 7 * dayMs,
  fortnight: 14 * dayMs,
}

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
    Math.floor((from - start) / (every === 'month' ? 31 * dayMs : (steps[every] ?? dayMs))) - 1 ||
      0,
  )

const moved = (appointment: Appointment, start: number): Appointment => {
  const lasts = msOf(appointment.end) - msOf(appointment.start)
  const end = Number.isNaN(lasts) ? '' : fromMs(start + lasts)
  return { ...appointment, start: fromMs(start), end }
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
  if (every !== 'month') return but.map((out) => dayAfter(out, (next - old) / dayMs))
  const months = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
  return but.flatMap((out) => {
    const at = nth({ every, until: '', but: [] }, next, months(out) - months(from))
    return at === null ? [] : [fromMs(at).slice(0, 10)]
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
  return Number.isNaN(last) ? '' : fromMs(last).slice(0, 10)
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
