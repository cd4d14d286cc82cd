import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newPasscode, normalise, showPasscode } from '../../src/share/passcode.ts'
import type { Bytes } from '../../src/share/bytes.ts'

const u32 = (number: number): Bytes => {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, number)
  return bytes
}

test('SHARE-4 a passcode has six digits, shown in two groups', () => {
  for (let run = 0; run < 200; run++) expect(newPasscode()).toMatch(/^\d{6}$/)
  expect(newPasscode(() => u32(42))).toBe('000042')
  expect(showPasscode('000042')).toBe('000 042')
})

test('SHARE-4 numbers that would favour small passcodes are drawn again', () => {
  const draws = [4_294_967_295, 4_294_000_000, 4_293_999_999]
  expect(newPasscode(() => u32(draws.shift() ?? 0))).toBe('999999')
  expect(draws).toEqual([])
})

test('SHARE-5 a passcode may be typed in any script, grouped in any way', () => {
  const ways = ['123456', '123 456', '123-456', ' 12–34–56 ', '１２３４５６', '١٢٣٤٥٦', '۱۲۳ ۴۵۶']
  for (const typed of ways) expect(normalise(typed)).toBe('123456')
  expect(normalise('१२३\u200f४५६')).toBe('123456')
  expect(normalise('Älv Sten BRO')).toBe('älvstenbro')
})

test('SHARE-5 digits of every script become the same ten', () => {
  const rows = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x1040, 0x17e0, 0x116d0, 0x116da, 0x1e950]
  for (const zero of rows) {
    const typed = String.fromCodePoint(...Array.from({ length: 10 }, (_, digit) => zero + digit))
    if (/^\p{Nd}+$/u.test(typed)) expect(normalise(typed)).toBe('0123456789')
  }
})

test('SHARE-5 normalising twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      const once = normalise(typed)
      fc.pre(once.normalize('NFKC').toLowerCase() === once)
      expect(normalise(once)).toBe(once)
    }),
  )
})

test('SHARE-201 three words are one spelling, however they are typed', () => {
  const same = ['Äpple bro ÅKA', 'äpple-bro-åka', 'a\u0308pple  bro\u00a0a\u030aka', 'ÄPPLEBROÅKA']
  expect(new Set(same.map(normalise)).size).toBe(1)
  expect(normalise('äpple bro åka')).not.toBe(normalise('apple bro aka'))
})
