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

test('CALC-7 digits are Latin in every language, because the keys are', () => {
  for (const tag of ['ar-EG', 'fa', 'ckb', 'bn', 'mr', 'my', 'ne', 'th-u-nu-thai']) {
    expect(figures(tag).show('1234567890.5')).toMatch(/^[\d\s\p{P}]+$/u)
    expect(figures(tag).show('1234567890.5').replace(/\D/g, '')).toBe('12345678905')
  }
})

test('CALC-7 a tag that no engine knows still writes numbers', () => {
  expect(figures('zxx').show('12.5')).toMatch(/^12.5$/)
  expect(figures('not_a_tag').show('12.5')).toMatch(/^12.5$/)
})

test('CALC-7 operators are printed with their own signs', () => {
  expect(['*', '/', '-', '+', '='].map(signOf)).toEqual(['×', '÷', '−', '+', '='])
  expect(signOf('12')).toBeNull()
})
