import { expect, test } from 'vitest'
import { cycleIn } from './cycles.ts'
import { edgesOf, type Kind } from './edges.ts'
import { refused, roomNames, roomOf } from './map.ts'
import { list, readTree } from './tree.ts'

const source = edgesOf(readTree('src/**/*.{ts,tsx,css}', '*.html'))

const planted = (path: string, text: string): readonly string[] =>
  refused(edgesOf(new Map([[path, text]])))

test('HOUSE-1 a room imports only what the map names', () => {
  expect(refused(source)).toEqual([])
})

test('HOUSE-1 every folder of src is a room of the map', () => {
  const folders = new Set(list('src/**/*.*').map((path) => roomOf(path)))
  expect([...folders].filter((room) => room === null || !roomNames.includes(room))).toEqual([])
})

test.each<[Kind, string, string]>([
  ['static', 'src/relay/a.ts', `import { open } from '../share/content.ts'`],
  ['static', 'src/app/a.tsx', `import { seal } from '../crypto/seal.ts'`],
  ['static', 'src/record/a.ts', `export * from '../app/store.ts'`],
  ['static', 'src/app/a.ts', `import 'libsodium-wrappers-sumo'`],
  ['static', 'src/share/a.ts', `import { readFile } from 'node:fs'`],
  ['static', 'src/disguise/main.ts', `import { start } from '../app/main.tsx'`],
  ['static', 'src/disguise/main.ts', `import { ask } from '../vault/messages.ts'`],
  ['type', 'src/relay/a.ts', `import type { Contact } from '../record/types.ts'`],
  ['type', 'src/worker/a.ts', `type A = import('../app/store.ts').Store`],
  ['dynamic', 'src/recipient/a.ts', `const app = () => import('../app/main.tsx')`],
  [
    'dynamic',
    'src/recipient/a.ts',
    'const l = (n: string) => import(`../../locales/app/${n}.json`)',
  ],
  ['dynamic', 'src/recipient/a.ts', `const all = import.meta.glob(['../app/*.ts'])`],
  ['dynamic', 'src/app/a.ts', `const any = (where: string) => import(where)`],
  ['url', 'src/recipient/a.ts', `import url from '../vault/worker.ts?worker&url'`],
  ['url', 'src/recipient/a.ts', `const u = new URL('../vault/worker.ts', import.meta.url)`],
  ['static', 'src/newroom/a.ts', `import 'preact'`],
  ['static', 'src/look/a.css', `@import '../app/a.css';`],
  ['static', 'recipient.html', `<script type="module" src="/src/app/main.tsx"></script>`],
])('HOUSE-2 a planted %s import is refused: %s %s', (_kind, path, text) => {
  expect(planted(path, text)).toHaveLength(1)
})

test('HOUSE-2 what the map names passes, also in a planted file', () => {
  const text = `import type { Ask } from '../vault/messages.ts'
    import url from '../vault/worker.ts?worker&url'
    import Big from 'big.js'
    export const door = () => import('../app/main.tsx')`
  expect(planted('src/disguise/main.ts', text)).toEqual([])
  expect(planted('src/relay/a.ts', `import { limits } from '../share/contract.ts'`)).toEqual([])
})

test('HOUSE-3 no files import each other in a circle', () => {
  expect(cycleIn(source)).toBeNull()
})

test('HOUSE-3 a planted circle is found', () => {
  const tree = new Map([
    ['src/app/a.ts', `import './b.ts'`],
    ['src/app/b.ts', `import type { C } from './c.ts'`],
    ['src/app/c.ts', `export const back = () => import('./a.ts')`],
  ])
  expect(cycleIn(edgesOf(tree))).toHaveLength(4)
})
