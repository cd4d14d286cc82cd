import type { Contact, LocalDate, Status } from './types.ts'
import { dayMs, localAt } from './wall.ts'
import type { Wait } from './wait.ts'

/** The waits of a contact whose status became this one today: one begins, or those that ran end. */
export const waitsAfter = (
  waits: readonly Wait[],
  status: Status,
  today: LocalDate,
): readonly Wait[] => {
  if (status !== 'theirs') return waits.map((wait) => (wait.to ? wait : { ...wait, to: today }))
  return waits.some(({ to }) => to === '') ? waits : [...waits, { from: today, to: '' }]
}

const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / dayMs) || 0)

/** What an earlier version kept tells no beginning: then it is at least since the last change. */
export const waitsOf = ({ waits, status, edited }: Contact): readonly Wait[] =>
  status === 'theirs' && !waits.some(({ to }) => to === '')
    ? [...waits, { from: localAt(edited).slice(0, 10), to: '' }]
    : waits

/** Whole days of a wait, up to today while it runs. */
export const daysOf = ({ from, to }: Wait, today: LocalDate): number =>
  daysBetween(from, to || today)

/** Whole days of the wait that still runs; null when she waits for nothing here. */
export const daysWaiting = (contact: Contact, today: LocalDate): number | null => {
  const running = waitsOf(contact).find(({ to }) => to === '')
  return contact.status === 'theirs' && running ? daysOf(running, today) : null
}
