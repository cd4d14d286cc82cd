import Big from 'big.js'
import { calculate } from '../sum.ts'
import type { Unit } from './units.ts'

const product = (a: string, b: string): string => Big(a).times(b).toString()

/**
 * `value` is a decimal text; so is the answer, with more digits than are shown. Everything is
 * multiplied before the one division, so that what comes out even is even. Null when too large.
 */
export const convert = (value: string, from: Unit, to: Unit): string | null => {
  const above = product(Big(value).plus(from.added).toString(), product(from.above, to.below))
  const below = product(from.below, to.above)
  const plain = calculate(above, '/', below)
  return plain === null ? null : calculate(plain, '-', to.added)
}
