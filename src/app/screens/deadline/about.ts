import type { About } from '../../../record/deadlines.ts'
import type { ClientRecord, Id } from '../../../record/types.ts'

/** What an entry tells of what it is about: a contact's names and kind, an appointment's title and contact. */
export const aboutOf = (
  record: ClientRecord,
  contact: Id | null,
  appointment: Id | null,
): About => {
  const meeting = record.appointment.get(appointment ?? '')
  const whom = record.contact.get(contact ?? meeting?.contact ?? '')
  return {
    type: whom?.type ?? '',
    texts: [
      meeting?.title ?? '',
      meeting?.why ?? '',
      whom?.organisation ?? '',
      whom?.role ?? '',
      whom?.next ?? '',
      whom?.promised ?? '',
    ],
  }
}
