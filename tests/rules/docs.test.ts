import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { expect, test } from 'vitest'
import { roomNames } from './map.ts'
import { list, read, root } from './tree.ts'

const documents = list('*.md', 'docs/**/*.md')

const manifest: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
  read('package.json'),
)

/** Examples in code blocks may name what is not there. */
const prose = (text: string): string => text.replace(/^```[^]*?^```/gm, '')

const all = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found)

const links = (path: string): readonly string[] =>
  all(prose(read(path)), /\]\(([^)\s]+)\)/g)
    .filter((link) => !/^(https?:|mailto:|#)/.test(link))
    .map((link) => join(dirname(path), link.replace(/#.*$/, '')))

/** Paths between backticks from the root: `src/vault/`, `tests/rules/map.ts`. A star, angle brackets
 * or dots stand for something that varies; what a command makes is not in the project. */
const paths = (path: string): readonly string[] =>
  all(prose(read(path)), /`((?:src|tests|tools|docs|locales|public|\.ci)\/[^`\s]*)`/g).filter(
    (named) => !/[*<{…]|\.\.\./.test(named),
  )

const missing = (of: (path: string) => readonly string[]): readonly string[] =>
  documents.flatMap((path) =>
    of(path)
      .filter((named) => !existsSync(join(root, named)))
      .map((named) => `${path} names ${named}`),
  )

test('HOUSE-11 every link in the documents leads somewhere', () => {
  expect(documents.flatMap(links).length).toBeGreaterThan(5)
  expect(missing(links)).toEqual([])
})

test('HOUSE-11 every path that the documents name exists', () => {
  expect(documents.flatMap(paths).length).toBeGreaterThan(5)
  expect(missing(paths)).toEqual([])
})

test('HOUSE-11 every command that the documents name exists', () => {
  const named = documents.flatMap((path) => all(read(path), /\bnpm run ([\w:-]+)/g))
  expect(named.length).toBeGreaterThan(0)
  expect(named.filter((name) => !Object.hasOwn(manifest.scripts, name))).toEqual([])
})

test('HOUSE-11 every script of package.json runs a file that exists', () => {
  const files = Object.values(manifest.scripts).flatMap((line) => all(line, /\bnode (\S+)/g))
  expect(files.length).toBeGreaterThan(5)
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
})

test('HOUSE-12 the first lines of the README start and test it', () => {
  const head = read('README.md').split('\n').slice(0, 15)
  expect(head).toContain('npm ci && npm start')
  expect(head).toContain('npm ci && npm test')
})

test('HOUSE-12 every room has a line in ARCHITECTURE.md', () => {
  const text = read('docs/ARCHITECTURE.md')
  expect(roomNames.filter((room) => !text.includes(`\`src/${room}/\``))).toEqual([])
})

test('HOUSE-12 the change log says what is new', () => {
  expect(read('CHANGELOG.md')).toMatch(/^## (Unreleased|\d+\.\d+\.\d+)/m)
})
