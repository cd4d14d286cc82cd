import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { expect, test } from 'vitest'
import { edgesOf } from '../rules/edges.ts'
import { readTree } from '../rules/tree.ts'
import { dropFolder, newFolder } from './given.ts'

// The Containerfile copies single files: what the relay imports must be among them.

const entry = 'src/relay/main.ts'
const prefix = '/samlad/'

/** Paths from the root that a Containerfile's last image has. */
const copiedBy = (text: string): readonly string[] =>
  [...text.matchAll(/^COPY --from=build (.+) \S+$/gm)]
    .flatMap(([, sources = '']) => sources.split(' '))
    .map((path) => path.slice(prefix.length))

/** What a Containerfile takes from the host's folder. */
const takenBy = (text: string): readonly string[] =>
  [...text.matchAll(/^(?:COPY|ADD) (?!--from=)(.+) \S+$/gm)].flatMap(([, sources = '']) =>
    sources.split(' '),
  )

const containerfile = readFileSync('docs/hosting/Containerfile', 'utf8')
const copied = copiedBy(containerfile)
const edges = edgesOf(readTree('src/**/*.{ts,tsx}'))

/** Every file of ours that a file needs when it runs. */
const closureOf = (from: string): ReadonlySet<string> => {
  const all = new Set([from])
  for (const file of all) {
    for (const { from: by, to, kind } of edges) {
      if (by === file && kind !== 'type' && to.startsWith('src/')) all.add(to)
    }
  }
  return all
}

const isCopied = (path: string, paths: readonly string[]): boolean =>
  paths.some((one) => path === one || path.startsWith(`${one}/`))

const missingIn = (paths: readonly string[]): readonly string[] =>
  [...closureOf(entry)].filter((path) => !isCopied(path, paths))

test('RELAY-241 the container has every file that the relay imports, and no other of what is shared', () => {
  expect(closureOf(entry).size).toBeGreaterThan(40)
  expect(missingIn(copied)).toEqual([])
  expect(copied.filter((path) => path.startsWith('src/share')).toSorted()).toEqual(
    [...closureOf(entry)].filter((path) => path.startsWith('src/share')).toSorted(),
  )
  expect(missingIn(copied.filter((path) => !path.endsWith('fields.ts')))).toEqual([
    'src/share/fields.ts',
  ])
})

test('RELAY-441 the build takes what it needs by name, and nothing that a relay keeps beside it', () => {
  const taken = takenBy(containerfile)
  const whole = readdirSync('.').filter((name) => taken.includes(name))
  expect(whole.toSorted()).toEqual(
    ['.npmrc', 'locales', 'package-lock.json', 'package.json', 'public', 'src', 'tools'].concat(
      'tsconfig.json',
      'vite.config.ts',
    ),
  )
  expect(taken.filter((path) => !whole.includes(path))).toEqual(['*.html', 'docs/openapi.json'])
  expect(takenBy('COPY . .\nCOPY --from=build /samlad/dist ./dist')).toEqual(['.'])
})

test('RELAY-241 from those files alone the relay runs', () => {
  const folder = newFolder()
  for (const path of copied) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    if (path === 'node_modules') symlinkSync(join(process.cwd(), path), join(folder, path))
    else if (path !== 'dist') cpSync(path, join(folder, path), { recursive: true })
  }
  // Which of its two answers does not matter: a file that is missing gives neither.
  const env = { SAMLAD_RECIPIENT_ORIGIN: 'http://agency.invalid' }
  const how = { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' } as const
  let said = ''
  try {
    said = execFileSync(process.execPath, [entry, '--check'], how)
  } catch (error) {
    said = String(Object(error)['stdout'])
  }
  expect(said).toContain('fine  Links lead to http://agency.invalid.')
  dropFolder(folder)
})
