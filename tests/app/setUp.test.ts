import { expect, test } from 'vitest'
import { figures } from '../../src/disguise/figures.ts'
import { newCode } from '../../src/app/code.ts'
import { whenClosed } from '../../src/app/newer.ts'
import { setDisguise } from '../../src/app/pad.ts'
import { speakHer } from '../../src/app/speak.ts'
import {
  decimalOf,
  differentGroup,
  groupsOf,
  keyFor,
  mostKeys,
  signOf,
  typedWith,
} from '../../src/app/screens/code/typing.ts'
import { askToKeep, promisedBy } from '../../src/app/promised.ts'

const code = '12*34-5.6+78'

const typed = (keys: string): string => Array.from(keys).reduce(typedWith, '')

test('SETUP-1 a code stands in three groups of four keys, whole or half typed', () => {
  expect(groupsOf(code, 'sum')).toEqual(['12*3', '4-5.', '6+78'])
  expect(groupsOf('12*34', 'sum')).toEqual(['12*3', '4', ''])
  expect(groupsOf('', 'sum')).toEqual(['', '', ''])
})

test('SETUP-1 words stand as their numbers, and a code of her own four keys at a time', () => {
  const sum = '2628+7246+5267+46773'
  expect(groupsOf(sum, 'words')).toEqual(['2628+', '7246+', '5267+', '46773'])
  expect(groupsOf('2628+72', 'words')).toEqual(['2628+', '72'])
  expect(groupsOf('', 'words')).toEqual([''])
  expect(groupsOf('12345*678', 'own')).toEqual(['1234', '5*67', '8'])
  expect(differentGroup('2628+7246+5267+4677', sum, 'words')).toBe(3)
  expect(differentGroup('2628+7246', sum, 'words')).toBe(1)
  expect(differentGroup(`${sum}+1`, sum, 'words')).toBe(3)
  expect(differentGroup('12345', '1234', 'own')).toBe(1)
  expect(differentGroup(sum, sum, 'words')).toBeNull()
})

test.each(['sv-SE', 'en-GB', 'ar', 'de-CH', 'C', ''])(
  'SETUP-2 a code looks as on the calculator in %s',
  (tag) => {
    expect(decimalOf(tag)).toBe(figures(tag).decimal)
  },
)

test('SETUP-2 a code shows the signs that stand on the keys', () => {
  expect(Array.from(code, (key) => signOf(key, 'sv-SE')).join('')).toBe('12×34−5,6+78')
})

test('SETUP-3 the same code is right, and the first group that differs is named', () => {
  expect(differentGroup(code, code, 'sum')).toBeNull()
  expect(differentGroup('22*34-5.6+78', code, 'sum')).toBe(0)
  expect(differentGroup('12*34-5.6+79', code, 'sum')).toBe(2)
  expect(differentGroup('12*34-5', code, 'sum')).toBe(1)
  expect(differentGroup('', code, 'sum')).toBe(0)
})

test('SETUP-3 no other code is taken for the right one', () => {
  for (let round = 0; round < 100; round += 1) {
    const other = newCode()
    expect(differentGroup(other, code, 'sum') === null).toBe(other === code)
  }
})

test('SETUP-4 keys are typed, taken back and cleared', () => {
  expect(typed(code)).toBe(code)
  expect(typed('12B3')).toBe('13')
  expect(typed('12C3')).toBe('3')
  expect(typed('B')).toBe('')
  expect(typed('9'.repeat(mostKeys + 3))).toBe('9'.repeat(mostKeys))
})

test.each([
  ['7', '7'],
  ['٧', '7'],
  ['۷', '7'],
  ['७', '7'],
  [',', '.'],
  ['×', '*'],
  ['Enter', '='],
  ['Backspace', 'B'],
  ['B', null],
  ['C', null],
  ['Escape', null],
  ['Shift', null],
  ['a', null],
])('SETUP-5 the keyboard’s %s is the key %s', (pressed, key) => {
  expect(keyFor(pressed)).toBe(key)
})

test('SETUP-6 the browser’s promise to keep is told as it is', async () => {
  expect(await askToKeep(undefined)).toBe('unknown')
  expect(await askToKeep({})).toBe('unknown')
  expect(await askToKeep({ persist: () => Promise.resolve(true) })).toBe('kept')
  expect(await askToKeep({ persist: () => Promise.resolve(false) })).toBe('refused')
  expect(await askToKeep({ persist: () => Promise.reject(new Error('no')) })).toBe('refused')
})

test('SETUP-6 what it has promised so far is known without asking', async () => {
  expect(await promisedBy({})).toBe('unknown')
  expect(await promisedBy({ persisted: () => Promise.resolve(true) })).toBe('kept')
  expect(await promisedBy({ persisted: () => Promise.resolve(false) })).toBe('refused')
  expect(await promisedBy({ persisted: () => Promise.reject(new Error('no')) })).toBe('refused')
})

test('SETUP-7 a newer version waits until the page has gone for good', () => {
  const page = new EventTarget()
  const leave = (persisted: boolean) =>
    page.dispatchEvent(Object.assign(new Event('pagehide'), { persisted }))
  let closed = 0
  whenClosed(page, () => (closed += 1))
  leave(true)
  expect(closed).toBe(0)
  leave(false)
  expect(closed).toBe(1)
})

test('SETUP-5 where the disguise has digits and plus alone, a keyboard types nothing else', () => {
  setDisguise({ tool: 'timer', pad: 'plus' })
  expect(['7', '+', 'Enter', 'Backspace'].map(keyFor)).toEqual(['7', '+', '=', 'B'])
  expect(['*', '-', '/', '.', ','].map(keyFor)).toEqual([null, null, null, null, null])
  setDisguise({ tool: 'calculator', pad: 'sum' })
  expect(keyFor('*')).toBe('*')
})

test('SETUP-8 what she reads names the disguise that she has, and its keys', async () => {
  setDisguise({ tool: 'timer', pad: 'plus' })
  const words = await speakHer('en')
  expect(words.t('setUp.ready.come')).toBe('Open the timer. Press C. Type your code. Press Start.')
  setDisguise({ tool: 'calculator', pad: 'sum' })
  const others = await speakHer('sv')
  expect(others.t('setUp.ready.come')).toContain('kalkylatorn. Tryck på AC.')
})
