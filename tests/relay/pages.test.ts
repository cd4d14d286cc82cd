import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFront } from '../../src/relay/front.ts'
import type { Front } from '../../src/relay/headers.ts'
import { readPages } from '../../src/relay/pages.ts'
import type { Store } from '../../src/relay/store.ts'
import { freshPath, paths } from '../../src/share/contract.ts'
import {
  create,
  createFrame,
  dropFolder,
  newFolder,
  newSecrets,
  noon,
  relayOn,
  sqliteIn,
} from './given.ts'

const script = 'export const sum = 1\n'.repeat(50)

const built: Readonly<Record<string, string | Buffer>> = {
  'app/index.html': '<!doctype html><title>Calculator</title>',
  'app/a/x1.js': script,
  'app/a/x1.js.br': brotliCompressSync(script),
  'app/a/x1.js.gz': gzipSync(script),
  'app/a/x2.css': 'p{}',
  'app/a/x3.wasm': 'wasm',
  'app/one.webmanifest': '{}',
  'app/data/se.json': '{}',
  'app/sw.js': 'self',
  'recipient/recipient.html': '<!doctype html><title>Document</title>',
  'recipient/sw.js': 'self',
}

let folder: string
let store: Store

beforeAll(() => {
  folder = newFolder()
  store = sqliteIn(join(folder, 'data'))
  for (const [name, content] of Object.entries(built)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
})

afterAll(async () => {
  await store.close()
  dropFolder(folder)
})

const frontOf = (front: Front, tls = false) => {
  const relay = relayOn(store, { now: noon }, { tls })
  return createFront(relay, { front, pages: readPages(join(folder, front), front), tls })
}

const get = (front: Front, path: string, headers: Record<string, string> = {}) =>
  frontOf(front).request(path, { headers })

test('RELAY-40 each origin shows its own page at its root', async () => {
  expect(await (await get('app', '/')).text()).toContain('Calculator')
  expect(await (await get('recipient', '/')).text()).toContain('Document')
})

test('RELAY-40 only the app has a service worker', async () => {
  expect((await get('app', '/sw.js')).status).toBe(200)
  expect((await get('recipient', '/sw.js')).status).toBe(404)
})

test('RELAY-41 sends the packed file to who accepts it, and the plain one otherwise', async () => {
  const path = '/a/x1.js'
  const br = await get('app', path, { 'Accept-Encoding': 'gzip, deflate, br' })
  expect(br.headers.get('content-encoding')).toBe('br')
  expect(brotliDecompressSync(await br.arrayBuffer()).toString()).toBe(script)
  const gzip = await get('app', path, { 'Accept-Encoding': 'gzip, br;q=0' })
  expect(gzip.headers.get('content-encoding')).toBe('gzip')
  expect(gunzipSync(await gzip.arrayBuffer()).toString()).toBe(script)
  const plain = await get('app', path)
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(await plain.text()).toBe(script)
  for (const answer of [br, gzip, plain]) expect(answer.headers.get('vary')).toBe('Accept-Encoding')
})

test('RELAY-41 packed files have no address of their own', async () => {
  expect((await get('app', '/a/x1.js.br')).status).toBe(404)
})

test('RELAY-42 every file goes out under its right type', async () => {
  const typeOf = async (path: string) => (await get('app', path)).headers.get('content-type')
  expect(await typeOf('/')).toBe('text/html; charset=utf-8')
  expect(await typeOf('/a/x1.js')).toBe('text/javascript; charset=utf-8')
  expect(await typeOf('/a/x2.css')).toBe('text/css; charset=utf-8')
  expect(await typeOf('/a/x3.wasm')).toBe('application/wasm')
  expect(await typeOf('/one.webmanifest')).toBe('application/manifest+json')
  expect(await typeOf('/data/se.json')).toBe('application/json')
})

test('RELAY-43 hashed files are kept for good, all others asked for anew', async () => {
  const cacheOf = async (path: string) => (await get('app', path)).headers.get('cache-control')
  expect(await cacheOf('/a/x1.js')).toBe('public, max-age=31536000, immutable')
  for (const path of ['/', '/sw.js', '/one.webmanifest'])
    expect(await cacheOf(path)).toBe('no-cache')
  const first = await get('app', '/')
  const tag = first.headers.get('etag') ?? ''
  const again = await get('app', '/', { 'If-None-Match': tag })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test('RELAY-44 nothing outside the built folder can be reached', async () => {
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/a/..%2f..%2fsecret.txt', '/%00']) {
    const answer = await get('app', path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain('secret')
  }
})

test('RELAY-45 a missing page says so in words that tell nothing', async () => {
  const [app, recipient] = [await get('app', '/x'), await get('recipient', '/x')]
  const body = await app.text()
  expect(
    body
      .replaceAll(/<[^>]*>/g, ' ')
      .split(/\s+/)
      .filter(Boolean),
  ).toEqual(['Not', 'found', 'Not', 'found'])
  expect(await recipient.text()).toBe(body)
  expect(await (await get('recipient', '/robots.txt')).text()).toBe('User-agent: *\nDisallow: /\n')
})

test('RELAY-46 pages answer GET and HEAD alone', async () => {
  const app = frontOf('app')
  const head = await app.request('/', { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    expect((await app.request('/', { method })).status).toBe(405)
  }
})

test('RELAY-47 both origins answer the API, and neither lets another origin read it', async () => {
  for (const front of ['app', 'recipient'] as const) {
    const origin = frontOf(front)
    const body = createFrame(newSecrets())
    const headers = { 'Content-Length': `${body.length}`, Origin: 'https://elsewhere.example' }
    const made = await origin.request(paths.create, { method: 'POST', headers, body })
    expect(made.status).toBe(201)
    expect([...made.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  }
})

test('RELAY-48 the app may compile its crypto and start workers; the recipient page may not', async () => {
  const policyOf = async (front: Front) =>
    (await get(front, '/')).headers.get('content-security-policy')?.split('; ').toSorted()
  const both = [
    "base-uri 'none'",
    "connect-src 'self'",
    "default-src 'none'",
    "font-src 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "img-src 'self' data: blob:",
    "require-trusted-types-for 'script'",
    "style-src 'self'",
  ]
  const app = [
    "manifest-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    'trusted-types tool',
    "worker-src 'self'",
    'media-src blob:',
  ]
  const recipient = ["script-src 'self'", "trusted-types 'none'"]
  expect(await policyOf('app')).toEqual([...both, ...app].toSorted())
  expect(await policyOf('recipient')).toEqual([...both, ...recipient].toSorted())
})

const strict = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
}

const strictPage = {
  ...strict,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'x-robots-tag': 'noindex',
}

const bare = "default-src 'none'; frame-ancestors 'none'"
const strictAnswer = { ...strict, 'content-security-policy': bare }

test('RELAY-49 every answer carries the strict headers, and none tells what made it', async () => {
  const pages = [await get('app', '/'), await get('app', '/x'), await get('recipient', '/')]
  for (const page of pages) {
    expect(Object.fromEntries(page.headers)).toMatchObject(strictPage)
    expect(page.headers.get('permissions-policy')).toContain('geolocation=(), ')
  }
  const answers = [
    await create(relayOn(store, { now: noon }), createFrame(newSecrets())),
    await frontOf('app').request(paths.open),
  ]
  for (const answer of answers) {
    expect(Object.fromEntries(answer.headers)).toMatchObject(strictAnswer)
  }
  for (const answer of [...pages, ...answers]) {
    for (const name of ['server', 'x-powered-by', 'set-cookie', 'last-modified']) {
      expect(answer.headers.get(name)).toBeNull()
    }
  }
})

test('RELAY-49 answers of the API are never stored', async () => {
  const answer = await create(relayOn(store, { now: noon }), createFrame(newSecrets()))
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('RELAY-50 browsers are told to insist on TLS only where there is TLS', async () => {
  const name = 'strict-transport-security'
  expect((await frontOf('app').request('/')).headers.get(name)).toBeNull()
  expect((await frontOf('app', true).request('/')).headers.get(name)).toBe('max-age=63072000')
})

const ask = (front: Front, method: string, site?: string) =>
  frontOf(front).request(freshPath, { method, headers: site ? { 'Sec-Fetch-Site': site } : {} })

test('RELAY-55 the app clears what its origin kept, and nobody else does', async () => {
  const own = await ask('app', 'POST', 'same-origin')
  expect(own.status).toBe(204)
  expect(own.headers.get('clear-site-data')).toBe('"cache", "storage"')
  expect(own.headers.get('cache-control')).toBe('no-store')
  const others = [
    await ask('app', 'POST', 'cross-site'),
    await ask('app', 'POST', 'same-site'),
    await ask('app', 'POST', 'none'),
    await ask('app', 'POST'),
    await ask('app', 'GET', 'same-origin'),
    await ask('app', 'HEAD', 'same-origin'),
    await ask('recipient', 'POST', 'same-origin'),
  ]
  for (const { status, headers } of others) {
    expect(status).toBeGreaterThanOrEqual(400)
    expect(headers.get('clear-site-data')).toBeNull()
  }
})
