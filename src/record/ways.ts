import { plainFigures } from './figures.ts'
import { uses, type Safety } from './reach.ts'
import type { Contact } from './types.ts'

// A number is one however it is spelt, and so is what she said of it: a warning must not hide behind a space.

/** The ways of reaching a contact. */
export type Ways = Pick<Contact, 'phones' | 'emails' | 'addresses'>
type Warned = Ways & Pick<Contact, 'safety'>

export const sameText = (text: string): string => text.trim().toLowerCase()

/** Spellings of one number are one; what has no figure is itself. */
export const numberKey = (number: string): string =>
  plainFigures(number)
    .replace(/\p{Cf}/gu, '')
    .replace(/^\s*(\+|00)\s*46\s*(\(0\))?/, '0')
    .replace(/^\s*\+/, '00')
    .replace(/\D/g, '') || sameText(number)

/** What looks like a number is one, wherever it stands. */
const isNumber = (way: string): boolean =>
  /^[\d\s()+./\p{Cf}\p{Pd}]+$/u.test(plainFigures(way)) && numberKey(way).length > 2

const keyOf = ({ phones }: Pick<Ways, 'phones'>, way: string): string =>
  isNumber(way) || phones.some(({ number }) => number === way)
    ? `number ${numberKey(way)}`
    : sameText(way)

export const waysOf = ({ phones, emails, addresses }: Ways): string[] => [
  ...new Set([...phones.map(({ number }) => number), ...emails, ...addresses]),
]

const strength = ({ use }: Safety): number => uses.indexOf(use)

/** Several words of one way come to the strictest; beside a warning no "any time" stays. */
const strictest = (way: string, said: readonly Safety[]): Safety => {
  const order = said.toSorted((a, b) => strength(b) - strength(a))
  const use = order[0]?.use ?? 'careful'
  const how = order.filter((one) => use === 'yes' || one.use !== 'yes').map((one) => one.how)
  return { way, use, how: [...new Set(how.filter(Boolean))].join('; ') }
}

/** What she said of a way, however it is spelt there; null when nothing. */
export const saidOf = (contact: Warned, way: string): Safety | null => {
  const key = keyOf(contact, way)
  const said = contact.safety.filter((one) => keyOf(contact, one.way) === key)
  return said.length > 0 ? strictest(way, said) : null
}

type Followed = { readonly kept: readonly Safety[]; readonly gone: readonly Safety[] }

/** What was said of the ways of some contacts, as these ways spell them; `gone`: of none of these ways. */
export const followed = (ways: Ways, from: readonly Warned[]): Followed => {
  const there = waysOf(ways)
  const spelling = new Map(there.map((way) => [keyOf(ways, way), way]))
  const said = new Map<string, Safety[]>()
  for (const contact of from)
    for (const one of contact.safety) {
      const key = keyOf(contact, one.way)
      said.set(key, [...(said.get(key) ?? []), one])
    }
  const [kept, gone]: [Safety[], Safety[]] = [[], []]
  for (const [key, words] of said) {
    const way = words.map((one) => one.way).find((one) => there.includes(one)) ?? spelling.get(key)
    if (way === undefined) gone.push(...words)
    else kept.push(strictest(way, words))
  }
  return { kept, gone }
}
