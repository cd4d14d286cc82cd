import fc from 'fast-check'
import { expect, test } from 'vitest'
import { weighed } from '../../src/app/pattern.ts'
import { spanOf, strengthOf } from '../../src/app/strength.ts'

const whyOf = (code: string) => strengthOf(code, 8).why

test.each([
  '19900815',
  '15081990',
  '08151990',
  '15199008',
  '15-08-1990',
  '1990/08/15',
  '15+8+1990',
  '9008151234',
  '199008151234',
  '199008751234',
  '900815-1234',
])('CODE-11 a date or a number made from one is refused: %s', (code) => {
  expect(whyOf(code)).toBe('date')
})

test.each(['900815', '150890', '081590', '901508'])(
  'CODE-11 also with a short year: %s',
  (code) => {
    expect(strengthOf(code, 6).why).toBe('date')
  },
)

test.each(['11111111', '12121212', '1234*1234', '87878787', '471471471', '1+1+1+1+1', '00000000'])(
  'CODE-11 the same again is refused: %s',
  (code) => {
    expect(whyOf(code)).toBe('repeat')
  },
)

test.each(['12345678', '87654321', '13579135', '24682468', '14702580', '74125896', '1+2+3+4+5'])(
  'CODE-11 a run is refused: %s',
  (code) => {
    expect(['run', 'repeat']).toContain(whyOf(code))
  },
)

test.each(['84719362', '391/27*4-86', '62918*37+5', '4072-91.6*38'])(
  'CODE-11 what is no pattern may be hers: %s',
  (code) => {
    expect(whyOf(code)).toBeNull()
  },
)

test('CODE-12 a code must be long enough and look like a sum', () => {
  expect(whyOf('8471936')).toBe('short')
  expect(whyOf('84719362')).toBeNull()
  expect(strengthOf('847193', 6).why).toBeNull()
  expect(whyOf('8471+936+')).toBe('keys')
  expect(whyOf('-84719362')).toBe('keys')
})

test('CODE-13 nothing is worth more than chance would make it', () => {
  const keys = fc.string({ unit: fc.constantFrom(...Array.from('0123456789.+-*/')), maxLength: 30 })
  fc.assert(
    fc.property(keys, (code) => {
      const most = Array.from(code).reduce((sum, key) => sum + (/\d/.test(key) ? 3.33 : 3), 0)
      expect(strengthOf(code, 8).bits).toBeLessThanOrEqual(most)
    }),
  )
})

test.each([
  ['0701740605', 20],
  ['1990', 8],
  ['42*1990+42', 20],
  ['84719362', 21],
])('CODE-13 %s is worth less than %i bits', (code, most) => {
  expect(strengthOf(code, 1).bits).toBeLessThan(most)
})

test('CODE-13 a date inside a longer number is seen', () => {
  const { parts } = weighed('7719900815')
  expect(parts.some(({ pattern, length }) => pattern === 'date' && length >= 8)).toBe(true)
})

test.each([
  [10, 'moment', 0],
  [18.5, 'minutes', 2],
  [26, 'hours', 5],
  [32, 'days', 10],
  [44, 'years', 100],
])('CODE-14 %i bits hold for %s: %i', (bits, unit, count) => {
  expect(spanOf(bits)).toEqual({ unit, count })
})
