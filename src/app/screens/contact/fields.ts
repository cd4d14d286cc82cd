import { areas } from '../../../record/areas.ts'
import { blankContact } from '../../../record/contact.ts'
import { caseKindOf, caseKinds, type Case } from '../../../record/reach.ts'
import { waitsAfter } from '../../../record/waits.ts'
import { localAt } from '../../../record/wall.ts'
import { followed, numberKey, waysOf } from '../../../record/ways.ts'
import type { Contact, Id, Time } from '../../../record/types.ts'

/** A contact as the form shows it: everything is text, several of a thing stand on lines of their own. */
export type ContactFields = Pick<
  Contact,
  | 'organisation'
  | 'person'
  | 'role'
  | 'type'
  | 'level'
  | 'status'
  | 'next'
  | 'nextOn'
  | 'hours'
  | 'web'
  | 'holds'
  | 'promised'
  | 'sensitivity'
  | 'note'
> & {
  readonly phones: string
  readonly emails: string
  readonly addresses: string
  /** "police 5000-K1-26": the kind, a space, the number; a line for each. */
  readonly cases: string
  /** With spaces between. */
  readonly needs: string
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** The numbers as they stand in the form, the empty ones too: she may be about to fill them. */
export const casesIn = (text: string): Case[] =>
  text.split('\n').map((line) => {
    const [word = '', ...rest] = line.split(' ')
    const kind = caseKinds.find((one) => one === word)
    return kind ? { kind, number: rest.join(' ') } : { kind: caseKindOf(line), number: line }
  })

export const caseText = (cases: readonly Case[]): string =>
  cases.map(({ kind, number }) => `${kind} ${number}`).join('\n')

export const fieldsOf = (contact: Contact | undefined): ContactFields => {
  const from = contact ?? blankContact
  const { organisation, person, role, type, level, status, next, nextOn } = from
  const { hours, web, holds, promised, sensitivity, note } = from
  return {
    organisation,
    person,
    role,
    type,
    level,
    status,
    next,
    nextOn,
    hours,
    web,
    holds,
    promised,
    sensitivity,
    note,
    phones: from.phones.map(({ number }) => number).join('\n'),
    emails: from.emails.join('\n'),
    addresses: from.addresses.join('\n'),
    cases: caseText(from.cases),
    needs: from.needs.join(' '),
  }
}

/** As it was called before, however it was spelt. */
const labelOf = (number: string, before: Contact | undefined): string => {
  const phones = before?.phones ?? []
  const same = phones.find((phone) => phone.number === number)
  const key = numberKey(number)
  return (same ?? phones.find((phone) => numberKey(phone.number) === key))?.label ?? ''
}

/** What stands in lists, out of the form's lines. */
const listsOf = (fields: ContactFields, before: Contact | undefined) => ({
  phones: lines(fields.phones).map((number) => ({ number, label: labelOf(number, before) })),
  emails: lines(fields.emails),
  addresses: lines(fields.addresses),
  cases: casesIn(fields.cases)
    .map(({ kind, number }) => ({ kind, number: number.trim() }))
    .filter(({ number }) => number !== ''),
  needs: areas.filter((area) => fields.needs.split(' ').includes(area)),
})

/** What she said of ways that the form has no more: she is told, since it may be wrong for another. */
export const saidAndGone = (before: Contact | undefined, after: Contact): Contact['safety'] =>
  before ? followed(after, [before]).gone.filter(({ way }) => waysOf(before).includes(way)) : []

/** The contact that the form describes; what the form does not show stays as it was. */
export const contactOf = (
  fields: ContactFields,
  id: Id,
  now: Time,
  before: Contact | undefined,
): Contact => {
  const lists = listsOf(fields, before)
  const from = before ?? { ...blankContact, source: 'own', written: now }
  const isNew = fields.status !== from.status
  return {
    ...from,
    waits: isNew ? waitsAfter(from.waits, fields.status, localAt(now).slice(0, 10)) : from.waits,
    ...lists,
    safety: before ? followed(lists, [before]).kept : [],
    id,
    type: fields.type,
    level: fields.level,
    status: fields.status,
    nextOn: fields.nextOn,
    sensitivity: fields.sensitivity,
    organisation: fields.organisation.trim(),
    person: fields.person.trim(),
    role: fields.role.trim(),
    next: fields.next.trim(),
    hours: fields.hours.trim(),
    web: fields.web.trim(),
    holds: fields.holds.trim(),
    promised: fields.promised.trim(),
    note: fields.note.trim(),
    edited: now,
  }
}
