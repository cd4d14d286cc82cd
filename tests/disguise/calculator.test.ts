import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blank, clearsEntry, press, shown, sum } from '../../src/disguise/calculator.ts'
import { keys } from './keys.ts'
import { display, pressed } from './pressed.ts'

const table = (name: string): readonly string[][] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' '))

const [golden, everyday] = [table('golden.txt'), table('everyday.txt')]

// Worked out once with exact fractions, outside this project; some by hand from real calculators.
describe('golden sums', () => {
  test.each(golden)('CALC-1 %s shows %s', (typed = '', result = '') => {
    expect(display(typed)).toBe(result)
  })
})

// What a shop, a bill or a recipe asks for, where other disguises show 3E-1 for 0.3, or an error.
describe('eighteen sums of any day', () => {
  test.each(everyday)('CALC-1 %s shows %s', (typed = '', result = '') => {
    expect(display(typed)).toBe(result)
  })
})

test('CALC-1 there are at least a thousand golden sums', () => {
  expect(golden.length).toBeGreaterThanOrEqual(1000)
})

test('CALC-2 what comes first is worked out at each step, and the line above says only that', () => {
  expect(sum(pressed('2+3'))).toEqual(['2', '+'])
  expect(sum(pressed('2+3+'))).toEqual(['5', '+'])
  expect(sum(pressed('2+3*'))).toEqual(['2', '+', '3', '*'])
  expect(sum(pressed('2+3*4+'))).toEqual(['14', '+'])
  expect(sum(pressed('2+3*4='))).toEqual(['2', '+', '3', '*', '4', '='])
  expect(display('2+3*4=')).toBe('14')
})

test('CALC-3 percent of a sum and percent of a product', () => {
  expect(display('200+10%=')).toBe('220')
  expect(display('200*10%=')).toBe('20')
  expect(display('50%')).toBe('0.5')
})

test('CALC-4 another "=" repeats the last step until a new number is typed', () => {
  expect(display('5+3===')).toBe('14')
  expect(display('5+3=7=')).toBe('7')
})

test('CALC-5 clear takes the number first and then everything', () => {
  const once = press(pressed('12+34'), 'C')
  expect([shown(once), sum(once)]).toEqual(['0', ['12', '+']])
  expect(press(once, 'C')).toEqual(blank)
})

test('CALC-5 clear says beforehand which of the two it will do', () => {
  expect(
    ['', '12', '12+', '12+3', '12+0', '1/0='].map((text) => clearsEntry(pressed(text))),
  ).toEqual([false, true, false, true, false, false])
})

test('CALC-6 after a division by zero only digits and clear go on', () => {
  expect(display('5/0=')).toBe('!')
  expect(display('5/0+3=')).toBe('3')
  expect(sum(pressed('5/0='))).toEqual(['5', '/', '0', '='])
})

test('CALC-6 a number too large to write is no answer either', () => {
  const squares = '9'.repeat(15) + '*='.repeat(10)
  expect(display(squares)).toBe('!')
})

test('CALC-10 every sequence of keys leaves a number or the neutral word', () => {
  fc.assert(
    fc.property(fc.array(keys, { maxLength: 60 }), (typed) => {
      expect(display(typed.join(''))).toMatch(/^(!|-?\d+(\.\d*)?(E[+-]\d+)?)$/)
    }),
    { numRuns: 2000 },
  )
})
