import { expect, test } from 'vitest'
import { ruleIn, titlesOf } from './titles.ts'
import { read, readTree } from './tree.ts'

const page = read('docs/EXIT.md')
const rows = [...page.matchAll(/^\| (\d+) +\|(.*)\| (\d) +\|$/gm)].map(
  ([, number = '', text = '', points = '']) => ({ number, text, points: Number(points) }),
)

/** Rule ids, not the names of procedures or files. */
const named = (text: string): readonly string[] =>
  [...text.matchAll(/\b[A-Z]{3,}-\d+\b/g)].map(([id]) => id)

test('HOUSE-16 the score has 32 criteria, and its sum is right', () => {
  expect(rows.map(({ number }) => Number(number))).toEqual(
    Array.from({ length: 32 }, (_, n) => n + 1),
  )
  const sum = rows.reduce((total, { points }) => total + points, 0)
  expect(page).toContain(`**Sum: ${sum} of 64.**`)
  expect(rows.filter(({ points }) => points > 2)).toEqual([])
})

test('HOUSE-16 every test that the score names exists', () => {
  const tests = readTree('tests/**/*.{test,journey,contract}.{ts,tsx}')
  const ids = new Set([...tests].flatMap(([path, text]) => titlesOf(path, text).map(ruleIn)))
  const all = rows.flatMap(({ text }) => named(text))
  expect(all.length).toBeGreaterThan(30)
  expect(all.filter((id) => !ids.has(id))).toEqual([])
})

test('HOUSE-16 two points are given only where a test is named', () => {
  const bare = rows.filter(({ text, points }) => points === 2 && named(text).length === 0)
  expect(bare).toEqual([])
})
