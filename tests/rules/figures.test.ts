import { expect, test } from 'vitest'
import { lineOf } from '../bench/figures.ts'

test('HOUSE-300 the bench says beside a figure what its budget allows, and whether that was met', () => {
  const row = { name: 'save', value: 2.04, unit: 'ms', limit: 2 }
  expect(lineOf(row)).toMatch(/2\.04 ms +missed \(2\.00\)$/)
  expect(lineOf({ ...row, value: 1.9 })).toMatch(/1\.90 ms +met \(2\.00\)$/)
  expect(lineOf({ ...row, value: 350.4, limit: 350 })).toMatch(/350 ms +met \(350\)$/)
  expect(lineOf({ ...row, value: NaN })).toMatch(/missed/)
  expect(lineOf({ name: 'save', value: 2, unit: 'ms' })).not.toMatch(/met|missed/)
})
