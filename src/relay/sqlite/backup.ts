import Database from 'better-sqlite3'
import { closeSync, existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { createTables } from './schema.ts'

// What may be backed up is what remains of an ended share: a backup of keys would take every later
// stop back, and a backup of bodies without keys is of no use to anybody.

const kept = `id, locator, owner, until, openers, tries, triesLeft, counter, opened, opens, wrong,
  unseen, lastOpen, forget`

type Receipts = Record<string, unknown> & { readonly id: number }

/** So few at a time that a stop, which empties the log, never waits for a reader. */
const rowsAtOnce = 2000

const copyRows = (from: Database.Database, to: Database.Database): number => {
  const page = from.prepare<[number], Receipts>(
    `SELECT ${kept} FROM share WHERE id > ? ORDER BY id LIMIT ${rowsAtOnce}`,
  )
  const names = kept.split(/,\s*/)
  const put = to.prepare<Receipts>(
    `INSERT INTO share (${kept}) VALUES (${names.map((name) => `$${name}`).join(', ')})`,
  )
  const putAll = to.transaction((rows: readonly Receipts[]) => rows.map((row) => put.run(row)))
  let [last, count] = [0, 0]
  for (let rows = page.all(last); rows.length > 0; rows = page.all(last)) {
    putAll(rows)
    count += rows.length
    last = rows.at(-1)?.id ?? last
  }
  return count
}

/**
 * Copies the receipts of all shares into a new file, also while the relay runs, and returns how many.
 * Put into an empty data folder as relay.db, every share in it has ended. Throws when `file` is there
 * already or `folder` holds no database.
 */
export const backUp = (folder: string, file: string): number => {
  const path = join(folder, 'relay.db')
  if (!existsSync(path))
    throw new Error(`There is no ${path}: set SAMLAD_DATA as the relay has it.`)
  const from = new Database(path, { readonly: true, fileMustExist: true })
  closeSync(openSync(file, 'wx', 0o600))
  const to = new Database(file)
  try {
    createTables(to)
    return copyRows(from, to)
  } finally {
    to.close()
    from.close()
  }
}
