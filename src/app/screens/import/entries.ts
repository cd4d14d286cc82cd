import type { ImportedAppointment, ImportedContact } from '../../../exchange/imported.ts'
import { blankContact } from '../../../record/contact.ts'
import type { Marked } from '../../../exchange/merge.ts'
import { phoneKey } from '../../../exchange/phone.ts'
import { bare } from '../../../record/appointment.ts'
import type { Appointment, ClientRecord, Contact, Id, Time } from '../../../record/types.ts'

type Stamp = { readonly id: Id; readonly now: Time }

const newContact = (item: ImportedContact, { id, now }: Stamp): Contact => ({
  ...blankContact,
  ...item,
  id,
  written: now,
  edited: now,
})

/** Adds what she does not have yet. What she wrote herself is never replaced by a file. */
const fillContact = (kept: Contact, item: ImportedContact, now: Time): Contact => {
  const numbers = new Set(kept.phones.map((phone) => phoneKey(phone.number)))
  const emails = new Set(kept.emails.map((email) => email.toLowerCase()))
  return {
    ...kept,
    organisation: kept.organisation || item.organisation,
    person: kept.person || item.person,
    role: kept.role || item.role,
    web: kept.web || item.web,
    hours: kept.hours || item.hours,
    note: kept.note || item.note,
    phones: [...kept.phones, ...item.phones.filter((one) => !numbers.has(phoneKey(one.number)))],
    emails: [...kept.emails, ...item.emails.filter((one) => !emails.has(one.toLowerCase()))],
    addresses: [
      ...kept.addresses,
      ...item.addresses.filter((one) => !kept.addresses.includes(one)),
    ],
    edited: now,
  }
}

export const contactFrom = (
  record: ClientRecord,
  { item, of }: Marked<ImportedContact>,
  stamp: Stamp,
): Contact => {
  const kept = of === null ? undefined : record.contact.get(of)
  return kept ? fillContact(kept, item, stamp.now) : newContact(item, stamp)
}

/** An invitation that comes again has been moved by those who sent it: its times count, her notes stay. */
export const appointmentFrom = (
  record: ClientRecord,
  { item, of }: Marked<ImportedAppointment>,
  { id, now }: Stamp,
): Appointment => {
  const kept = of === null ? undefined : record.appointment.get(of)
  const { uid, title, start, end, allDay, place, note } = item
  return {
    ...(kept ?? bare),
    kind: 'appointment',
    id: kept?.id ?? id,
    uid,
    title: title || (kept?.title ?? ''),
    start,
    end,
    allDay,
    place: place || (kept?.place ?? ''),
    note: kept?.note || note,
    contact: kept?.contact ?? null,
    bring: kept?.bring ?? '',
    written: kept?.written ?? now,
    edited: now,
  }
}
