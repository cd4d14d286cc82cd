import type { LocalTime } from '../record/types.ts'

/** The days of a week as calendar files call them, from Sunday on. */
export const weekdays: readonly string[] = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

/** A time on the wall as if the wall were in UTC: milliseconds that no zone can shift. */
export type Wall = number

const form = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/

/** "2026-11-23T16:00:00" or "2026-11-23", years 1900 to 2199; null for what no calendar has. */
export const wallOf = (text: string): Wall | null => {
  const found = form.exec(text)
  if (!found) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0))
  if (year < 1900 || year > 2199) return null
  const wall = Date.UTC(year, month - 1, day, hour, minute)
  const same = new Date(wall).toISOString().startsWith(`${found[1]}-${found[2]}-${found[3]}`)
  return same && hour < 24 && minute < 60 ? wall : null
}

export const localTime = (wall: Wall): LocalTime => new Date(wall).toISOString().slice(0, 16)
