import type { LocalTime, Time } from '../record/types.ts'
import { localAt } from '../record/wall.ts'

/** An instant to the second, as entries keep it. */
export const timeOf = (date: Date): Time => `${date.toISOString().slice(0, 19)}Z`

/** The wall clock in Sweden: "2026-11-23T16:00". */
export const localOf = (date: Date): LocalTime => localAt(timeOf(date))
