import type { Pad } from '../disguise/door.ts'

// Her code is a calculation, because that is what people type on a calculator. It is drawn evenly
// from all that there are: each one has a number, and the number is what is drawn.

/** How many keys a code has. */
export const codeKeys = 12
/** How many operators it has at least, so that it looks like a sum and not like a phone number. */
export const leastOperators = 3
/** With plus alone, one must do: each further one leaves fewer codes, as no number begins with 0. */
const least: Readonly<Record<Pad, number>> = { sum: leastOperators, plus: 1 }

// What has been typed last, as far as the next key depends on it. No number may be worth nothing:
// a division by zero would stop the calculator half-way and draw eyes.
type State =
  'start' | 'operator' | 'zero' | 'zeroPoint' | 'zeroDecimal' | 'whole' | 'point' | 'decimal'
type Way = readonly [keys: string, next: State]

const digits = '0123456789'
const nonZero = '123456789'

const sumWays: Readonly<Record<State, readonly Way[]>> = {
  start: [[nonZero, 'whole']],
  operator: [
    [nonZero, 'whole'],
    ['0', 'zero'],
  ],
  zero: [['.', 'zeroPoint']],
  zeroPoint: [
    [nonZero, 'decimal'],
    ['0', 'zeroDecimal'],
  ],
  zeroDecimal: [
    [nonZero, 'decimal'],
    ['0', 'zeroDecimal'],
  ],
  whole: [
    [digits, 'whole'],
    ['.', 'point'],
    ['+-*/', 'operator'],
  ],
  point: [[digits, 'decimal']],
  decimal: [
    [digits, 'decimal'],
    ['+-*/', 'operator'],
  ],
}

/** Some disguises have no other keys than digits and plus. */
const plusWays: Readonly<Record<State, readonly Way[]>> = {
  ...sumWays,
  operator: [[nonZero, 'whole']],
  whole: [
    [digits, 'whole'],
    ['+', 'operator'],
  ],
}

const ways: Readonly<Record<Pad, typeof sumWays>> = { sum: sumWays, plus: plusWays }

const isEnd = (state: State): boolean => state === 'whole' || state === 'decimal'

const owed = (operators: number, next: State): number =>
  next === 'operator' ? Math.max(0, operators - 1) : operators

const counted = new Map<string, number>()

/** In how many ways a calculation goes on for `keys` more keys with at least `operators` more. */
const count = (state: State, keys: number, operators: number, pad: Pad): number => {
  if (keys === 0) return isEnd(state) && operators === 0 ? 1 : 0
  const name = `${pad} ${state} ${keys} ${operators}`
  const known = counted.get(name)
  if (known !== undefined) return known
  const made = ways[pad][state].reduce(
    (sum, [signs, next]) => sum + signs.length * count(next, keys - 1, owed(operators, next), pad),
    0,
  )
  counted.set(name, made)
  return made
}

/** How many calculations there are; exact below 2^53, so for up to 14 keys. */
export const countOf = (keys: number, operators: number, pad: Pad = 'sum'): number =>
  count('start', keys, operators, pad)

type Rest = { readonly index: number; readonly keys: number; readonly operators: number }

const textAt = (state: State, { index, keys, operators }: Rest, pad: Pad): string => {
  if (keys === 0) return ''
  let rest = index
  for (const [signs, next] of ways[pad][state]) {
    const left = owed(operators, next)
    const each = count(next, keys - 1, left, pad)
    if (rest < each * signs.length) {
      const after = { index: rest % each, keys: keys - 1, operators: left }
      return signs.charAt(Math.floor(rest / each)) + textAt(next, after, pad)
    }
    rest -= each * signs.length
  }
  throw new RangeError('there is no calculation with this number')
}

/** The calculation with this number, from 0 to `countOf(keys, operators) - 1`. */
export const calculationAt = (
  index: number,
  keys: number,
  operators: number,
  pad: Pad = 'sum',
): string => textAt('start', { index, keys, operators }, pad)

/** Fifty-three random bits: as many as a number holds exactly. */
const draw = (): number => {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2))
  return (high >>> 11) * 2 ** 32 + low
}

/** A whole number from 0 to `limit - 1`, each as likely; `drawn` gives 53 random bits. */
export const below = (limit: number, drawn = draw): number => {
  const even = 2 ** 53 - (2 ** 53 % limit)
  for (;;) {
    const number = drawn()
    if (number < even) return number % limit
  }
}

/** The strength of a new code in bits, where the disguise has these keys. */
export const bitsOf = (pad: Pad): number => Math.log2(countOf(codeKeys, least[pad], pad))

export const newCode = (pad: Pad = 'sum'): string =>
  calculationAt(below(countOf(codeKeys, least[pad], pad)), codeKeys, least[pad], pad)
