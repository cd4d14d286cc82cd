import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { ProfileFile } from './profile.ts'

/** Address and title of a page that the browser remembers. */
export type Visit = { readonly url: string; readonly title: string }

/** What a query finds in one of the browser's databases; null where there is no such file or table. */
export const rowsOf = <Row>(
  files: readonly ProfileFile[],
  name: string,
  query: string,
): readonly Row[] | null => {
  const file = files.find(({ path }) => basename(path) === name)
  if (file === undefined) return null
  const folder = mkdtempSync(join(tmpdir(), 'samlad-history-'))
  const copy = join(folder, 'copy')
  writeFileSync(copy, file.bytes)
  const database = new Database(copy)
  try {
    return database.prepare<[], Row>(query).all()
  } catch {
    return null
  } finally {
    database.close()
    rmSync(folder, { recursive: true })
  }
}

/** The browser's own list of visited pages; null for a browser that keeps none. */
export const visitsIn = (files: readonly ProfileFile[]): readonly Visit[] | null =>
  rowsOf<Visit>(files, 'History', 'select url, title from urls')

const pagesIn = (files: readonly ProfileFile[], name: string, query: string): readonly string[] =>
  (rowsOf<{ readonly url: string }>(files, name, query) ?? []).map(({ url }) => url)

/** The pages that it keeps a picture for. */
export const iconPages = (files: readonly ProfileFile[]): readonly string[] =>
  pagesIn(files, 'Favicons', 'select page_url as url from icon_mapping')

/** The pages that it shows in a new tab. */
export const topSites = (files: readonly ProfileFile[]): readonly string[] =>
  pagesIn(files, 'Top Sites', 'select url from top_sites')

/** Its lists of open and closed tabs, from which it brings tabs back. */
const tabLists = (files: readonly ProfileFile[]): readonly ProfileFile[] =>
  files.filter(({ path }) => /\bSessions\b/.test(path))

const addresses = /https?:\/\/[\w.:-]+\/[\x21-\x7e]*/g

/** Every address in the lists of tabs. */
export const addressesIn = (files: readonly ProfileFile[]): readonly string[] =>
  tabLists(files).flatMap(({ bytes }) => bytes.toString('latin1').match(addresses) ?? [])

/** Every run of letters in the lists of tabs, where titles stand as UTF-16. */
export const wordsIn = (files: readonly ProfileFile[]): string =>
  tabLists(files)
    .flatMap(({ bytes }) => [bytes, bytes.subarray(1)])
    .flatMap((bytes) => bytes.toString('utf16le').match(/[\x20-\x7eåäöÅÄÖ]{4,}/g) ?? [])
    .join('\n')

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
