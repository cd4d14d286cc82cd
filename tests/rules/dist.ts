import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { edgesOf } from './edges.ts'
import { root } from './tree.ts'

// What a browser loads is read from the build itself, not from what the source intends.

export type Front = 'app' | 'recipient'

export const page: Readonly<Record<Front, string>> = {
  app: 'index.html',
  recipient: 'recipient.html',
}

const folder = (front: Front): string => {
  const path = join(root, 'dist', front)
  if (!existsSync(join(path, page[front]))) {
    throw new Error(`dist/${front}/${page[front]} is missing: run "npm run build" first`)
  }
  return path
}

/** Names of all built files, with forward slashes; the compressed copies beside them are left out. */
export const built = (front: Front): readonly string[] =>
  globSync('**/*.*', { cwd: folder(front) })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/\.(br|gz)$/.test(path))
    .toSorted()

const bytesOf = (front: Front, path: string): Buffer => readFileSync(join(folder(front), path))

export const textOf = (front: Front, path: string): string => bytesOf(front, path).toString('utf8')

export const brotli = (front: Front, path: string): number =>
  brotliCompressSync(bytesOf(front, path)).length

/** Scripts, styles, manifest and icon that a page names; the icon for a home screen is fetched only
 * when somebody puts it there. */
const linked = (html: string): readonly string[] =>
  [
    ...html
      .replace(/<link rel="apple-touch-icon"[^>]*>/g, '')
      .matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="\/?([^":#]+)"/g),
  ].map(([, path = '']) => path)

const addresses = (text: string, ending: RegExp): readonly string[] =>
  [...text.matchAll(/["'`]\/(a\/[\w-]+\.\w+)["'`]/g)]
    .map(([, path = '']) => path)
    .filter((path) => ending.test(path))

/** Workers and styles that a script names by their address from the origin's root, and of the
 * languages, of which only one is fetched, the largest. */
const named = (front: Front, text: string): readonly string[] => {
  const languages = addresses(text, /\.json$/).map((path) => [brotli(front, path), path] as const)
  const largest = languages.toSorted(([one], [other]) => other - one).slice(0, 1)
  return [...addresses(text, /\.(js|css|svg)$/), ...largest.map(([, path]) => path)]
}

const imported = (path: string, text: string): readonly string[] =>
  edgesOf(new Map([[path, text]]))
    .filter((edge) => edge.kind === 'static')
    .map((edge) => edge.to)

const next = (front: Front, path: string): readonly string[] => {
  const text = textOf(front, path)
  if (path.endsWith('.html')) return linked(text)
  return path.endsWith('.js') ? [...named(front, text), ...imported(path, text)] : []
}

/** The pages of her phone: one for each disguise. */
export const disguises = ['index.html', 'convert.html', 'timer.html'] as const

/** All that comes before anybody does anything: the page, and what it and its scripts name. What
 * waits behind an import() is not part of it. */
export const firstLoad = (front: Front, from = page[front]): readonly string[] => {
  const found = [from]
  for (const path of found) {
    found.push(...next(front, path).filter((one) => !found.includes(one)))
  }
  return found
}

/** One language is fetched: the largest is counted. They are told by a word that all of them have. */
const oneLanguage = (paths: readonly string[]): readonly string[] => {
  const isWords = (path: string) => /"?unit\.km"?[:`]/.test(textOf('app', path))
  const words = paths
    .filter(isWords)
    .toSorted((one, other) => brotli('app', other) - brotli('app', one))
  return paths.filter((path) => !words.slice(1).includes(path))
}

/** What a disguise fetches by itself once it is at rest, with its first load: further keys, the words
 * of one language, the worker. What lies behind the code waits for the code. */
export const atRest = (disguise: string): readonly string[] => {
  const found = [...firstLoad('app', disguise)]
  const behind = new Set<string>()
  for (const path of found) {
    if (!path.endsWith('.js')) continue
    const text = textOf('app', path)
    // The script that may start the worker also opens the door; what they bring on waits for a code.
    const waits = behind.has(path) || text.includes('createPolicy')
    const edges = edgesOf(new Map([[path, text]])).filter(({ kind }) => kind === 'dynamic')
    const all = [...next('app', path), ...(waits ? [] : edges.map(({ to }) => to))]
    const fresh = new Set(all.filter((one) => !found.includes(one)))
    for (const one of waits ? fresh : []) behind.add(one)
    found.push(...fresh)
  }
  return oneLanguage(found)
}
