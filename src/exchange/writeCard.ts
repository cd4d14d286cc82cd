import type { Contact } from '../record/types.ts'
import { escaped, folded } from './writtenLine.ts'

// A card for the phone's own contacts: version 3.0, which every phone reads. Each fact is named here by
// hand; her notes, case numbers and next steps stay in the record.

const some = (name: string, text: string): string[] => (text ? [`${name}:${escaped(text)}`] : [])

const types: ReadonlyMap<string, string> = new Map([
  ['mobile', 'CELL'],
  ['work', 'WORK'],
  ['home', 'HOME'],
  ['main', 'WORK,VOICE,MAIN'],
  ['fax', 'WORK,FAX'],
])

type Written = Contact['phones'][number]

/** A word of her own goes beside its number as iPhones do it, which Google's contacts read as well. */
const phoneLines = ({ label, number }: Written, at: number, check: string): string[] => {
  const type = types.get(label)
  const line = `TEL;TYPE=${type ?? 'VOICE'}:${escaped(number)}`
  if (type || !label) return [line]
  const item = `item${at + 1}`
  const said = label === 'check' ? check : label
  return [`${item}.${line}`, `${item}.X-ABLabel:${escaped(said)}`]
}

/** The facts of a contact that a phone's own contacts may have. */
export type CardFacts = Pick<
  Contact,
  'organisation' | 'person' | 'role' | 'phones' | 'emails' | 'addresses' | 'web'
>

/**
 * One vCard 3.0, with CR LF line ends. `check` is what a number that must be looked up first is called, in her
 * language. `uid` is not written: nothing ties the card to the record.
 */
export const writeCard = (contact: CardFacts, check: string): string => {
  const { organisation, person, role, phones, emails, addresses, web } = contact
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${escaped(person || organisation)}`,
    `N:${escaped(person)};;;;`,
    ...some('ORG', organisation),
    ...some('TITLE', role),
    ...phones.flatMap((phone, at) => phoneLines(phone, at, check)),
    ...emails.map((email) => `EMAIL;TYPE=INTERNET:${escaped(email)}`),
    ...addresses.map((address) => `ADR:;;${escaped(address)};;;;`),
    ...some('URL', web),
    'END:VCARD',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}
