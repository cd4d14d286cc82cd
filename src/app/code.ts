// Her code is a calculation, because that is what people type on a calculator. It is drawn evenly
// from all that there are: each one has a number, and the number is what is drawn.

/** How many keys a code has. */
export const codeKeys = 12
/** How many operators it has at least, so that it looks like a sum and not like a phone number. */
export const leastOperators = 3

// What has been typed last, as far as the next key depends on it. No number may be worth nothing:
// a division by zero would stop the calculator half-way and draw eyes.
type State =
  'start' | 'operator' | 'zero' | 'zeroPoint' | 'zeroDecimal' | 'whole' | 'point' | 'decimal'
type Way = readonly [keys: string, next: State]

const digits = '0123456789'
const nonZero = '123456789'

const ways: Readonly<Record<State, readonly Way[]>> = {
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

const isEnd = (state: State): boolean => state === 'whole' || state === 'decimal'

const owed = (operators: number, next: State): number =>
  next === 'operator' ? Math.max(0, operators - 1) : operators

const counted = new Map<string, number>()

/** In how many ways a calculation goes on for `keys` more keys with at least `operators` more. */
const count = (state: State, keys: number, operators: number): number => {
  if (keys === 0) return isEnd(state) && operators === 0 ? 1 : 0
  const name = `${state} ${keys} ${operators}`
  const known = counted.get(name)
  if (known !== undefined) return known
  const made = ways[state].reduce(
    (sum, [signs, next]) => sum + signs.length * count(next, keys - 1, owed(operators, next)),
    0,
  )
  counted.set(name, made)
  return made
}

/** How many calculations there are; exact below 2^53, so for up to 14 keys. */
export const countOf = (keys: number, operators: number): number => count('start', keys, operators)

const textAt = (state: State, index: number, keys: number, operators: number): string => {
  if (keys === 0) return ''
  let rest = index
  for (const [signs, next] of ways[state]) {
    const left = owed(operators, next)
    const each = count(next, keys - 1, left)
    if (rest < each * signs.length) {
      return signs.charAt(Math.floor(rest / each)) + textAt(next, rest % each, keys - 1, left)
    }
    rest -= each * signs.length
  }
  throw new RangeError('there is no calculation with this number')
}

/** The calculation with this number, from 0 to `countOf(keys, operators) - 1`. */
export const calculationAt = (index: number, keys: number, operators: number): string =>
  textAt('start', index, keys, operators)

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

const codes = countOf(codeKeys, leastOperators)

/** The strength of a new code in bits. */
export const codeBits = Math.log2(codes)

export const newCode = (): string => calculationAt(below(codes), codeKeys, leastOperators)
