import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  below,
  bitsOf,
  calculationAt,
  codeKeys,
  countOf,
  leastOperators,
  newCode,
} from '../../src/app/code.ts'
import { spanOf } from '../../src/app/strength.ts'
import { blank, press } from '../../src/disguise/calculator.ts'
import { typedWith } from '../../src/app/screens/code/typing.ts'
import { isKey, type Key } from '../../src/disguise/key.ts'
import { noted } from '../../src/disguise/keyhole.ts'

/** The rule once more, written as a person would say it and not as the counting says it. */
const isCalculation = (text: string, operators: number): boolean => {
  const numbers = text.split(/[-+*/]/)
  return (
    numbers.length > operators &&
    !text.startsWith('0') &&
    numbers.every((number) => /^(0|[1-9]\d*)(\.\d+)?$/.test(number) && Number(number) !== 0)
  )
}

const keyFaces = Array.from('0123456789.+-*/')

const all = (keys: number): readonly string[] =>
  keys === 0 ? [''] : all(keys - 1).flatMap((text) => keyFaces.map((key) => text + key))

const codes = countOf(codeKeys, leastOperators)

/** How far counts are from equal, in standard deviations of the chi-square statistic. */
const unevenness = (counts: readonly number[]): number => {
  const expected = counts.reduce((sum, one) => sum + one, 0) / counts.length
  const chi = counts.reduce((sum, one) => sum + (one - expected) ** 2 / expected, 0)
  const freedom = counts.length - 1
  return (chi - freedom) / Math.sqrt(2 * freedom)
}

test('CODE-1 every code is a calculation of twelve keys', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (number) => {
      const code = calculationAt(number % codes, codeKeys, leastOperators)
      expect(code).toHaveLength(codeKeys)
      expect(isCalculation(code, leastOperators), code).toBe(true)
    }),
  )
})

test('CODE-1 the first and the last code are calculations, and there is none beyond', () => {
  for (const index of [0, codes - 1]) {
    expect(isCalculation(calculationAt(index, codeKeys, leastOperators), leastOperators)).toBe(true)
  }
  expect(() => calculationAt(codes, codeKeys, leastOperators)).toThrow(RangeError)
})

test('CODE-40 where a disguise has digits and plus alone, so has its code', () => {
  for (let round = 0; round < 300; round += 1) {
    const code = newCode('plus')
    expect(code).toMatch(/^[1-9]\d*(\+[1-9]\d*)+$/)
    expect(code).toHaveLength(codeKeys)
  }
  const short = countOf(4, 1, 'plus')
  const made = Array.from({ length: short }, (_, index) => calculationAt(index, 4, 1, 'plus'))
  const wanted = all(4).filter((text) => /^[1-9]\d*(\+[1-9]\d*)+$/.test(text))
  expect(made.toSorted()).toEqual(wanted.toSorted())
  expect(bitsOf('plus')).toBeCloseTo(40, 1)
  expect(spanOf(bitsOf('plus'))).toEqual({ unit: 'years', count: 9 })
})

test('CODE-2 a code never stops the calculator half-way', () => {
  for (let round = 0; round < 300; round += 1) {
    const keys = Array.from(`${newCode()}=`).filter(isKey)
    expect(keys).toHaveLength(codeKeys + 1)
    expect(keys.reduce(press, blank).stuck).toBe(false)
  }
})

test.each([
  [1, 0],
  [2, 0],
  [3, 1],
  [4, 1],
  [5, 1],
  [5, 2],
])(
  'CODE-3 of %i keys with %i operators, all are counted and each has one number',
  (keys, least) => {
    const wanted = all(keys).filter((text) => isCalculation(text, least))
    const made = Array.from({ length: countOf(keys, least) }, (_, index) =>
      calculationAt(index, keys, least),
    )
    expect(made.toSorted()).toEqual(wanted.toSorted())
  },
)

const plainKeys = '0123456789.+-*/B'.split('').filter(isKey)

test('CODE-400 what the set-up takes is what the keyhole holds after the same keys', () => {
  const keys = fc.array(fc.constantFrom<Key>(...plainKeys), { maxLength: 38 })
  fc.assert(
    fc.property(keys, (pressed) => {
      expect(pressed.reduce<string>(typedWith, '')).toBe(pressed.reduce(noted, ''))
    }),
  )
  expect('0070..5+*30'.split('').reduce(typedWith, '')).toBe('70.5*30')
})

test('CODE-4 a number below a limit is drawn anew rather than bent', () => {
  const drawn = [2 ** 53 - 1, 2 ** 53 - 2, 7]
  expect(below(5, () => drawn.shift() ?? 0)).toBe(2)
  expect(below(2 ** 52, () => 2 ** 52 + 3)).toBe(3)
})

test('CODE-4 numbers are drawn evenly', () => {
  const counts = Array.from({ length: 97 }, () => 0)
  for (let round = 0; round < 50_000; round += 1) {
    const number = below(97)
    counts[number] = (counts[number] ?? 0) + 1
  }
  expect(unevenness(counts)).toBeLessThan(6)
})

test('CODE-4 short calculations are drawn evenly, and uneven counts are seen', () => {
  const counts = new Map<string, number>()
  const limit = countOf(3, 1)
  for (let round = 0; round < limit * 100; round += 1) {
    const text = calculationAt(below(limit), 3, 1)
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  expect(counts.size).toBe(limit)
  expect(unevenness([...counts.values()])).toBeLessThan(6)
  expect(unevenness([100, 100, 150, 100, 50])).toBeGreaterThan(6)
})

test('CODE-5 twelve keys hold 41.7 bits: about 30 years for a strong computer', () => {
  expect(codes).toBe(3_593_094_593_472)
  expect(bitsOf('sum')).toBeCloseTo(41.708, 3)
  expect(spanOf(bitsOf('sum'))).toEqual({ unit: 'years', count: 30 })
  expect(spanOf(bitsOf('sum') + 1)).toEqual({ unit: 'years', count: 60 })
})
