import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rounds } from '../thorough.ts'
import { createDesk, deskAfter } from './desk.ts'

const table = (name: string): readonly string[][] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' > '))

const [lines, desk] = [table('science.txt'), table('desk.txt')]

const shownAfter = (keys: string): string => deskAfter(keys).shown().replace(/\.$/, '')

// Worked out once with eighty digits by another library, outside this project.
describe('golden functions', () => {
  test.each(lines)('CALC-13 %s shows %s', (keys = '', result = '') => {
    expect(shownAfter(keys)).toBe(result)
  })
})

// Worked out once with exact fractions, from the sums as a person would write them.
describe('golden memory, signs, brackets, corrections and turns', () => {
  test.each(desk)('CALC-400 %s shows %s', (keys = '', result = '') => {
    expect(shownAfter(keys)).toBe(result)
  })
})

test('CALC-13 there are at least six hundred golden functions', () => {
  expect(lines.length).toBeGreaterThanOrEqual(600)
})

const above = (keys: string): readonly string[] => deskAfter(keys).machine.view().pieces

test('CALC-14 on its side the line above is the sum as people write it', () => {
  expect(above('turn ( 2 + 3 ) * 4 =')).toEqual(['(', '2', '+', '3', ')', '*', '4', '='])
  expect(above('turn ( 2 + 3 ) 4 =')).toEqual(['(', '2', '+', '3', ')', '*', '4', '='])
  expect(above('turn 2 + 3 * 4')).toEqual(['2', '+', '3', '*'])
  expect(above('turn 30 sin + 1 =')).toEqual(['sin', '(', '30', ')', '+', '1', '='])
  expect(above('turn 1 / 3 = +')).toEqual(['0.333333333333333', '+'])
})

test('CALC-14 the number on the left stands until there is one on the right', () => {
  expect(shownAfter('5 *')).toBe('5')
  expect(shownAfter('5 * 0')).toBe('0')
  expect(shownAfter('5 * 0 + 3 =')).toBe('3')
  expect(shownAfter('5 * - 3 =')).toBe('2')
})

const names = ['sin', 'cos', 'tan', 'asin', 'ln', 'log', 'sqrt', 'exp', 'factorial', 'inverse']
const beyond = ['(', ')', 'power', 'root', 'pi', 'e', 'deg', 'M+', 'M-', 'MR', 'MC']
const anyKey = fc.oneof(
  { arbitrary: fc.constantFrom(...'0123456789.'.split('')), weight: 4 },
  { arbitrary: fc.constantFrom(...'+-*/%=CBN'.split('')), weight: 3 },
  { arbitrary: fc.constantFrom(...names, ...beyond), weight: 2 },
)

test('CALC-10 no key on the side, in any order, breaks the calculator', () => {
  fc.assert(
    fc.property(fc.array(anyKey, { maxLength: 30 }), (keys) => {
      const one = createDesk()
      keys.forEach(one.press)
      expect(one.shown()).toMatch(/^(!|-?\d+(\.\d*)?(E[+-]\d+)?)$/)
    }),
    { numRuns: rounds(150, 3000) },
  )
})

test('CALC-15 turning the phone changes no number, at any moment, and nothing that comes of it', () => {
  const turned = fc.array(fc.tuple(anyKey, fc.boolean()), { maxLength: 25 })
  fc.assert(
    fc.property(turned, (keys) => {
      const [still, turning] = [createDesk(), createDesk()]
      for (const [key, turn] of keys) {
        still.press(key)
        turning.press(key)
        const before = turning.shown()
        if (turn) turning.press('turn')
        expect(turning.shown()).toBe(before)
        expect(turning.shown()).toBe(still.shown())
      }
      expect(turning.traces).toEqual(still.traces)
    }),
    { numRuns: rounds(150, 3000) },
  )
})

const code = '12*34-5.6+78'

test('KEY-400 where the display is clear, nothing is left in the keyhole, whatever was pressed before', () => {
  fc.assert(
    fc.property(fc.array(anyKey, { maxLength: 25 }), (keys) => {
      const one = createDesk()
      keys.forEach(one.press)
      // The key says what it will do: "C" takes back a number, "AC" everything.
      const { clears } = one.machine.view()
      one.press('C')
      if (!clears) expect(one.typed()).toBe('')
      one.press('C')
      for (const key of code) one.press(key)
      expect(one.typed()).toBe(code)
    }),
    { numRuns: rounds(300, 5000) },
  )
})

test('KEY-401 keys that change no number are none of a code, and what they ended is not in it', () => {
  const typed = (keys: string): string => deskAfter(keys).typed()
  expect(typed('5 + 0 C 1 2 3')).toBe('123')
  expect(typed('deg MC 1 2 * 3')).toBe('12*3')
  expect(typed('5 M+ 1 2 * 3')).toBe('12*3')
  expect(typed('9 M+ MR 1 2 * 3')).toBe('12*3')
  expect(typed('9 sqrt 1 2 * 3')).toBe('12*3')
  expect(typed('50 % 1 2 * 3')).toBe('12*3')
  expect(typed('5 + 3 = N 1 2 * 3')).toBe('12*3')
  expect(typed('0 0 1 2 * 0 0 . . 3')).toBe('12*0.3')
  expect(typed('1 2 + * 3')).toBe('12*3')
  expect(typed('turn 1 2 + B * 3')).toBe('12*3')
  expect(typed('1 2 * 7 B B B 2 * 3')).toBe('12*3')
  expect(typed('( 1 2 * 3')).not.toBe('12*3')
})

test('KEY-402 deleting takes the same from the keyhole as from the display', () => {
  const plain = fc.constantFrom(...'123456789+-*/B'.split(''))
  fc.assert(
    fc.property(fc.array(plain, { maxLength: 14 }), (keys) => {
      const [one, other] = [createDesk(), createDesk()]
      keys.forEach(one.press)
      // Typed anew, what the keyhole holds goes on as what is on the display.
      for (const key of one.typed()) other.press(key)
      for (const desk of [one, other]) desk.press('5')
      expect(other.machine.view()).toEqual(one.machine.view())
    }),
    { numRuns: rounds(300, 5000) },
  )
})
