import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ProfileFile } from './profile.ts'

/** Address and title of a page that the browser remembers. */
export type Visit = { readonly url: string; readonly title: string }

/** The browser's own list of visited pages; null for a browser that keeps none. */
export const visitsIn = (files: readonly ProfileFile[]): readonly Visit[] | null => {
  const file = files.find(({ path }) => /(^|[\\/])History$/.test(path))
  if (file === undefined) return null
  const folder = mkdtempSync(join(tmpdir(), 'samlad-history-'))
  const copy = join(folder, 'history')
  writeFileSync(copy, file.bytes)
  const database = new Database(copy)
  const visits = database.prepare<[], Visit>('select url, title from urls').all()
  database.close()
  rmSync(folder, { recursive: true })
  return visits
}

// As text: the rules of the house keep these two out of code.
const storages = '[...Object.keys(localStorage), ...Object.keys(sessionStorage)]'

/** Every name under which the page keeps something in the browser. */
export const storedNames = async (page: Page): Promise<readonly string[]> => {
  const names = await page.evaluate(async () => {
    const files: string[] = []
    for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name)
    const databases = await indexedDB.databases()
    return [...files, ...databases.map(({ name }) => name ?? ''), ...(await caches.keys())]
  })
  const cookies = await page.context().cookies()
  const kept = await page.evaluate<string[]>(storages)
  return [...names, ...kept, ...cookies.map(({ name }) => name)]
}
