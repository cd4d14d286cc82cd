import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  digitIn,
  digitsOf,
  keyGroupsOf,
  keyOf,
  newRecoveryKey,
} from '../../src/vault/recoveryKey.ts'

const keys = fc.uint8Array({ minLength: 16, maxLength: 16 })
const zeros: readonly number[] = [0x30, 0x660, 0x6f0, 0x966, 0xff10]

/** The same digits in the script whose zero is at this code point. */
const inScript = (digits: string, zero: number): string =>
  Array.from(digits, (digit) => String.fromCodePoint(zero + Number(digit))).join('')

test('BACKUP-1 every key is forty digits and comes back from them', () => {
  fc.assert(
    fc.property(keys, (key) => {
      const digits = digitsOf(key)
      expect(digits).toMatch(/^\d{40}$/)
      expect(keyOf(digits)).toEqual(key)
    }),
  )
  expect(keyOf(digitsOf(new Uint8Array(16)))).toEqual(new Uint8Array(16))
  expect(keyOf(digitsOf(new Uint8Array(16).fill(255)))).toEqual(new Uint8Array(16).fill(255))
})

test('BACKUP-1 digits of any script, in groups or with dashes, are the same key', () => {
  const between = fc.constantFrom(' ', '-', '–', '\u00a0', '\n', '\u200f ', '')
  fc.assert(
    fc.property(keys, between, fc.constantFrom(...zeros), (key, sign, zero) => {
      const groups = keyGroupsOf(digitsOf(key))
      expect(groups.map((group) => group.length)).toEqual([5, 5, 5, 5, 5, 5, 5, 5])
      expect(keyOf(inScript(groups.join(''), zero))).toEqual(key)
      expect(keyOf(` ${groups.join(sign)} `)).toEqual(key)
    }),
  )
})

test('BACKUP-1 keys are drawn by chance and have all their bits', () => {
  const drawn = Array.from({ length: 200 }, newRecoveryKey)
  expect(new Set(drawn.map((key) => key.join())).size).toBe(200)
  const or = drawn.reduce((all, key) => all.map((byte, at) => byte | (key[at] ?? 0)))
  const and = drawn.reduce((all, key) => all.map((byte, at) => byte & (key[at] ?? 0)))
  expect(or).toEqual(new Uint8Array(16).fill(255))
  expect(and).toEqual(new Uint8Array(16))
})

test('BACKUP-2 every single wrong digit is noticed', () => {
  fc.assert(
    fc.property(keys, (key) => {
      const digits = digitsOf(key)
      for (let at = 0; at < 40; at++)
        for (const other of '0123456789') {
          if (other === digits[at]) continue
          expect(keyOf(digits.slice(0, at) + other + digits.slice(at + 1))).toBeNull()
        }
    }),
    { numRuns: 30 },
  )
})

test('BACKUP-2 every two swapped neighbours are noticed', () => {
  fc.assert(
    fc.property(keys, (key) => {
      const digits = digitsOf(key)
      for (let at = 0; at < 39; at++) {
        const [one = '', two = ''] = digits.slice(at, at + 2)
        const swapped = digits.slice(0, at) + two + one + digits.slice(at + 2)
        expect(keyOf(swapped) === null).toBe(one !== two)
      }
    }),
  )
})

test('BACKUP-2 what has another length, other signs or too large a number is no key', () => {
  const digits = digitsOf(new Uint8Array(16).fill(7))
  const texts = ['', digits.slice(1), `${digits}0`, digits.replace(/\d/, 'x'), `+${digits}`]
  expect(texts.map(keyOf)).toEqual(texts.map(() => null))
  const most = 2n ** 128n
  const checked = Array.from('0123456789', (check) => keyOf(`${most}${check}`))
  expect(checked.every((key) => key === null)).toBe(true)
})

test('BACKUP-3 a key of the keyboard is a digit in any script, and nothing else', () => {
  expect(zeros.map((zero) => digitIn(inScript('7', zero)))).toEqual(zeros.map(() => '7'))
  expect(['a', 'Enter', '12', '', '+', 'F1'].map(digitIn)).toEqual(Array(6).fill(null))
})
