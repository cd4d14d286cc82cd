import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'vite'
import { beforeAll, expect, test, vi } from 'vitest'

/** `later`: a script that is loaded only when somebody wants what it is for; `from`: what is in it. */
type File = {
  readonly name: string
  readonly text: string
  readonly later: boolean
  readonly from: readonly string[]
}

let files: readonly File[] = []

const textOf = (source: string | Uint8Array): string =>
  typeof source === 'string' ? source : new TextDecoder().decode(source)

beforeAll(async () => {
  // As it is shipped: the tests' own environment would bring along what only developers need.
  vi.stubEnv('NODE_ENV', 'production')
  const built = await build({ mode: 'recipient', logLevel: 'silent', build: { write: false } })
  const outputs = Array.isArray(built) ? built : [built]
  files = outputs.flatMap((output) =>
    'output' in output
      ? output.output.map((file) => ({
          name: file.fileName,
          text: file.type === 'chunk' ? file.code : textOf(file.source),
          later: file.type === 'chunk' && !file.isEntry,
          from: file.type === 'chunk' ? file.moduleIds : [],
        }))
      : [],
  )
}, 60_000)

const weigh = (file: File): number => brotliCompressSync(file.text).length
const words = (): readonly File[] => files.filter(({ name }) => name.endsWith('.json'))
/** Styles that are files of their own are for browsers that cannot take them from the script; the page for
 * whoever helps with the set-up is never loaded by an agency. */
const rest = (): readonly File[] =>
  files.filter(({ name, later }) => !later && !/\.(json|css)$|^begin\.html$/.test(name))

test('RECIPIENT-1 the page is three requests: itself, one script, and the words of one language', () => {
  expect(
    rest()
      .map(({ name }) => name.replace(/^.*\./, ''))
      .toSorted(),
  ).toEqual(['html', 'js'])
  expect(words().length).toBeGreaterThan(1)
  const html = readFileSync('recipient.html', 'utf8')
  expect([...html.matchAll(/<(script|link|img|iframe)\b/g)]).toHaveLength(2)
  expect(html).toContain('<link rel="icon" href="data:,"')
})

test('RECIPIENT-1 it weighs at most 25.5 kB, in whichever language', () => {
  const fixed = rest().reduce((sum, file) => sum + weigh(file), 0)
  const heaviest = Math.max(...words().map(weigh))
  expect(fixed).toBeGreaterThan(5_000)
  expect(fixed + heaviest).toBeLessThanOrEqual(25_500)
})

test('RECIPIENT-2 nothing on the page tells a scanner or a neighbour what it is', () => {
  const html = readFileSync('recipient.html', 'utf8')
  expect(html).toContain('<title>Document</title>')
  expect(html).toMatch(/name="robots" content="noindex/)
  expect(html).not.toMatch(
    /og:|twitter:|name="description"|<style|style=|<script(?! type="module" src)/,
  )
})

const isOf = (folder: string, { from }: File): boolean =>
  from.some((id) => id.includes(`/recipient/${folder}/`))

const lightLater = (folder: string): void => {
  const later = files.filter((file) => file.later)
  const [html] = files.filter(({ name }) => name === 'recipient.html')
  expect(later.some((file) => isOf(folder, file))).toBe(true)
  expect(files.some((file) => !file.later && isOf(folder, file))).toBe(false)
  for (const { name } of later) expect(html?.text).not.toContain(name)
  expect(later.reduce((sum, file) => sum + weigh(file), 0)).toBeLessThanOrEqual(7_000)
}

test('RECIPIENT-31 what it takes to answer is loaded only then, and weighs at most 7 kB', () =>
  lightLater('answer'))

test('RECIPIENT-60 what it takes to load files is loaded only then, in the same 7 kB', () =>
  lightLater('carried'))
