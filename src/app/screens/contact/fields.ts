import type { Contact, Id, Status, Time } from '../../../record/types.ts'

/** A contact as the form shows it: everything is text, several phones stand on lines of their own. */
export type ContactFields = {
  readonly organisation: string
  readonly person: string
  readonly role: string
  readonly phones: string
  readonly emails: string
  readonly caseNumber: string
  readonly status: Status
  readonly next: string
  readonly nextOn: string
  readonly address: string
  readonly hours: string
  readonly web: string
  readonly note: string
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

export const fieldsOf = (contact: Contact | undefined): ContactFields => ({
  organisation: contact?.organisation ?? '',
  person: contact?.person ?? '',
  role: contact?.role ?? '',
  phones: contact?.phones.map((phone) => phone.number).join('\n') ?? '',
  emails: contact?.emails.join('\n') ?? '',
  caseNumber: contact?.caseNumber ?? '',
  status: contact?.status ?? 'none',
  next: contact?.next ?? '',
  nextOn: contact?.nextOn ?? '',
  address: contact?.address ?? '',
  hours: contact?.hours ?? '',
  web: contact?.web ?? '',
  note: contact?.note ?? '',
})

/** The contact that the form describes; what the form does not show stays as it was. */
export const contactOf = (
  fields: ContactFields,
  id: Id,
  now: Time,
  before: Contact | undefined,
): Contact => ({
  kind: 'contact',
  id,
  organisation: fields.organisation.trim(),
  person: fields.person.trim(),
  role: fields.role.trim(),
  phones: lines(fields.phones).map((number) => ({
    number,
    label: before?.phones.find((phone) => phone.number === number)?.label ?? '',
  })),
  emails: lines(fields.emails),
  caseNumber: fields.caseNumber.trim(),
  status: fields.status,
  next: fields.next.trim(),
  nextOn: fields.nextOn,
  address: fields.address.trim(),
  hours: fields.hours.trim(),
  web: fields.web.trim(),
  note: fields.note.trim(),
  source: before?.source ?? 'own',
  written: before?.written ?? now,
  edited: now,
})
