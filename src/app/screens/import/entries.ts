import type { ImportedAppointment, ImportedContact } from '../../../exchange/imported.ts'
import { blankContact } from '../../../record/contact.ts'
import type { Marked } from '../../../exchange/merge.ts'
import { sortOf } from '../../../exchange/sorted.ts'
import type { Service } from '../../../exchange/service.ts'
import { phoneKey } from '../../../exchange/phone.ts'
import { isOwn } from '../../../exchange/invitations.ts'
import type { Repeat } from '../../../record/again.ts'
import { bare } from '../../../record/appointment.ts'
import { daysMoved } from '../../../record/repeat.ts'
import type { Appointment, ClientRecord, Contact, Id, Time } from '../../../record/types.ts'

/** Where a file says otherwise than she does: hers stands, the file's stands, or both are kept. */
export const ways = ['hers', 'theirs', 'both'] as const
export type Way = (typeof ways)[number]

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

/** Sorted as the directory sorts it, where she has said nothing yet. */
export const sortedBy = (contact: Contact, service: Service): Contact => {
  const { type, level, needs } = sortOf(service)
  return {
    ...contact,
    type: contact.type || type,
    level: contact.level || level,
    needs: contact.needs.length > 0 ? contact.needs : needs,
  }
}

const facts = ['organisation', 'person', 'role', 'web', 'hours'] as const

/** What both say, and not the same: hers beside the file's. */
export const differing = (
  kept: Contact,
  item: ImportedContact,
): readonly { readonly hers: string; readonly theirs: string }[] =>
  facts
    .map((fact) => ({ hers: kept[fact], theirs: item[fact] }))
    .filter(({ hers, theirs }) => hers !== '' && theirs !== '' && hers !== theirs)

/** The file's facts where it has any. Her note, and all that no file knows, stays. */
const takeContact = (kept: Contact, item: ImportedContact, now: Time): Contact => ({
  ...fillContact(kept, item, now),
  organisation: item.organisation || kept.organisation,
  person: item.person || kept.person,
  role: item.role || kept.role,
  web: item.web || kept.web,
  hours: item.hours || kept.hours,
})

export const contactFrom = (
  record: ClientRecord,
  { item, of }: Marked<ImportedContact>,
  stamp: Stamp,
  way: Way = 'hers',
): Contact => {
  const kept = of === null ? undefined : record.contact.get(of)
  if (!kept || way === 'both') return newContact(item, stamp)
  return way === 'hers' ? fillContact(kept, item, stamp.now) : takeContact(kept, item, stamp.now)
}

type Called = Pick<Appointment, 'uid' | 'title' | 'place'>

/** What comes back from a calendar of hers may have lost its title there: hers stands. */
const calledBy = (item: ImportedAppointment, kept: Appointment | undefined): Called => {
  const { uid, title, place } = item
  if (kept && isOwn(kept, item)) return { uid: kept.uid, title: kept.title, place: kept.place }
  return { uid, title: title || (kept?.title ?? ''), place: place || (kept?.place ?? '') }
}

/** Days that she took out of a series stay out when it moves. */
const repeatFrom = (item: ImportedAppointment, kept: Appointment | undefined): Repeat => {
  if (!kept) return item.repeat
  if (item.repeats) return kept.repeat
  if (item.repeat.every === 'none') return item.repeat
  const hers = daysMoved(kept.repeat, kept.start, item.start)
  return { ...item.repeat, but: [...new Set([...item.repeat.but, ...hers])] }
}

/** An invitation that comes again, and that she takes: its times count, her notes stay. */
export const appointmentFrom = (
  record: ClientRecord,
  { item, of }: Marked<ImportedAppointment>,
  { id, now }: Stamp,
  way: Way = 'theirs',
): Appointment => {
  const known = of === null ? undefined : record.appointment.get(of)
  if (known && way === 'hers') return known
  const kept = way === 'both' ? undefined : known
  const { start, end, allDay, note } = item
  return {
    ...(kept ?? bare),
    kind: 'appointment',
    id: kept?.id ?? id,
    ...calledBy(item, kept),
    start,
    end,
    allDay,
    repeat: repeatFrom(item, kept),
    note: kept?.note || note,
    contact: kept?.contact ?? null,
    bring: kept?.bring ?? '',
    written: kept?.written ?? now,
    edited: now,
  }
}
