import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bitsOf, newCode } from '../../src/app/code.ts'
import { h } from 'preact'
import { Strength } from '../../src/app/screens/code/Strength.tsx'
import { speakHer } from '../../src/app/speak.ts'
import { draw } from '../recipient/draw.ts'
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

test.each(['15081990+1', '42*15081990', '7+15081990-42', '1508-1990+7', '900815*7', '3+150890'])(
  'CODE-200 a date with a few more signs around it is refused: %s',
  (code) => {
    expect(whyOf(code)).toBe('date')
  },
)

test('CODE-200 of codes drawn by chance few are taken for a date', () => {
  const drawn = Array.from({ length: 2_000 }, () => newCode())
  expect(drawn.filter((code) => whyOf(code) === 'date').length).toBeLessThan(60)
})

test('CODE-201 the bits of what chance drew are told, and not those of her own choice', async () => {
  const words = await speakHer('en')
  const told = (bits: number, drawn: boolean) => draw(h(Strength, { words, of: { bits }, drawn }))
  expect(told(bitsOf('sum'), true)).toContain('has 41 bits')
  expect(told(bitsOf('plus'), true)).toContain('has 40 bits')
  expect(told(bitsOf('sum'), false)).not.toContain('bits')
})

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
