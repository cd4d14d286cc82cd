import { expect, test } from 'vitest'
import { edgesOf } from './edges.ts'
import { read, readTree } from './tree.ts'

type Package = {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly hasInstallScript?: boolean
  readonly resolved?: string
}

type Manifest = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>

/** Licences whose code may be part of a program under AGPL-3.0-or-later. */
const compatible: readonly string[] = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'Unlicense',
  'MPL-2.0',
  'AGPL-3.0-or-later',
]

const lock: { readonly packages: Readonly<Record<string, Package>> } = JSON.parse(
  read('package-lock.json'),
)
const manifest: Manifest = JSON.parse(read('package.json'))

/** "(MIT OR CC0-1.0)" is fine when one of the two is; "MIT AND Zlib" when both are. */
const fits = (licence: string): boolean =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => compatible.includes(one)))

const installed = Object.entries(lock.packages).filter(([path]) => path !== '')

test('HOUSE-7 what we ship may be part of a program under the AGPL', () => {
  const shipped = installed.filter(([, one]) => one.dev !== true && one.devOptional !== true)
  expect(shipped.length).toBeGreaterThan(5)
  expect(shipped.filter(([, one]) => !fits(one.license ?? 'none')).map(([path]) => path)).toEqual(
    [],
  )
})

test('HOUSE-7 a licence that does not fit is told apart', () => {
  expect(['(MIT OR GPL-2.0-only)', 'MIT AND ISC'].filter(fits)).toHaveLength(2)
  expect(['GPL-2.0-only', 'UNLICENSED', 'none', 'MIT AND CC-BY-NC-4.0'].filter(fits)).toEqual([])
})

test('HOUSE-8 no package runs a script when it is installed', () => {
  // Playwright’s own optional file watcher for macOS is never installed with scripts by us.
  const scripted = installed.filter(([, one]) => one.hasInstallScript === true)
  expect(scripted.map(([path]) => path).filter((path) => !path.endsWith('fsevents'))).toEqual([])
})

test('HOUSE-8 npm is told to run no script, whatever a package wants', () => {
  expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m)
})

test('HOUSE-9 every version is pinned to one release', () => {
  const groups = ['dependencies', 'optionalDependencies', 'devDependencies', 'overrides']
  const pins = groups.flatMap((group) => Object.entries(manifest[group] ?? {}))
  expect(pins.length).toBeGreaterThan(20)
  expect(pins.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})

test('HOUSE-9 the lock holds what package.json names', () => {
  const named = { ...manifest['dependencies'], ...manifest['devDependencies'] }
  const differs = Object.entries(named).filter(
    ([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version,
  )
  expect(differs).toEqual([])
})

/** Packages that the relay itself names, whatever they bring along. */
const relayPackages = (): readonly string[] => {
  const named = edgesOf(readTree('src/relay/**/*.ts'))
    .map(({ to }) => to)
    .filter((to) => to.startsWith('npm:'))
    .map((to) => /^npm:((?:@[^/]+\/)?[^/]+)/.exec(to)?.[1] ?? to)
  return [...new Set(named)]
}

test('RELAY-243 no package comes from a repository, and the relay names five at most', () => {
  const from = installed.map(([, { resolved = '' }]) => resolved)
  expect(from.filter((one) => /^(git|github|file|link)|\.git/.test(one))).toEqual([])
  expect(relayPackages()).toContain('better-sqlite3')
  expect(relayPackages().length).toBeLessThanOrEqual(5)
})
