import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Operator } from '../../src/disguise/key.ts'
import { display } from './pressed.ts'

/** A fraction with a positive denominator: exact, and shares no code with the calculator. */
type Fraction = readonly [above: bigint, below: bigint]

const fraction = (text: string): Fraction => {
  const [whole = '', decimals = ''] = text.split('.')
  return [BigInt(whole + decimals), 10n ** BigInt(decimals.length)]
}

const step = ([a, b]: Fraction, operator: Operator, [c, d]: Fraction): Fraction | null => {
  if (operator === '+') return [a * d + c * b, b * d]
  if (operator === '-') return [a * d - c * b, b * d]
  if (operator === '*') return [a * c, b * d]
  return c === 0n ? null : [a * d, b * c]
}

/** Rounds half up at the fifteenth significant digit and writes it as the display does. */
const written = ([above, below]: Fraction): string => {
  if (above === 0n) return '0'
  const size = above < 0n ? -above : above
  let exponent = size.toString().length - below.toString().length
  const atLeast = (e: number) =>
    e >= 0 ? size >= below * 10n ** BigInt(e) : size * 10n ** BigInt(-e) >= below
  while (!atLeast(exponent)) exponent -= 1
  while (atLeast(exponent + 1)) exponent += 1
  const shift = 14 - exponent
  const [up, down] =
    shift >= 0 ? [size * 10n ** BigInt(shift), below] : [size, below * 10n ** BigInt(-shift)]
  const rounded = (2n * up + down) / (2n * down)
  const carried = rounded === 10n ** 15n
  return (
    (above < 0n ? '-' : '') +
    spelt(carried ? 10n ** 14n : rounded, carried ? exponent + 1 : exponent)
  )
}

const spelt = (figures: bigint, exponent: number): string => {
  const text = figures.toString().replace(/0+$/, '')
  if (exponent >= 15 || exponent < -7) {
    const rest = text.length > 1 ? `.${text.slice(1)}` : ''
    return `${text[0]}${rest}E${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`
  }
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${text}`
  const padded = text.padEnd(exponent + 1, '0')
  const decimals = padded.slice(exponent + 1)
  return padded.slice(0, exponent + 1) + (decimals && `.${decimals}`)
}

const number = fc
  .tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.option(fc.integer({ min: 0, max: 99_999 })))
  .map(([whole, decimals]) => (decimals === null ? `${whole}` : `${whole}.${decimals}`))

const chain = fc.tuple(
  number,
  fc.array(fc.tuple(fc.constantFrom<Operator>('+', '-', '*', '/'), number), { maxLength: 4 }),
)

type Steps = readonly (readonly [Operator, string])[]

/** First the products, each by itself, and then what they add up to. */
const worth = (first: string, steps: Steps): Fraction | null => {
  const products: (Fraction | null)[] = [fraction(first)]
  for (const [operator, next] of steps) {
    const number = fraction(next)
    const last = products.at(-1) ?? null
    if (operator === '+') products.push(number)
    else if (operator === '-') products.push([-number[0], number[1]])
    else products[products.length - 1] = last && step(last, operator, number)
  }
  return products.reduce<Fraction | null>((sum, one) => sum && one && step(sum, '+', one), [0n, 1n])
}

test('CALC-1 every chain equals the same chain in exact fractions', () => {
  fc.assert(
    fc.property(chain, ([first, steps]) => {
      const exact = worth(first, steps)
      const typed = first + steps.map(([operator, next]) => operator + next).join('')
      // After a division by zero the next digit begins anew, which the fractions do not know.
      fc.pre(exact !== null)
      expect(display(`${typed}=`)).toBe(exact && written(exact))
    }),
    { numRuns: 3000 },
  )
})
