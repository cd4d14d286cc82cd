import { expect, test } from 'vitest'
import { list, read, readTree, type Tree } from './tree.ts'

const idIn = /^[A-Z][A-Z0-9]*(-[A-Z]+)*-\d+\b/

/** Rule lines look like "- **SUM-3** text". */
const rulesOf = (tree: Tree): readonly string[] =>
  [...tree.values()].flatMap((text) =>
    [...text.matchAll(/^- \*\*([^*]+)\*\* \S/gm)].map(([, id = '']) => id),
  )

/** Titles of test('...'), test.each(...)('...') and the like, with whatever stands before the tests
 * of a contract that several stores share. */
const titlesOf = (text: string): readonly string[] =>
  [...text.matchAll(/^\s*(?:test|it)\b[^\n]*?\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gm)]
    .concat([...text.matchAll(/^\s*[\])}]+\)\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gm)])
    .map(([, , title = '']) => title)

const tests = readTree('tests/**/*.{test,journey,contract}.{ts,tsx}')
const titles = [...tests].flatMap(([path, text]) =>
  titlesOf(text).map((title) => ({ path, title, id: idIn.exec(title)?.[0] ?? null })),
)
const rules = rulesOf(readTree('docs/SPEC.md', 'docs/spec/*.md'))

test('HOUSE-10 every test says which rule it holds', () => {
  expect(titles.length).toBeGreaterThan(20)
  expect(titles.filter(({ id }) => id === null)).toEqual([])
})

test('HOUSE-10 every test file has tests that this rule can see', () => {
  const unseen = [...tests].filter(([, text]) => titlesOf(text).length === 0)
  expect(unseen.map(([path]) => path)).toEqual([])
})

test('HOUSE-10 every rule has a test, and every test a rule', () => {
  const tested = new Set(titles.map(({ id }) => id))
  const untested = rules.filter((rule) => !tested.has(rule))
  const unwritten = titles.filter(({ id }) => id !== null && !rules.includes(id))
  expect({ untested, unwritten }).toEqual({ untested: [], unwritten: [] })
})

test('HOUSE-10 no rule has the number of another', () => {
  expect(rules.filter((rule, at) => rules.indexOf(rule) !== at)).toEqual([])
})

test('HOUSE-10 every page of rules is linked from the first one', () => {
  const head = read('docs/SPEC.md')
  const unlinked = list('docs/spec/*.md').filter((path) => !head.includes(path.slice(5)))
  expect(unlinked).toEqual([])
})

test('HOUSE-10 titles are found however a test is written', () => {
  const text = `
test('A-1 one', () => {})
test.each([1, 2])('A-2 two', () => {})
test.each([
  1,
])('A-3 three', () => {})
test(
  'A-4 four',
  () => {},
)
  test(\`A-5 five\`, () => {})
test.for([{ a: 'x' }])("A-6 it's six", () => {})`
  const ids = titlesOf(text).flatMap((title) => idIn.exec(title)?.[0] ?? [])
  expect(new Set(ids)).toEqual(new Set(['A-1', 'A-2', 'A-3', 'A-4', 'A-5', 'A-6']))
})
