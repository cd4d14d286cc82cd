import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { edgesOf } from './edges.ts'
import { root } from './tree.ts'

// What a browser loads is read from the build itself, not from what the source intends.

export type Front = 'app' | 'recipient'

const folder = (front: Front): string => {
  const path = join(root, 'dist', front)
  if (!existsSync(join(path, 'index.html'))) {
    throw new Error(`dist/${front}/index.html is missing: run "npm run build" first`)
  }
  return path
}

/** Names of all built files, with forward slashes; the compressed copies beside them are left out. */
export const built = (front: Front): readonly string[] =>
  globSync('**/*.*', { cwd: folder(front) })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/\.(br|gz)$/.test(path))
    .toSorted()

export const bytesOf = (front: Front, path: string): Buffer =>
  readFileSync(join(folder(front), path))

export const textOf = (front: Front, path: string): string => bytesOf(front, path).toString('utf8')

export const brotli = (front: Front, path: string): number =>
  brotliCompressSync(bytesOf(front, path)).length

/** Scripts, styles, manifest and icon that a page names. */
const linked = (html: string): readonly string[] =>
  [...html.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="\/?([^":#]+)"/g)].map(
    ([, path = '']) => path,
  )

/** A worker or another file that a script names by its address from the origin's root. */
const named = (text: string): readonly string[] =>
  [...text.matchAll(/["'`]\/(a\/[\w-]+\.(?:js|css|svg))["'`]/g)].map(([, path = '']) => path)

const imported = (path: string, text: string): readonly string[] =>
  edgesOf(new Map([[path, text]]))
    .filter((edge) => edge.kind === 'static')
    .map((edge) => edge.to)

const next = (path: string, text: string): readonly string[] => {
  if (path.endsWith('.html')) return linked(text)
  return path.endsWith('.js') ? [...named(text), ...imported(path, text)] : []
}

/** All that comes before anybody does anything: the page, and what it and its scripts name. What
 * waits behind an import() is not part of it. */
export const firstLoad = (front: Front): readonly string[] => {
  const found = ['index.html']
  for (const path of found) {
    found.push(...next(path, textOf(front, path)).filter((one) => !found.includes(one)))
  }
  return found
}
