import type { Phone } from '../record/types.ts'
import type { ImportedContact } from './imported.ts'
import { fieldLimits } from './limits.ts'
import { readNames, spoken } from './names.ts'
import { phoneKey, phoneLabel, readPhone } from './phone.ts'
import { partsOf, textOf, type Property } from './property.ts'
import { tidyFact, tidyLine, tidyText } from './tidy.ts'

/** All that is read from a card. Photos, birthdays and a phone's own additions stay behind: they
 * are heavy, or say more about people than she needs to carry. */
export const wanted: ReadonlySet<string> = new Set([
  'fn',
  'n',
  'nickname',
  'org',
  'title',
  'role',
  'tel',
  'email',
  'adr',
  'label',
  'url',
  'note',
  'x-ablabel',
])

type Card = readonly Property[]

const all = (card: Card, name: string): readonly Property[] =>
  card.filter((property) => property.name === name)

const first = (card: Card, name: string): string =>
  all(card, name)
    .map((property) => textOf(property.value).trim())
    .find(Boolean) ?? ''

const parts = (card: Card, name: string): readonly string[] =>
  all(card, name)
    .map((property) => partsOf(property.value))
    .find((found) => found.some(Boolean)) ?? []

const phonesOf = (card: Card): readonly Phone[] => {
  const own = new Map(all(card, 'x-ablabel').map((label) => [label.group, textOf(label.value)]))
  const found = new Map<string, Phone>()
  for (const { group, types, value } of all(card, 'tel')) {
    const label = phoneLabel(types, group ? (own.get(group) ?? '') : '')
    const phone = readPhone(textOf(value), label)
    if (phone && !found.has(phoneKey(phone.number))) found.set(phoneKey(phone.number), phone)
  }
  return [...found.values()].slice(0, fieldLimits.several)
}

const emailsOf = (card: Card): readonly string[] => {
  const found = all(card, 'email')
    .map(({ value }) => tidyFact(textOf(value).replace(/^mailto:/i, ''), fieldLimits.email))
    .filter((email) => /^[^\s@]+@[^\s@]+$/.test(email))
  return [...new Set(found)].slice(0, fieldLimits.several)
}

const addressOf = (said: readonly string[]): string => {
  const lines = tidyText(said.filter(Boolean).join('\n'), fieldLimits.address).split('\n')
  return tidyLine(lines.filter(Boolean).join(', '), fieldLimits.address)
}

const inOrder = (value: string): readonly string[] => {
  const [box = '', extra = '', street = '', town = '', region = '', code = '', country = ''] =
    partsOf(value)
  return [box, extra, street, `${code} ${town}`.trim(), region, country]
}

const addressesOf = (card: Card): readonly string[] => {
  const found = all(card, 'adr')
    .map(({ value }) => addressOf(inOrder(value)))
    .filter(Boolean)
  const said = found.length > 0 ? found : [addressOf([first(card, 'label')])].filter(Boolean)
  return [...new Set(said)].slice(0, fieldLimits.several)
}

/** An address that a screen may make a link of, or nothing: other schemes can run scripts. */
const readWeb = (value: string): string => {
  const web = tidyFact(value, fieldLimits.web)
  if (/^https?:\/\/[^\s"'<>]+$/i.test(web)) return web
  return /^[a-z0-9åäö-]+(\.[a-z0-9åäö-]+)+(\/[^\s"'<>]*)?$/i.test(web) ? `https://${web}` : ''
}

const isEmpty = (contact: ImportedContact): boolean =>
  contact.phones.length === 0 &&
  contact.emails.length === 0 &&
  contact.addresses.length === 0 &&
  [contact.organisation, contact.person, contact.web, contact.note].every((text) => text === '')

/** The contact of a card; null when the card says nothing that a contact can hold. */
export const readCard = (card: Card): ImportedContact | null => {
  const shown = first(card, 'fn') || spoken(parts(card, 'n')) || first(card, 'nickname')
  const names = readNames(shown, parts(card, 'org'))
  const [phones, emails] = [phonesOf(card), emailsOf(card)]
  // A card without any name would be a blank row: its number or address has to stand for it.
  const nameless = !names.organisation && !names.person
  const contact: ImportedContact = {
    organisation: nameless ? (phones[0]?.number ?? emails[0] ?? '') : names.organisation,
    person: names.person,
    role: tidyLine(first(card, 'title') || first(card, 'role'), fieldLimits.role),
    phones,
    emails,
    addresses: addressesOf(card),
    web:
      all(card, 'url')
        .map(({ value }) => readWeb(textOf(value)))
        .find(Boolean) ?? '',
    hours: '',
    note: tidyText(first(card, 'note'), fieldLimits.note),
    source: 'phone',
  }
  return isEmpty(contact) ? null : contact
}
