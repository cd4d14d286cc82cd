import { expect, test } from 'vitest'
import { built, textOf } from './dist.ts'
import { edgesOf } from './edges.ts'

const scripts = (): readonly string[] => built('app').filter((path) => path.endsWith('.js'))

/** Scripts that a worker starts with: they are named by their address from the root. The service
 * worker's list names every file so, and starts none. */
const workers = (): readonly string[] => {
  const texts = scripts()
    .filter((path) => path !== 'sw.js')
    .map((path) => textOf('app', path))
  return scripts().filter(
    (path) =>
      /\bonmessage=/.test(textOf('app', path)) &&
      texts.some((text) => /["'`]/.test(text.charAt(text.indexOf(`/${path}`) - 1))),
  )
}

const importersOf = (worker: string): readonly string[] =>
  scripts().filter((path) =>
    edgesOf(new Map([[path, textOf('app', path)]])).some((edge) => edge.to === worker),
  )

test('HOUSE-15 no script imports the first script of a worker', () => {
  expect(workers()).toHaveLength(1)
  expect(workers().flatMap(importersOf)).toEqual([])
})

test('HOUSE-15 an import of a first script would be seen', () => {
  const late = new Map([['a/late.js', 'import{a}from"./first.js";a()']])
  expect(edgesOf(late).map((edge) => edge.to)).toEqual(['a/first.js'])
})
