import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { convert } from '../../src/disguise/convert/convert.ts'
import { firstPair, kindOf, unitsOf, type Unit } from '../../src/disguise/convert/units.ts'
import { shortened } from '../../src/disguise/sum.ts'

const kinds = [
  'length',
  'mass',
  'volume',
  'temperature',
  'area',
  'speed',
  'time',
  'data',
  'energy',
  'cooking',
].map(kindOf)

const all = kinds.flatMap((kind) => unitsOf(kind))

const unit = (id: string): Unit => {
  const found = all.find((one) => one.id === id)
  if (!found) throw new Error(`there is no ${id}`)
  return found
}

const lines = readFileSync(new URL('convert.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')

// Worked out once from the defining documents with exact fractions, outside this project.
describe('golden conversions', () => {
  test.each(lines.map((line) => line.split(' ')))(
    'UNIT-1 %s %s is %s %s',
    (value = '', from = '', result = '', to = '') => {
      expect(shortened(convert(value, unit(from), unit(to)) ?? '')).toBe(result)
    },
  )
})

test('UNIT-1 there are at least two hundred golden conversions', () => {
  expect(lines.length).toBeGreaterThanOrEqual(200)
})

test('UNIT-2 there and back is the same number, for every two units of a kind', () => {
  const pair = fc
    .constantFrom(...kinds)
    .chain((kind) => fc.tuple(fc.constantFrom(...unitsOf(kind)), fc.constantFrom(...unitsOf(kind))))
  fc.assert(
    fc.property(pair, fc.integer({ min: -999_999, max: 999_999 }), ([from, to], number) => {
      const there = convert(`${number}`, from, to)
      const back = there === null ? null : convert(there, to, from)
      expect(shortened(back ?? '')).toBe(`${number}`)
    }),
  )
})

test('UNIT-3 no two units have one id, and every kind begins with two of its own', () => {
  const ids = all.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const kind of kinds) {
    const own = unitsOf(kind).map(({ id }) => id)
    expect(own).toEqual(expect.arrayContaining([...firstPair[kind]]))
  }
})
