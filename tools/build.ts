// Makes dist/: the app, the agency's page and the service worker that lists the app's files. The
// same sources give the same bytes, so that anyone can check what a server hands out.
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'vite'

const dist = 'dist'
const squeezed = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt', '.wasm', '.webmanifest'])
/** Never asked for by a page: kept out of what a phone keeps. */
const unkept = new Set(['/sw.js', '/robots.txt', '/index.html'])

const filesIn = (folder: string): readonly string[] =>
  globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile() && !['.br', '.gz'].includes(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()

const vite = (mode: string, define: Readonly<Record<string, string>> = {}) =>
  build({ mode, define, logLevel: 'warn' })

/** What the disguises' own pages name: their scripts, styles, manifests and icons. */
const firstFiles = (folder: string): readonly string[] => {
  const pages = globSync('*.html', { cwd: folder }).toSorted()
  const named = pages
    .map((page) => readFileSync(join(folder, page), 'utf8'))
    .flatMap((page) => [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path = '']) => path))
  const icons = globSync('*.png', { cwd: folder }).map((name) => `/${name}`)
  const others: readonly string[] = pages
    .map((page) => `/${page}`)
    .filter((path) => !unkept.has(path))
  const paths: readonly string[] = [...others, ...named, ...icons]
  return ['/', ...new Set(paths.toSorted())]
}

const describe = (folder: string) => {
  const files = filesIn(folder)
  const first = firstFiles(folder)
  const paths = files.map((file) => file.slice(folder.length))
  const rest = paths.filter((path) => !unkept.has(path) && !first.includes(path))
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update('\0').update(readFileSync(file))
  return { name: hash.digest('hex').slice(0, 12), first, rest }
}

const squeeze = (file: string): void => {
  const bytes = readFileSync(file)
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }))
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
}

process.env['NODE_ENV'] = 'production'
await vite('app')
if (existsSync('recipient.html')) await vite('recipient')
else process.stdout.write('No recipient.html yet: the page of the agency is left out.\n')
// The description of the API is for whoever writes another client: it lies where no phone of hers looks.
copyFileSync('docs/openapi.json', join(dist, 'recipient', 'openapi.json'))
await vite('worker', { BUILD: JSON.stringify(describe(join(dist, 'app'))) })
for (const file of filesIn(dist)) if (squeezed.has(extname(file))) squeeze(file)
