import { expect, test } from 'vitest'
import { titlesOf } from './titles.ts'
import { read, readTree } from './tree.ts'

/** Rows of the last table: what is asked for, and the rule of its journey. */
const asked = [
  ...read('docs/TASKS.md')
    .replace(/^[^]*## What was asked for/, '')
    .matchAll(/^\| ([^|]+?) +\| ([A-Z]+-\d+) +\|$/gm),
].map(([, words = '', rule = '']) => ({ words, rule }))

/** Rows of the first table: a task, its touches, and the rule of the journey that counts them. */
const counted = [
  ...read('docs/TASKS.md').matchAll(/^\| ([A-Z][^|]*?) +\| (\d+) +\| ([A-Z]+-\d+) +\|$/gm),
].map(([, task = '', touches, rule = '']) => ({ task, touches: Number(touches), rule }))

const journeys = [...readTree('tests/journeys/*.journey.ts')]

const titles = journeys.flatMap(([path, text]) => titlesOf(path, text))

test('TASKS-3 each thing that was asked for has a journey that is named after it', () => {
  expect(asked.length).toBeGreaterThan(9)
  const without = asked.filter(
    ({ words, rule }) => !titles.some((title) => title.startsWith(`${rule} ${words}`)),
  )
  expect(without).toEqual([])
})

test('TASKS-460 every task of the table takes five touches at most, and its journey reads there how many', () => {
  expect(counted.length).toBeGreaterThan(9)
  const isCounted = ({ task, touches, rule }: (typeof counted)[number]): boolean =>
    touches <= 5 &&
    journeys.some(([path, text]) => {
      const named = titlesOf(path, text).some((title) => title.startsWith(`${rule} `))
      return named && text.includes(`'${task}'`)
    })
  expect(counted.filter((row) => !isCounted(row))).toEqual([])
})
