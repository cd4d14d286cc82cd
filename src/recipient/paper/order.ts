import type { SharedAppointment } from '../../record/summary.ts'
import type { Words } from '../../i18n/words.ts'

/** By date; those without one come last. */
export const byDate = (appointments: readonly SharedAppointment[]): readonly SharedAppointment[] =>
  [...appointments].sort((a, b) => (a.start || '9').localeCompare(b.start || '9', 'en'))

/** From the earlier to the later from left to right, also in a line that runs from right to left. */
const span = (from: string, to: string, { language }: Words): string =>
  language.direction === 'rtl' ? `\u2066${from} – ${to}\u2069` : `${from} – ${to}`

/** "fredag 27 november 2026, 10:00 – 11:00"; empty when she has set no date. */
export const whenOf = (appointment: SharedAppointment, words: Words): string => {
  const { dates } = words
  const { start, end, allDay } = appointment
  const day = dates.day(start)
  const sameDay = start.slice(0, 10) === end.slice(0, 10)
  const ending = end && !sameDay ? ` – ${dates.day(end)}` : ''
  if (allDay || !start.includes('T')) return day + ending
  const [from, to] = [dates.clock(start), dates.clock(end)]
  if (!end) return `${day}, ${from}`
  return sameDay ? `${day}, ${span(from, to, words)}` : `${day}, ${from}${ending}, ${to}`
}
