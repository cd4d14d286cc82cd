import type { LocalTime, Time } from './types.ts'

/** Where appointments take place; she may travel, they do not. */
const zone = 'Europe/Stockholm'

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
