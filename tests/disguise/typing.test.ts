import { expect, test } from 'vitest'
import { keyFor } from '../../src/disguise/typing.ts'

test('CALC-8 digits of every script become the same keys', () => {
  const all = Array.from({ length: 0x11_0000 }, (_, point) => point).filter((point) =>
    /^\p{Nd}$/u.test(String.fromCodePoint(point)),
  )
  const keys = all.map((point) => keyFor(String.fromCodePoint(point))).join('')
  expect(keys.length).toBeGreaterThanOrEqual(600)
  expect(keys).toBe('0123456789'.repeat(keys.length / 10))
  expect(Array.from('٣۳३３', keyFor).join('')).toBe('3333')
})

test('CALC-8 brackets, the power and another percent sign are keys, too', () => {
  expect(['(', ')', '^', '٪'].map(keyFor)).toEqual(['(', ')', 'power', '%'])
  expect(['power', 'root', '12', '√'].map(keyFor)).toEqual([null, null, null, null])
})

test("CALC-8 named keys and other people's signs are understood", () => {
  const typed = [
    'Enter',
    '=',
    'Backspace',
    'Delete',
    'Escape',
    ',',
    '.',
    '٫',
    '×',
    'x',
    '÷',
    ':',
    '%',
  ]
  expect(typed.map(keyFor)).toEqual([
    '=',
    '=',
    'B',
    'C',
    'C',
    '.',
    '.',
    '.',
    '*',
    '*',
    '/',
    '/',
    '%',
  ])
})

test('CALC-8 letters and other keys are no keys of a calculator', () => {
  for (const key of ['C', 'B', 'N', 'a', 'F1', 'Tab', 'Shift', 'ArrowLeft', ' ', 'Dead', '']) {
    expect(keyFor(key)).toBeNull()
  }
})
