import type { Contact } from '../record/types.ts'

// A card for the phone's own contacts: version 3.0, which every phone reads. Each fact is named here by
// hand; her notes, case numbers and next steps stay in the record.

const octets = 75

const sizeOf = (letter: string): number => {
  const code = letter.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

/** Cut into lines of at most 75 octets, never inside a letter; each further line begins with a space. */
const fold = (line: string): string => {
  let folded = ''
  let size = 0
  for (const letter of line) {
    const more = sizeOf(letter)
    if (size + more > octets) {
      folded += '\r\n '
      size = 1
    }
    folded += letter
    size += more
  }
  return folded
}

const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r\n|\r|\n/g, '\\n')

const some = (name: string, text: string): string[] => (text ? [`${name}:${escaped(text)}`] : [])

const types: ReadonlyMap<string, string> = new Map([
  ['mobile', 'CELL'],
  ['work', 'WORK'],
  ['home', 'HOME'],
  ['main', 'WORK,VOICE'],
  ['fax', 'WORK,FAX'],
])

const phoneLine = ({ label, number }: Contact['phones'][number]): string =>
  `TEL;TYPE=${types.get(label) ?? 'VOICE'}:${escaped(number)}`

/** The facts of a contact that a phone's own contacts may have. */
export type CardFacts = Pick<
  Contact,
  'organisation' | 'person' | 'role' | 'phones' | 'emails' | 'addresses' | 'web'
>

/** One vCard 3.0, with CR LF line ends. `uid` is not written: nothing ties the card to the record. */
export const writeCard = (contact: CardFacts): string => {
  const { organisation, person, role, phones, emails, addresses, web } = contact
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${escaped(person || organisation)}`,
    `N:${escaped(person)};;;;`,
    ...some('ORG', organisation),
    ...some('TITLE', role),
    ...phones.map(phoneLine),
    ...emails.map((email) => `EMAIL;TYPE=INTERNET:${escaped(email)}`),
    ...addresses.map((address) => `ADR:;;${escaped(address)};;;;`),
    ...some('URL', web),
    'END:VCARD',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}
