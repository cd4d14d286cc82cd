import type { LocalDate, LocalTime, Time } from './types.ts'

/** Where appointments take place; she may travel, they do not. */
export const zone = 'Europe/Stockholm'

const wall = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  dateStyle: 'short',
  timeStyle: 'short',
})

/** The wall clock in Sweden at an instant: "2026-11-23T16:00"; empty when there is no such instant. */
export const localAt = (time: Time): LocalTime => {
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? '' : wall.format(date).replace(' ', 'T')
}

/** Every day on the wall has as many. */
export const dayMs = 86_400_000

/** A time on the wall as if the wall were in UTC, in ms: no clock change moves it. NaN when malformed. */
export const msOf = (local: LocalTime): number => Date.parse(`${local}Z`)

/** The wall's time at such a number of ms; empty when it is none, or has a year of more than four digits. */
export const fromMs = (ms: number): LocalTime => {
  const date = new Date(ms)
  const text = Number.isNaN(date.getTime()) ? '' : date.toISOString()
  return /^\d/.test(text) ? text.slice(0, 16) : ''
}

/** The day so many days later; empty when it is none. */
export const dayAfter = (date: LocalDate, days: number): LocalDate =>
  fromMs(msOf(`${date.slice(0, 10)}T00:00`) + days * dayMs).slice(0, 10)

/** So many minutes before, on the same wall. */
export const minutesBefore = (local: LocalTime, minutes: number): LocalTime => {
  const ms = msOf(local)
  return Number.isNaN(ms) ? '' : fromMs(ms - minutes * 60_000)
}

/** The Monday of a day's week. */
export const weekOf = (date: LocalDate): LocalDate => {
  const weekday = new Date(msOf(`${date.slice(0, 10)}T00:00`)).getUTCDay()
  return dayAfter(date, -((weekday + 6) % 7))
}
