import { expect, test } from 'vitest'
import { list, read, readTree } from './tree.ts'
import { ruleIn, titlesOf } from './titles.ts'

/** Rule lines look like "- **SUM-3** text"; an example in a code block is none. */
const rulesOf = (text: string): readonly string[] =>
  [...text.replace(/^```[^]*?^```/gm, '').matchAll(/^- \*\*([^*]+)\*\* \S/gm)].map(
    ([, id = '']) => id,
  )

const tests = readTree('tests/**/*.{test,journey,contract}.{ts,tsx}')
const titles = [...tests].flatMap(([path, text]) =>
  titlesOf(path, text).map((title) => ({ path, title, rule: ruleIn(title) })),
)
const rules = [...readTree('docs/SPEC.md', 'docs/spec/*.md').values()].flatMap(rulesOf)

test('HOUSE-10 every test says which rule it holds', () => {
  expect(titles.length).toBeGreaterThan(20)
  expect(titles.filter(({ rule }) => rule === null)).toEqual([])
})

test('HOUSE-10 every test file has tests that this rule can see', () => {
  const unseen = [...tests].filter(([path, text]) => titlesOf(path, text).length === 0)
  expect(unseen.map(([path]) => path)).toEqual([])
})

test('HOUSE-10 every rule has a test', () => {
  const tested = new Set(titles.map(({ rule }) => rule))
  expect(rules.filter((rule) => !tested.has(rule))).toEqual([])
})

test('HOUSE-10 every test has a rule', () => {
  const written = new Set<string | null>(rules)
  expect(titles.filter(({ rule }) => !written.has(rule)).map(({ title }) => title)).toEqual([])
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
    test(
      'A-3 three',
      () => {},
    )
    for (const name of names) test(\`A-4 \${name}\`, () => {})
    test.for([{ a: 'x' }])("A-5 it's five", () => {})
    test.step('no title', () => {})
    const planted = "test('B-1 in a text', () => {})"`
  const ids = titlesOf('a.test.ts', text).map(ruleIn)
  expect(ids).toEqual(['A-1', 'A-2', 'A-3', 'A-4', 'A-5'])
})
