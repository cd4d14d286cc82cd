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
  links: [],
  sensitivity: 'ordinary',
  favourite: false,
  note: '',
}

/** All its case numbers on one line, as a letter or a summary shows them. */
export const caseNumbers = ({ cases }: Pick<Contact, 'cases'>): string =>
  cases.map(({ number }) => number).join(', ')

/** All its addresses as one text. */
export const addressText = ({ addresses }: Pick<Contact, 'addresses'>): string =>
  addresses.join(' · ')
