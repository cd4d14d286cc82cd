import { parseSync, Visitor } from 'vite'
import { expect, test } from 'vitest'
import { atRest, built, disguises, firstLoad, page, textOf, type Front } from './dist.ts'
import { telling } from './telling.ts'
import { list, read, readTree } from './tree.ts'

const readable = /\.(html|js|css|json|webmanifest|svg|txt)$/

/** Without the names that the build drew for its files: one of them may spell a word by chance. */
const withoutNames = (front: Front, text: string): string =>
  built(front)
    .filter((path) => path.startsWith('a/'))
    .reduce((left, path) => left.replaceAll(path.slice(2), ''), text)

const tellingIn = (front: Front, paths: readonly string[]): readonly string[] =>
  paths
    .filter((path) => readable.test(path))
    .flatMap((path) =>
      telling(withoutNames(front, textOf(front, path))).map((word) => `${path}: ${word}`),
    )

test('QUIET-1 nothing that loads before the passcode tells', () => {
  const early = built('app').filter((path) => /manifest|robots|^sw\.js$|\.svg$|\.html$/.test(path))
  const paths = [...new Set([...disguises.flatMap((one) => firstLoad('app', one)), ...early])]
  expect(paths.length).toBeGreaterThan(3)
  expect(tellingIn('app', paths)).toEqual([])
})

test.each(disguises)(
  'QUIET-400 nothing that %s fetches by itself once it is at rest tells',
  (name) => {
    const paths = atRest(name)
    expect(paths.length).toBeGreaterThan(firstLoad('app', name).length)
    expect(tellingIn('app', paths)).toEqual([])
  },
)

test.each<Front>(['app', 'recipient'])('QUIET-401 no map of the source ships with %s', (front) => {
  const scripts = built(front).filter((path) => /\.(js|css)$/.test(path))
  expect(scripts.length).toBeGreaterThan(3)
  expect(built(front).filter((path) => path.endsWith('.map'))).toEqual([])
  const pointing = scripts.filter((path) => textOf(front, path).includes('sourceMappingURL'))
  expect(pointing).toEqual([])
})

test('QUIET-2 no name of a built file tells, on either origin', () => {
  const names = [...built('app'), ...built('recipient')].filter((path) => !path.startsWith('a/'))
  expect(names.filter((name) => telling(name).length > 0)).toEqual([])
})

test('QUIET-3 the head of the agency page tells nothing, and has nothing for a link preview', () => {
  const head = /<head>[^]*<\/head>/.exec(textOf('recipient', page.recipient))?.[0] ?? ''
  expect(head).toMatch(/<title>/)
  expect(telling(head)).toEqual([])
  expect(head).not.toMatch(/property="og:|name="(twitter|description|author|keywords)/)
  expect(head).toMatch(/<meta name="robots" content="[^"]*noindex/)
})

test('QUIET-4 the words of the disguise tell nothing in any language', () => {
  const found = list('locales/disguise/*.json').flatMap((path) => telling(read(path)))
  expect(list('locales/disguise/*.json').length).toBeGreaterThan(0)
  expect(found).toEqual([])
})

/** Calls whose first text is written into the browser's profile or shown in its settings. */
const naming = new Set(['open', 'openDB', 'BroadcastChannel', 'request', 'getFileHandle'])
const namingToo = new Set(['getDirectoryHandle', 'createObjectStore', 'deleteDatabase', 'Worker'])

const storedNames = (path: string, text: string): readonly string[] => {
  const constants = new Map(
    [...text.matchAll(/const (\w+)(?:: \w+)? = '([^']*)'/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )
  const found: string[] = []
  const look = (callee: string | null, argument: unknown): void => {
    if (callee === null || !(naming.has(callee) || namingToo.has(callee))) return
    const { type, value, name } = { ...Object(argument) }
    const known = type === 'Identifier' ? constants.get(String(name)) : value
    if (typeof known === 'string') found.push(known)
  }
  const visitor = new Visitor({
    CallExpression: ({ callee, arguments: [first] }) => {
      const property = callee.type === 'MemberExpression' ? callee.property : callee
      look(property.type === 'Identifier' ? property.name : null, first)
    },
    NewExpression: ({ callee, arguments: [first] }) =>
      look(callee.type === 'Identifier' ? callee.name : null, first),
  })
  visitor.visit(parseSync(path, text).program)
  return found
}

test('QUIET-5 no database, cache, file, lock or channel has a name that tells', () => {
  const names = [...readTree('src/{disguise,app,vault,worker,recipient}/**/*.{ts,tsx}')].flatMap(
    ([path, text]) => storedNames(path, text),
  )
  expect(names.length).toBeGreaterThan(1)
  expect(names.filter((name) => telling(name).length > 0)).toEqual([])
})

test('QUIET-5 names are found where they are given', () => {
  const text = `const name = 'the vault'
    void openDB(name, 1)
    void navigator.locks.request('secrets', work)
    new BroadcastChannel('decoy')
    void caches.open('files')`
  const names = storedNames('a.ts', text)
  expect(names).toEqual(['the vault', 'secrets', 'decoy', 'files'])
  expect(names.filter((name) => telling(name).length > 0)).toHaveLength(3)
})

test('QUIET-6 a telling word is found in every language and in every way of writing', () => {
  const texts = ['secretKey', 'VAULT_NAME', 'Kvinnojouren', 'våldsutsatt', 'shelter-list', 'الشرطة']
  expect(texts.filter((text) => telling(text).length === 0)).toEqual([])
  const elsewhere = [
    'turvakoti',
    'rabshado',
    'خانه امن',
    'توندوتیژی',
    'ፖሊስ',
    'насильство',
    'şiddeti',
  ]
  const alone = [
    "women's shelter",
    'restrainingOrder',
    'stalking',
    'survivors',
    'kvinnofridslinjen',
  ]
  expect([...elsewhere, ...alone].filter((text) => telling(text).length === 0)).toEqual([])
  const written = [
    'Полиция',
    'ПОЛІЦІЯ',
    'الشُّرطة',
    'familjevåld',
    'perheväkivalta',
    'barnmisshandel',
  ]
  expect(written.filter((text) => telling(text).length === 0)).toEqual([])
  expect(telling('metropolis drapery fleeting tvåla')).toEqual([])
  expect(telling('hidden visibility pagehide calculator kalkylator حاسبة')).toEqual([])
})

test('QUIET-402 each language has stems for what matters most, and none of them is so short that it is everywhere', () => {
  for (const path of list('tests/rules/telling/*.json')) {
    const stems: readonly string[] = JSON.parse(read(path))
    expect(stems.length, path).toBeGreaterThanOrEqual(10)
    expect(
      stems.filter((stem) => stem.length < 3),
      path,
    ).toEqual([])
    expect(new Set(stems).size, path).toBe(stems.length)
    // Each is found as it stands, in capitals, and at the start of a longer word.
    const missed = stems.filter((stem) =>
      [stem, stem.toUpperCase(), `${stem}xx`].some((text) => telling(text).length === 0),
    )
    expect(missed, path).toEqual([])
  }
})
