import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from './tree.ts'

// `npm test` runs the linter on everything. Here it gets faults that it must find: a linter that has
// fallen asleep reports no problem either.

const lines = (count: number): string => '  f()\n'.repeat(count)

const planted: Readonly<Record<string, string>> = {
  'src/app/promises.ts': `export const f = async () => 1
export const lost = () => {
  f()
}
export const asked = () => (f() ? 1 : 2)
export const waited = async () => {
  await 3
}`,
  'src/app/any.ts': 'export const f = (a: any) => a.b!.c',
  'src/app/console.ts': `console.log('her name')`,
  'src/app/silent.ts': '// @ts-ignore\nexport const a = 1',
  'src/app/long.ts': `export const f = () => {\n${lines(41)}}`,
  'src/app/drawn.tsx': `export const f = () => {\n${lines(50)}}`,
  'src/app/drawnLong.tsx': `export const f = () => {\n${lines(61)}}`,
  'src/app/endless.ts': 'export {}\n'.repeat(251),
  'src/app/one.ts': `import { b } from './two.ts'\nexport const a = () => b`,
  'src/app/two.ts': `import { a } from './one.ts'\nexport const b = () => a`,
}

let folder = ''
let report = ''

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'samlad-lint-'))
  for (const [path, text] of Object.entries(planted)) write(path, text)
  for (const name of ['.oxlintrc.json', 'tsconfig.json']) {
    cpSync(join(root, name), join(folder, name))
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const oxlint = join(root, 'node_modules/.bin/oxlint')
  report = spawnSync(oxlint, ['-f', 'unix', 'src'], { cwd: folder, encoding: 'utf8' }).stdout
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const rulesAt = (file: string): readonly string[] =>
  report
    .split('\n')
    .filter((line) => line.startsWith(`src/app/${file}:`))
    .map((line) => /\(([\w-]+)\)\]$/.exec(line)?.[1] ?? '')

test('HOUSE-4 the linter finds a file over 250 lines', () => {
  expect(rulesAt('endless.ts')).toContain('max-lines')
})

test('HOUSE-5 the linter finds a function over 40 lines, or 60 where it draws', () => {
  expect(rulesAt('long.ts')).toContain('max-lines-per-function')
  expect(rulesAt('drawn.tsx')).not.toContain('max-lines-per-function')
  expect(rulesAt('drawnLong.tsx')).toContain('max-lines-per-function')
})

test('HOUSE-13 the linter finds promises that nobody waits for', () => {
  const wanted = ['no-floating-promises', 'no-misused-promises', 'await-thenable']
  expect(rulesAt('promises.ts')).toEqual(expect.arrayContaining(wanted))
})

test('HOUSE-13 the linter finds what hides a fault, and circles', () => {
  expect(rulesAt('any.ts')).toContain('no-explicit-any')
  expect(rulesAt('any.ts')).toContain('no-non-null-assertion')
  expect(rulesAt('console.ts')).toContain('no-console')
  expect(rulesAt('silent.ts')).toContain('ban-ts-comment')
  expect(rulesAt('one.ts')).toContain('no-cycle')
})
