import Database from 'better-sqlite3'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../src/relay/sqlite/schema.ts'
import { segmentOf } from '../../src/relay/sqlite/segments.ts'
import {
  askOf,
  day,
  dropFolder,
  newFolder,
  newSecrets,
  noon,
  pieceOf,
  shareOf,
  sqliteIn,
} from './given.ts'
import { wrap } from '../../src/relay/wrap.ts'
import { writeFileSync } from 'node:fs'

/** Tables as an earlier version made them, written down when it was the newest. */
const older = readFileSync(new URL('layout4.sql', import.meta.url), 'utf8')

/** A folder of that version with one share in it. */
const olderFolder = (folder: string) => {
  const secrets = newSecrets()
  const body = randomBytes(3000)
  const { body: _, files: __, ...fields } = shareOf(secrets)
  const wrapKey = randomBytes(32)
  const wrapped = Buffer.concat(wrap(wrapKey, secrets.locator, body))
  const segment = segmentOf(noon + 7 * day)
  mkdirSync(join(folder, 'bodies'))
  writeFileSync(join(folder, 'bodies', `${segment}`), wrapped)
  const db = new Database(join(folder, 'relay.db'))
  db.exec(older)
  const row = { ...fields, wrapKey, triesLeft: fields.tries, forget: noon + 50 * day, segment }
  const all = { ...row, '"offset"': 0, length: wrapped.length }
  const names = Object.keys(all)
  db.prepare(`INSERT INTO share (${names.join()}) VALUES (${names.map(() => '?').join()})`).run(
    ...Object.values(all),
  )
  db.close()
  return { secrets, body }
}

const shapeOf = (db: Database.Database): unknown =>
  db.prepare('SELECT type, name, tbl_name FROM sqlite_master ORDER BY 1, 2').all()

test('RELAY-230 a data folder of an earlier layout is brought to this one, with all that it holds', async () => {
  const folder = newFolder()
  const { secrets, body } = olderFolder(folder)
  const store = sqliteIn(folder)
  const opened = await store.open(askOf(secrets), noon)
  expect(opened && Buffer.from(opened.body).equals(body)).toBe(true)
  expect(await store.put(pieceOf(newSecrets()), noon)).toBe('kept')
  await store.close()
  const fresh = newFolder()
  const [brought, made] = [openDatabase(folder), openDatabase(fresh)]
  expect(shapeOf(brought)).toEqual(shapeOf(made))
  for (const db of [brought, made]) db.close()
  for (const one of [folder, fresh]) dropFolder(one)
})

test('RELAY-230 a step that breaks off leaves the layout before it, whole', () => {
  const folder = newFolder()
  olderFolder(folder)
  const db = new Database(join(folder, 'relay.db'))
  // In the way of the step's last line.
  db.exec('CREATE TRIGGER claim AFTER DELETE ON share BEGIN SELECT 1; END')
  const before = shapeOf(db)
  expect(() => openDatabase(folder)).toThrow('claim')
  expect(shapeOf(db)).toEqual(before)
  expect(db.pragma('user_version', { simple: true })).toBe(4)
  db.exec('DROP TRIGGER claim')
  db.close()
  openDatabase(folder).close()
  dropFolder(folder)
})
