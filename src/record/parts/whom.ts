import type { Id } from '../types.ts'
import type { Around } from './shape.ts'

/** Who it is with is a fact about that contact: it goes along only if the contact's name does. */
export const nameOf = (id: Id | null, { record, parts }: Around): string => {
  const part = parts.find((one) => one.kind === 'contact' && one.id === id)
  const contact = part && record.contact.get(part.id)
  if (!contact || contact.sensitivity === 'never') return ''
  const organisation = part.fields.includes('organisation') ? contact.organisation : ''
  return organisation || (part.fields.includes('person') ? contact.person : '')
}

/** Whose it is is a fact about that child: it goes along only where she shares the child, and by name. */
export const childOf = (id: Id | null, { record, parts }: Around): string => {
  const part = parts.find((one) => one.kind === 'child' && one.id === id)
  return part?.fields.includes('called') ? (record.child.get(part.id)?.name ?? '') : ''
}
