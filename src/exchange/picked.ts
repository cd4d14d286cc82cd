import type { ImportedContact } from './imported.ts'
import { fieldLimits, vcardLimits } from './limits.ts'
import { readNames } from './names.ts'
import { phoneKey, readPhone } from './phone.ts'
import { tidyFact, tidyLine } from './tidy.ts'

// What a browser hands over from the phone's own contacts: lists of names, numbers and e-mail addresses.

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const textsOf = (value: unknown): string[] =>
  list(value)
    .filter((one) => typeof one === 'string')
    .slice(0, fieldLimits.several)

const fieldsOf = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])

const phonesOf = (value: unknown): ImportedContact['phones'] => {
  const found = textsOf(value).flatMap((one) => readPhone(one, '') ?? [])
  return [...new Map(found.map((phone) => [phoneKey(phone.number), phone])).values()]
}

const emailsOf = (value: unknown): string[] => [
  ...new Set(
    textsOf(value)
      .map((one) => tidyFact(one, fieldLimits.email))
      .filter((one) => /^[^\s@]+@[^\s@]+$/.test(one)),
  ),
]

const pickedOf = (value: unknown): ImportedContact[] => {
  const from = fieldsOf(value)
  const [phones, emails] = [phonesOf(from.get('tel')), emailsOf(from.get('email'))]
  const name = tidyLine(textsOf(from.get('name'))[0] ?? '', fieldLimits.name)
  if (!name && phones.length + emails.length === 0) return []
  const names = readNames(name || (phones[0]?.number ?? emails[0] ?? ''), [])
  return [
    {
      ...names,
      role: '',
      phones,
      emails,
      addresses: [],
      web: '',
      hours: '',
      note: '',
      source: 'phone',
    },
  ]
}

/** The contacts of a phone's own picker; what is none is passed over. */
export const readPicked = (picked: unknown): readonly ImportedContact[] =>
  list(picked).slice(0, vcardLimits.cards).flatMap(pickedOf)
