import { expect, test } from 'vitest'
import { keyFor } from '../../src/disguise/typing.ts'

test('CALC-8 digits of every script become the same keys', () => {
  for (const text of [
    '0123456789',
    '٠١٢٣٤٥٦٧٨٩',
    '۰۱۲۳۴۵۶۷۸۹',
    '०१२३४५६७८९',
    '০১২৩৪৫৬৭৮৯',
    '０１２３４５６７８９',
  ]) {
    expect(text.split('').map(keyFor).join('')).toBe('0123456789')
  }
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
