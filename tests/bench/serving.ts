import { readFileSync, readdirSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { newPreamble, preambleOf } from '../../src/vault/preamble.ts'

// What a page that asks the built worker directly is made of.

const root = join(import.meta.dirname, '../..')
const dist = join(root, 'dist/app')
const lending = ['/src/disguise/lending.ts', '/src/disguise/carrying.ts']

/** A script of the bench's page; null for anything else. */
export const ownScript = (path: string): string | null => {
  const own = /^\/page\/\w+\.ts$/.test(path) ? join(import.meta.dirname, path) : null
  const file = lending.includes(path) ? join(root, path) : own
  return file && stripTypeScriptTypes(readFileSync(file, 'utf8'))
}

/** A script of ours, of the bench or of the build; null for anything else. */
export const scriptAt = (path: string): string | null =>
  ownScript(path) ??
  (/^\/a\/[\w-]+\.js$/.test(path) ? readFileSync(join(dist, path), 'utf8') : null)

/** The vault's worker is the script that asks by which name it was started. */
export const workerPath = (): string => {
  const names = readdirSync(join(dist, 'a')).filter((name) => name.endsWith('.js'))
  const own = names.find((name) =>
    readFileSync(join(dist, 'a', name), 'utf8').includes('self.name'),
  )
  if (!own) throw new Error('run `npm run build` first: no worker in dist/app')
  return `/a/${own}`
}

/** The budget holds at the least cost; what a quick phone takes upon itself beyond that is its own. */
export const beginning = async (): Promise<readonly number[]> =>
  Array.from(await preambleOf({ ...newPreamble(), chances: 0 }))
