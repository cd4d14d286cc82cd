import { whoIn } from '../../../record/who.ts'
import { listOf } from '../../../record/record.ts'
import { dayAfter } from '../../../record/wall.ts'
import type { ClientRecord, Contact, LocalDate, LocalTime } from '../../../record/types.ts'

/** Days that a new appointment is likely on: today and the six after it. */
export const likelyDays = (now: LocalTime): readonly LocalDate[] =>
  Array.from({ length: 7 }, (_, days) => dayAfter(now, days))

const most = 4

/** The contacts that she touched last, in an appointment or by themselves; ended ones are left out. */
export const likelyContacts = (record: ClientRecord): readonly Contact[] => {
  const touched = new Map(listOf(record, 'contact').map(({ id, edited }) => [id, edited]))
  for (const appointment of record.appointment.values())
    for (const id of whoIn(appointment)) {
      const known = touched.get(id)
      if (known !== undefined && known < appointment.edited) touched.set(id, appointment.edited)
    }
  return listOf(record, 'contact')
    .filter(({ status }) => status !== 'ended')
    .toSorted((a, b) => (touched.get(b.id) ?? '').localeCompare(touched.get(a.id) ?? ''))
    .slice(0, most)
}
