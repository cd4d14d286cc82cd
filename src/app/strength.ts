import { isFromDate, weighed } from './pattern.ts'

// How long a code holds against a computer that has a copy of the phone's files. For what was drawn by
// chance the count is known; for what a person chose it is estimated, and rather too low.

/** How many codes a strong computer tries in a second: each one takes 64 MiB three times over. */
const triesASecond = 2000
const minute = 60
const hour = 3_600
const day = 86_400
const year = 31_557_600

/** The end of a locale key: strength.<unit>; `moment` has no count. */
export type Span = {
  readonly unit: 'moment' | 'minutes' | 'hours' | 'days' | 'years'
  readonly count: number
}

const units = [
  ['years', year],
  ['days', day],
  ['hours', hour],
  ['minutes', minute],
] as const

/** Until such a computer has found a code of this strength, on average, to one figure. */
export const spanOf = (bits: number): Span => {
  const seconds = 2 ** (bits - 1) / triesASecond
  const found = units.find(([, length]) => seconds >= length)
  if (!found) return { unit: 'moment', count: 0 }
  const [unit, length] = found
  return { unit, count: Number((seconds / length).toPrecision(1)) }
}

type Refused = 'date' | 'repeat' | 'run'

/** The end of a locale key: code.weak.<why>. */
export type Weak = 'short' | 'keys' | Refused

/** `why`: the reason that a code is refused; null when it may be hers. */
export type Strength = { readonly bits: number; readonly why: Weak | null }

const operator = /[-+*/]/

/** A person's operators: the first is a choice, the next ones are mostly the same again. */
const operatorBits = (code: string): number => {
  const used = Array.from(code).filter((key) => operator.test(key))
  return used.length === 0 ? 0 : 2 + (new Set(used).size - 1) + 0.3 * (used.length - 1)
}

/** The bits of all digits that are not merely typed again. */
const digitBits = (code: string): number => {
  const pieces = code.split(operator).map((piece) => piece.replace('.', ''))
  const apart = [...new Set(pieces)].reduce((sum, piece) => sum + weighed(piece).bits, 0)
  return Math.min(apart, weighed(pieces.join('')).bits)
}

/** What refuses digits: a date, or little else than repeats and runs. */
const patternIn = (digits: string): Refused | null => {
  if (isFromDate(digits)) return 'date'
  const parts = weighed(digits).parts.filter(
    ({ pattern }) => pattern === 'repeat' || pattern === 'run',
  )
  const covered = parts.reduce((sum, { length }) => sum + length, 0)
  if (covered === 0 || covered * 3 < digits.length * 2) return null
  const [longest] = parts.toSorted((a, b) => b.length - a.length)
  return longest?.pattern === 'repeat' ? 'repeat' : 'run'
}

const whyNot = (code: string, least: number): Weak | null => {
  if (code.length < least) return 'short'
  if (!/^\d/.test(code) || !/\d$/.test(code)) return 'keys'
  return patternIn(code.replace(/\D/g, ''))
}

/** A code that a person chose, in plain keys, and the least number of keys that it must have. */
export const strengthOf = (code: string, least: number): Strength => ({
  bits: digitBits(code) + operatorBits(code),
  why: whyNot(code, least),
})
