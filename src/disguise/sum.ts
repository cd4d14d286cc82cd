import Big from 'big.js'
import type { Operator } from './key.ts'

/** How many significant digits are shown, as on a desk calculator. */
export const digits = 15

// More digits are carried than shown, so that 1 ÷ 3 × 3 comes back as 1.
const carried = 50
const largest = 999

// A copy of big.js of our own: its settings are global to a constructor.
const division = Big()
division.RM = Big.roundHalfUp

const divide = (a: Big, b: Big): Big => {
  // big.js counts decimals in a quotient, not significant digits.
  division.DP = Math.max(0, carried - (a.e - b.e))
  return division(a).div(b)
}

const work = (a: Big, operator: Operator, b: Big): Big => {
  if (operator === '+') return a.plus(b)
  if (operator === '-') return a.minus(b)
  if (operator === '*') return a.times(b)
  return divide(a, b)
}

/** Rounded to what is carried; null when too large, 0 when too small to write. */
export const settle = (result: Big): string | null => {
  if (result.e > largest) return null
  if (result.e < -largest) return '0'
  return result.prec(carried, Big.roundHalfUp).toString()
}

/** A decimal text that `Big` reads, or null when the sum has no answer (division by zero, too large). */
export const calculate = (left: string, operator: Operator, right: string): string | null => {
  const [a, b] = [Big(left), Big(right)]
  return operator === '/' && b.eq(0) ? null : settle(work(a, operator, b))
}

/** The number with its sign changed; zero has no sign. */
export const negated = (value: string): string => {
  const number = Big(value)
  return number.eq(0) ? '0' : number.neg().toString()
}

/** "1234.5" or, when that would be too long, "1.2345E+20": at most 15 significant digits. */
export const shortened = (value: string): string => {
  const number = Big(value).prec(digits, Big.roundHalfUp)
  if (number.eq(0)) return '0'
  return number.e < digits && number.e >= -7
    ? number.toFixed()
    : number.toExponential().replace('e', 'E')
}
