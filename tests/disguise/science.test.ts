import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blank } from '../../src/disguise/calculator.ts'
import {
  blankScience,
  isScienceKey,
  piecesOf,
  pressScience,
  turnedBack,
  turnedFrom,
  type Science,
} from '../../src/disguise/science/science.ts'
import { shortened } from '../../src/disguise/sum.ts'
import { rounds } from '../thorough.ts'
import { pressed } from './pressed.ts'

const lines = readFileSync(new URL('science.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')

/** Keys by their names, with a space between; a number is its digits, and "deg" turns to radians. */
const keyed = (text: string, from: Science = blankScience): Science =>
  text
    .split(' ')
    .flatMap((word) => (/^[\d.]+$/.test(word) ? word.split('') : [word]))
    .reduce((now, key) => {
      if (key === 'deg') return { ...now, degrees: !now.degrees }
      if (!isScienceKey(key)) throw new Error(`"${key}" is no key`)
      return pressScience(now, key)
    }, from)

const shownBy = ({ stuck, entry }: Science): string =>
  stuck ? '!' : shortened(entry.text.replace(/\.$/, ''))

// Worked out once with eighty digits by another library, outside this project.
describe('golden functions', () => {
  test.each(lines.map((line) => line.split(' > ')))(
    'CALC-13 %s shows %s',
    (keys = '', result = '') => {
      expect(shownBy(keyed(keys))).toBe(result)
    },
  )
})

test('CALC-13 there are at least six hundred golden functions', () => {
  expect(lines.length).toBeGreaterThanOrEqual(600)
})

test('CALC-14 the line above is the sum as people write it', () => {
  expect(piecesOf(keyed('( 2 + 3 ) * 4 ='))).toEqual(['(', '2', '+', '3', ')', '*', '4', '='])
  expect(piecesOf(keyed('2 + 3 * 4'))).toEqual(['2', '+', '3', '*'])
  expect(piecesOf(keyed('30 sin + 1 ='))).toEqual(['sin', '(', '30', ')', '+', '1', '='])
})

test('CALC-14 the number on the left stands until there is one on the right', () => {
  expect(shownBy(keyed('5 *'))).toBe('5')
  expect(shownBy(keyed('5 * 0'))).toBe('0')
  expect(shownBy(keyed('5 * 0 + 3 ='))).toBe('3')
  expect(shownBy(keyed('5 * - 3 ='))).toBe('2')
})

test('CALC-15 a turned phone goes on with the sum that it shows', () => {
  expect(shownBy(keyed('4 =', turnedFrom(pressed('12*3'), true)))).toBe('408')
  expect(shownBy(keyed('=', turnedFrom(pressed('12*3'), true)))).toBe('36')
  expect(shownBy(turnedFrom(pressed('1/0='), true))).toBe('!')
  expect(turnedBack(keyed('2 + ( 3 * 4'))).toBe('14')
  expect(turnedBack(turnedFrom(blank, true))).toBe('0')
})

const names = ['sin', 'cos', 'tan', 'asin', 'ln', 'log', 'sqrt', 'exp', 'factorial', 'inverse']
const anyKey = fc.constantFrom(
  ...'0123456789.+-*/%=CBN()'.split(''),
  ...names,
  'power',
  'root',
  'pi',
  'e',
)

test('CALC-10 no key on the side, in any order, breaks the calculator', () => {
  fc.assert(
    fc.property(fc.array(anyKey, { maxLength: 30 }), (keys) => {
      const now = keys.reduce<Science>(
        (was, key) => (isScienceKey(key) ? pressScience(was, key) : was),
        blankScience,
      )
      expect(shownBy(now)).toMatch(/^(!|-?\d+(\.\d*)?(E[+-]\d+)?)$/)
    }),
    { numRuns: rounds(150, 3000) },
  )
})
