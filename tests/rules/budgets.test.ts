import { expect, test } from 'vitest'
import { atRest, brotli, built, disguises, firstLoad, page, textOf, type Front } from './dist.ts'

const sizes = (front: Front, paths: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(paths.map((path) => [path, brotli(front, path)]))

const sum = (bytes: Readonly<Record<string, number>>): number =>
  Object.values(bytes).reduce((total, one) => total + one, 0)

test.each(disguises)('BUDGET-1 the first load of %s is at most 15 kB', (disguise) => {
  const bytes = sizes('app', firstLoad('app', disguise))
  expect(sum(bytes), JSON.stringify(bytes)).toBeLessThanOrEqual(15_000)
})

test.each(disguises)(
  'BUDGET-5 all that %s fetches without being asked is at most 24 kB',
  (name) => {
    const bytes = sizes('app', atRest(name))
    expect(sum(bytes), JSON.stringify(bytes)).toBeLessThanOrEqual(24_000)
    expect(
      Object.keys(bytes).some((path) => /\bself\b|\bonmessage=/.test(textOf('app', path))),
    ).toBe(true)
  },
)

test.each(disguises)('BUDGET-1 the first load of %s has scripts and a manifest', (disguise) => {
  const paths = firstLoad('app', disguise)
  expect(paths.filter((path) => path.endsWith('.js')).length).toBeGreaterThanOrEqual(2)
  expect(paths.some((path) => /manifest/.test(path))).toBe(true)
})

test('BUDGET-2 nothing that opens a vault is in the first load', () => {
  // WebAssembly inside a script starts with these letters in base64.
  const heavy = (path: string) => /AGFzbQ|crypto_pwhash/.test(textOf('app', path))
  expect(disguises.flatMap((disguise) => firstLoad('app', disguise)).filter(heavy)).toEqual([])
  expect(built('app').some(heavy)).toBe(true)
})

test('BUDGET-3 the agency page is at most three requests and 25.5 kB', () => {
  const bytes = sizes('recipient', firstLoad('recipient'))
  expect(Object.keys(bytes).length, JSON.stringify(bytes)).toBeLessThanOrEqual(3)
  expect(sum(bytes), JSON.stringify(bytes)).toBeLessThanOrEqual(25_500)
})

test('BUDGET-3 the agency page names its icon, so that no browser asks for one', () => {
  expect(textOf('recipient', page.recipient)).toMatch(/<link rel="icon" href="data:/)
})

test.each<Front>(['app', 'recipient'])(
  'BUDGET-4 scripts of %s have no name but a hash',
  (front) => {
    const scripts = built(front).filter((path) => /\.(js|css|wasm)$/.test(path) && path !== 'sw.js')
    expect(scripts.length).toBeGreaterThan(0)
    expect(scripts.filter((path) => !/^a\/[\w-]{8,}\.(js|css|wasm)$/.test(path))).toEqual([])
  },
)
