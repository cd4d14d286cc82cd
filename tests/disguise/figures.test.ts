import { expect, test } from 'vitest'
import { figures, signOf } from '../../src/disguise/figures.ts'

const plain = (text: string): string => text.replace(/\s/g, ' ')

test('CALC-7 Swedish groups with a space and has a decimal comma', () => {
  const { show, decimal } = figures('sv-SE')
  expect([decimal, plain(show('1234567.50')), show('-12.')]).toEqual([',', '1 234 567,50', '−12,'])
})

test('CALC-7 English groups with a comma, and large numbers keep their exponent', () => {
  const { show } = figures('en-GB')
  expect(['1234.5', '1.5E+20', '1.5E-9', '-0', '0.0'].map(show)).toEqual([
    '1,234.5',
    '1.5E20',
    '1.5E−9',
    '−0',
    '0.0',
  ])
})

test('CALC-7 digits are those of the phone, on the display and on the keys', () => {
  const digits = (tag: string): readonly string[] => [
    figures(tag).digits('0123456789'),
    figures(tag)
      .show('1234567890.5')
      .replace(/[^\p{Nd}]/gu, ''),
  ]
  expect(digits('ar-EG')).toEqual(['٠١٢٣٤٥٦٧٨٩', '١٢٣٤٥٦٧٨٩٠٥'])
  expect(digits('fa')).toEqual(['۰۱۲۳۴۵۶۷۸۹', '۱۲۳۴۵۶۷۸۹۰۵'])
  expect(digits('ckb')).toEqual(['٠١٢٣٤٥٦٧٨٩', '١٢٣٤٥٦٧٨٩٠٥'])
  expect(digits('sv')).toEqual(['0123456789', '12345678905'])
  expect(figures('ar-EG').show('-1.5E+20')).toBe('−١٫٥E٢٠')
})

test('CALC-7 a tag that no engine knows still writes numbers', () => {
  expect(figures('zxx').show('12.5')).toMatch(/^12.5$/)
  expect(figures('not_a_tag').show('12.5')).toMatch(/^12.5$/)
})

test('CALC-7 operators are printed with their own signs', () => {
  expect(['*', '/', '-', '+', '='].map(signOf)).toEqual(['×', '÷', '−', '+', '='])
  expect(signOf('12')).toBeNull()
})
