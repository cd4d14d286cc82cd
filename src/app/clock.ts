import type { LocalTime, Time } from '../record/types.ts'

/** Where appointments take place; she may travel, they do not. */
const zone = 'Europe/Stockholm'

const wall = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  dateStyle: 'short',
  timeStyle: 'short',
})

/** An instant to the second, as entries keep it. */
export const timeOf = (date: Date): Time => `${date.toISOString().slice(0, 19)}Z`

/** The wall clock in Sweden: "2026-11-23T16:00". */
export const localOf = (date: Date): LocalTime => wall.format(date).replace(' ', 'T')
