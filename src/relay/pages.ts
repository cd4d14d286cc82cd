import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { Front } from './headers.ts'

// A built front end, read into memory once: no path from a request ever reaches the disk.

type Bytes = Uint8Array<ArrayBuffer>

export type Page = {
  readonly type: string
  readonly cache: string
  readonly etag: string
  readonly plain: Bytes
  readonly br: Bytes | null
  readonly gzip: Bytes | null
}

export type Pages = ReadonlyMap<string, Page>

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
}

const robots = 'User-agent: *\nDisallow: /\n'

/** A file under its path; `packed` is the same once more, as a browser may ask for it. */
export const pageOf = (path: string, plain: Bytes, packed: Pick<Page, 'br' | 'gzip'>): Page => ({
  type: types[extname(path)] ?? 'application/octet-stream',
  // Names under /a/ are hashes of their content: what lies there never changes.
  cache: path.startsWith('/a/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
  plain,
  ...packed,
})

/** Built without its page it would be of no use to anybody. */
const refuseUnbuilt = (folder: string, front: Front): void => {
  const home = join(folder, front === 'app' ? 'index.html' : 'recipient.html')
  if (existsSync(home)) return
  throw new Error(
    `There is no ${home}: run npm run build, or say with SAMLAD_PAGES where it was built.`,
  )
}

const filesIn = (folder: string): ReadonlyMap<string, Bytes> => {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
  return new Map(
    found
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [
        `/${relative(folder, file).split(sep).join('/')}`,
        new Uint8Array(readFileSync(file)),
      ]),
  )
}

const isServed = (path: string, front: Front): boolean =>
  !/\.(br|gz|map)$/.test(path) && !(front === 'recipient' && path === '/sw.js')

/** "/" and every folder with an index page get a path of their own. */
const homeOf = (path: string, front: Front): string | null => {
  if (front === 'recipient') return path === '/recipient.html' ? '/' : null
  return path.endsWith('/index.html') ? path.slice(0, -'index.html'.length) : null
}

/** Reads `folder`, the output of one front end's build. Throws when it is not there. */
export const readPages = (folder: string, front: Front): Pages => {
  refuseUnbuilt(folder, front)
  const files = filesIn(folder)
  const pages = new Map<string, Page>()
  pages.set('/robots.txt', pageOf('/robots.txt', Buffer.from(robots), { br: null, gzip: null }))
  for (const [path, plain] of files) {
    if (!isServed(path, front)) continue
    const packed = { br: files.get(`${path}.br`) ?? null, gzip: files.get(`${path}.gz`) ?? null }
    const page = pageOf(path, plain, packed)
    const home = homeOf(path, front)
    pages.set(path, page)
    if (home) pages.set(home, page)
  }
  return pages
}
