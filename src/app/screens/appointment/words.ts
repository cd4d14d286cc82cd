import type { Words } from '../../../i18n/words.ts'
import { titleOf } from '../../../record/order.ts'
import type { Appointment, ClientRecord } from '../../../record/types.ts'

export const contactOf = (record: ClientRecord, { contact }: Appointment): string => {
  const found = contact ? record.contact.get(contact) : undefined
  return found ? titleOf(found) : ''
}

/** What to call it: its title, else whom it is with, else just "appointment". */
export const nameOf = (record: ClientRecord, appointment: Appointment, words: Words): string =>
  appointment.title || contactOf(record, appointment) || words.t('appointment.untitled')

/** "14:05–15:00", "14:05", or the words for a whole day. Left to right in every language. */
export const hoursOf = (appointment: Appointment, { t, dates }: Words): string => {
  if (appointment.allDay) return t('appointment.allDay')
  const [from, to] = [dates.clock(appointment.start), dates.clock(appointment.end)]
  return to ? `\u2066${from}–${to}\u2069` : from
}
