import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newSpoken, readSpoken, showSpoken } from '../../src/share/spoken.ts'

const signs = Array.from('0123456789abcdefghjkmnpqrstvwxyz')
const codes = fc
  .uint8Array({ minLength: 11, maxLength: 11 })
  .map((bytes) => newSpoken(() => new Uint8Array(bytes)))

const changed = (code: string, at: number, sign: string): string =>
  code.slice(0, at) + sign + code.slice(at + 1)

test('SHARE-50 a code has twelve signs in three groups, each of its 55 bits equally likely', () => {
  const drawn = Array.from({ length: 2_000 }, () => newSpoken())
  for (const code of drawn) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{12}$/)
  expect(new Set(drawn).size).toBe(2_000)
  expect(showSpoken(drawn[0] ?? '')).toMatch(/^[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{4}$/)
  const counts = new Map<string, number>()
  for (const code of drawn) for (const sign of code) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  expect(counts.size).toBe(32)
  for (const count of counts.values()) expect(count).toBeGreaterThan(500)
})

test('SHARE-51 a code is read in any case and grouping, with signs that look alike, in digits of any script', () => {
  const [arabic, wide] = ['٠١٢٣٤٥٦٧٨٩', '０１２３４５６７８９']
  const as = (code: string, digits: string): string =>
    code.replace(/\d/g, (digit) => Array.from(digits)[Number(digit)] ?? digit)
  fc.assert(
    fc.property(codes, (code) => {
      const alike = code.replaceAll('0', 'O').replaceAll('1', 'l').replaceAll('v', 'U')
      const typed = [code, showSpoken(code), `${code.slice(0, 4)}-${code.slice(4)}. `, alike]
      for (const one of [...typed, alike.replaceAll('l', 'I'), as(code, arabic), as(code, wide)])
        expect(readSpoken(one)).toEqual({ ok: true, code })
    }),
  )
})

test('SHARE-52 one wrong sign, or two that changed places, are always seen', () => {
  fc.assert(
    fc.property(codes, fc.nat(11), fc.nat(11), fc.constantFrom(...signs), (code, at, to, sign) => {
      const slip = { ok: false, why: 'slip' }
      if (code[at] !== sign) expect(readSpoken(changed(code, at, sign))).toEqual(slip)
      const [one = '', other = ''] = [code[at], code[to]]
      const swapped = changed(changed(code, at, other), to, one)
      if (one !== other) expect(readSpoken(swapped)).toEqual(slip)
    }),
    { numRuns: 500 },
  )
})

test('SHARE-52 what is too short or too long says how many signs it has', () => {
  expect(readSpoken('K7QM 4RXT')).toEqual({ ok: false, why: 'length', count: 8 })
  expect(readSpoken(' – ')).toEqual({ ok: false, why: 'length', count: 0 })
  expect(readSpoken(newSpoken() + '0')).toMatchObject({ why: 'length', count: 13 })
  expect(readSpoken('ЖЖЖЖЖЖЖЖЖЖЖЖ')).toEqual({ ok: false, why: 'slip' })
})
