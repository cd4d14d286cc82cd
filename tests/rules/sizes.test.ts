import { parseSync, Visitor } from 'vite'
import { expect, test } from 'vitest'
import { ourCode, type Tree } from './tree.ts'

const mostLines = 250
const mostOfFunction = (path: string): number => (path.endsWith('.tsx') ? 60 : 40)

const linesOf = (text: string): number => text.replace(/\n$/, '').split('\n').length

const longFiles = (tree: Tree): readonly string[] =>
  [...tree]
    .filter(([, text]) => linesOf(text) > mostLines)
    .map(([path, text]) => `${path}: ${linesOf(text)} lines`)

type Span = { readonly start: number; readonly end: number }

const longFunctions = (path: string, text: string): readonly string[] => {
  const found: string[] = []
  const measure = ({ start, end }: Span): void => {
    const lines = linesOf(text.slice(start, end))
    const at = linesOf(text.slice(0, start))
    if (lines > mostOfFunction(path)) found.push(`${path}:${at}: ${lines} lines`)
  }
  const visitor = new Visitor({
    ArrowFunctionExpression: measure,
    FunctionDeclaration: measure,
    FunctionExpression: measure,
  })
  visitor.visit(parseSync(path, text).program)
  return found
}

test('HOUSE-4 no file is over 250 lines', () => {
  expect(longFiles(ourCode())).toEqual([])
  expect(longFiles(new Map([['src/app/a.ts', 'a\n'.repeat(251)]]))).toHaveLength(1)
})

test('HOUSE-5 no function is over 40 lines, or 60 where it draws', () => {
  expect([...ourCode()].flatMap(([path, text]) => longFunctions(path, text))).toEqual([])
  const planted = `export const a = () => {\n${'  f()\n'.repeat(40)}}\n`
  expect(longFunctions('src/app/a.ts', planted)).toHaveLength(1)
  expect(longFunctions('src/app/a.tsx', planted)).toEqual([])
})
