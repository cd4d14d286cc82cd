import { levels, areas, type Level } from './areas.ts'
import {
  caseKindOf,
  caseKinds,
  contactTypes,
  linkKinds,
  sensitivities,
  uses,
  type Case,
  type ContactType,
  type Link,
  type Safety,
} from './reach.ts'
import { statuses, type Contact, type Phone } from './types.ts'
import { readWaits } from './wait.ts'
import { fieldsOf, list, oneOf, text, times, type Fields } from './fields.ts'

const readPhone = (value: unknown): Phone => {
  const { label, number } = fieldsOf(value)
  return { label: text(label), number: text(number) }
}

const readCase = (value: unknown): Case => {
  const { kind, number } = fieldsOf(value)
  return { kind: oneOf(kind, caseKinds, 'other'), number: text(number) }
}

const readSafety = (value: unknown): Safety => {
  const { way, use, how } = fieldsOf(value)
  // What she meant may have been lost: then she is asked to think.
  return { way: text(way), use: oneOf(use, uses, 'careful'), how: text(how) }
}

const readLink = (value: unknown): Link => {
  const { to, kind } = fieldsOf(value)
  return { to: text(to), kind: oneOf(kind, linkKinds, 'talk') }
}

const kept = (value: unknown): string[] => list(value, text).filter(Boolean)

/** The first version had one address, in lines. */
const readAddresses = (from: Fields): string[] =>
  Array.isArray(from['addresses'])
    ? kept(from['addresses'])
    : kept([
        text(from['address'])
          .trim()
          .replace(/\s*\n\s*/g, ', '),
      ])

/** The first version had one case number, of no said kind. */
const readCases = (from: Fields): Case[] => {
  const one = text(from['caseNumber'])
  if (Array.isArray(from['cases']))
    return list(from['cases'], readCase).filter(({ number }) => number)
  return one ? [{ kind: caseKindOf(one), number: one }] : []
}

export const readContact = (id: string, from: Fields): Contact => ({
  kind: 'contact',
  id,
  organisation: text(from['organisation']),
  person: text(from['person']),
  role: text(from['role']),
  type: oneOf<ContactType>(from['type'], contactTypes, ''),
  level: oneOf<Level | ''>(from['level'], levels, ''),
  needs: areas.filter((area) => list(from['needs'], text).includes(area)),
  phones: list(from['phones'], readPhone),
  emails: list(from['emails'], text),
  addresses: readAddresses(from),
  safety: list(from['safety'], readSafety).filter(({ way }) => way !== ''),
  web: text(from['web']),
  hours: text(from['hours']),
  cases: readCases(from),
  holds: text(from['holds']),
  promised: text(from['promised']),
  status: oneOf(from['status'], statuses, 'none'),
  next: text(from['next']),
  nextOn: text(from['nextOn']),
  waits: readWaits(from['waits']),
  links: list(from['links'], readLink).filter(({ to }) => to !== ''),
  sensitivity: oneOf(from['sensitivity'], sensitivities, 'ordinary'),
  favourite: from['favourite'] === true,
  note: text(from['note']),
  source: text(from['source']),
  ...times(from),
})
