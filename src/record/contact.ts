import type { Contact } from './types.ts'

/** A contact of which nothing is known yet: whoever makes one names only what it knows. */
export const blankContact: Omit<Contact, 'id' | 'source' | 'written' | 'edited'> = {
  kind: 'contact',
  organisation: '',
  person: '',
  role: '',
  type: '',
  level: '',
  needs: [],
  phones: [],
  emails: [],
  addresses: [],
  safety: [],
  web: '',
  hours: '',
  cases: [],
  holds: '',
  promised: '',
  status: 'none',
  next: '',
  nextOn: '',
  waits: [],
  links: [],
  sensitivity: 'ordinary',
  favourite: false,
  note: '',
}
