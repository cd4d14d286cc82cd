import type Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { prepareRows } from '../../src/relay/sqlite/rows.ts'
import { openDatabase } from '../../src/relay/sqlite/schema.ts'
import { dropFolder, newFolder } from './given.ts'

// How SQLite goes about each statement of the store: a look through a whole table takes nothing in a
// test, and holds up everybody for a second where there are millions of rows.

let folder: string
let db: Database.Database
beforeEach(() => {
  folder = newFolder()
  db = openDatabase(folder)
})
afterEach(() => {
  db.close()
  dropFolder(folder)
})

type Step = { readonly detail: string }

/** Values are bound and not written in: SQLite plans with what it knows, and it knows none of them. */
const planOf = (source: string): readonly Step[] => {
  const explained = db.prepare<unknown[], Step>(`EXPLAIN QUERY PLAN ${source}`)
  const names = [...source.matchAll(/\$(\w+)/g)].map(([, name]) => [name, 1])
  const places = [...source.matchAll(/\?/g)].map(() => 1)
  return names.length > 0 ? explained.all(Object.fromEntries(names)) : explained.all(...places)
}

/** Steps of a statement that read a table from its beginning to its end. */
const scansIn = (source: string): readonly string[] =>
  planOf(source)
    .map(({ detail }) => detail)
    .filter((step) => /^SCAN (share|opener|reply|piece)\b/.test(step))

test('RELAY-440 no statement looks through a whole table', () => {
  const statements = Object.entries(prepareRows(db))
  expect(statements.length).toBeGreaterThan(30)
  const scans = statements.flatMap(([name, { source }]) =>
    scansIn(source).map((step) => `${name}: ${step}`),
  )
  expect(scans).toEqual([])
})

test('RELAY-440 one that does is found', () => {
  expect(scansIn('SELECT id FROM share WHERE opens = ?')).toEqual(['SCAN share'])
  expect(scansIn('DELETE FROM share WHERE id = $id')).toEqual([])
})
