import { expect, test } from 'vitest'
import { titlesOf } from './titles.ts'
import { read, readTree } from './tree.ts'

/** Rows of the last table: what is asked for, and the rule of its journey. */
const asked = [
  ...read('docs/TASKS.md')
    .replace(/^[^]*## What was asked for/, '')
    .matchAll(/^\| ([^|]+?) +\| ([A-Z]+-\d+) +\|$/gm),
].map(([, words = '', rule = '']) => ({ words, rule }))

const titles = [...readTree('tests/journeys/*.journey.ts')].flatMap(([path, text]) =>
  titlesOf(path, text),
)

test('TASKS-3 each thing that was asked for has a journey that is named after it', () => {
  expect(asked.length).toBeGreaterThan(9)
  const without = asked.filter(
    ({ words, rule }) => !titles.some((title) => title.startsWith(`${rule} ${words}`)),
  )
  expect(without).toEqual([])
})
