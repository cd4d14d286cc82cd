import type { SharedAppointment } from '../../record/summary.ts'
import type { Words } from '../../i18n/words.ts'

/** By date; those without one come last. */
export const byDate = (appointments: readonly SharedAppointment[]): readonly SharedAppointment[] =>
  [...appointments].sort((a, b) => (a.start || '9').localeCompare(b.start || '9', 'en'))

/** "fredag 27 november 2026, 10:00 – 11:00"; empty when she has set no date. */
export const whenOf = (appointment: SharedAppointment, { dates }: Words): string => {
  const { start, end, allDay } = appointment
  const day = dates.day(start)
  const sameDay = start.slice(0, 10) === end.slice(0, 10)
  const ending = end && !sameDay ? ` – ${dates.day(end)}` : ''
  if (allDay || !start.includes('T')) return day + ending
  const from = `${day}, ${dates.clock(start)}`
  if (!end) return from
  return sameDay ? `${from} – ${dates.clock(end)}` : `${from}${ending}, ${dates.clock(end)}`
}
