import Database from 'better-sqlite3'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { limits, paths } from '../../src/share/contract.ts'
import {
  askOf,
  createFrame,
  day,
  dropFolder,
  newFolder,
  newSecrets,
  noon,
  ownerOf,
  shareOf,
  sqliteIn,
} from './given.ts'
import { configIn, newHouse, seconds, startHere } from './running.ts'

type Line = Readonly<Record<string, unknown>>

/** Every row of every table, by the table's name. */
const allRows = (folder: string): Readonly<Record<string, readonly Line[]>> => {
  const db = new Database(join(folder, 'relay.db'), { readonly: true })
  const names = db
    .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")
    .all()
  const rows = names.map(({ name }) => [name, db.prepare<[], Line>(`SELECT * FROM ${name}`).all()])
  db.close()
  return Object.fromEntries(rows)
}

const namesIn = (line: Line | undefined): readonly string[] => Object.keys(line ?? {}).toSorted()

const columns = {
  share: `counter forget id lastOpen length link locator offset openers opened opens order owner pass reply
    segment serverShare tries triesLeft unseen until wrapKey wrong`,
  piece: 'file length locator name owner part place staged until wrapKey',
  opener: 'admitted held id token wrong',
}

const listed = (text: string): readonly string[] => text.split(/\s+/).toSorted()

test('RELAY-146 the database has no column for who, where or exactly when', async () => {
  const folder = newFolder()
  const store = sqliteIn(folder)
  const [coded, open] = [newSecrets(), newSecrets(false)]
  for (const secrets of [coded, open]) await store.create(shareOf(secrets))
  await store.open(askOf(coded), noon + 1234)
  await store.open(askOf(coded, { pass: randomBytes(32) }), noon + 1234)
  await store.open(askOf(open), noon + 1234)
  await store.look(ownerOf(coded), noon + 1234)
  const piece = { ...ownerOf(open), file: randomBytes(16), part: 0, sealed: randomBytes(99) }
  expect(await store.put(piece, noon + 1234)).toBe('kept')
  const rows = allRows(folder)
  expect(Object.keys(rows).toSorted()).toEqual([
    'opener',
    'piece',
    'probe',
    'reply',
    'share',
    'tally',
  ])
  expect(namesIn(rows['piece']?.[0])).toEqual(listed(columns.piece))
  expect(Number(rows['piece']?.[0]?.['until']) % 3600).toBe(0)
  expect(namesIn(rows['share']?.[0])).toEqual(listed(columns.share))
  expect(namesIn(rows['opener']?.[0])).toEqual(listed(columns.opener))
  const held = rows['opener']?.map((row) => Number(row['held'])).filter((at) => at > 0)
  expect(held).toHaveLength(1)
  expect(held?.every((at) => at % limits.held === 0)).toBe(true)
  for (const row of rows['share'] ?? []) {
    expect([Number(row['lastOpen']) % 3600, Number(row['forget']) % 3600]).toEqual([0, 0])
  }
  await store.close()
  dropFolder(folder)
})

test('RELAY-147 GET and HEAD of anything change nothing that is kept', async () => {
  const house = newHouse()
  const config = configIn(house)
  const relay = await startHere(config)
  const secrets = newSecrets(false)
  const body = createFrame(secrets, { until: seconds() + day, openers: 1 })
  const app = `http://127.0.0.1:${relay.ports.app}`
  const recipient = `http://127.0.0.1:${relay.ports.recipient}`
  expect((await fetch(app + paths.create, { method: 'POST', body })).status).toBe(201)
  const locator = Buffer.from(secrets.locator).toString('base64url')
  const link = Buffer.from(secrets.link).toString('base64url')
  const before = allRows(config.data)
  const tails = ['', `/${locator}`, `?locator=${locator}&link=${link}`]
  const all = ['/', '/robots.txt', ...Object.values(paths)].flatMap((path) =>
    tails.map((tail) => path + tail),
  )
  for (const origin of [app, recipient]) {
    for (const path of all) {
      for (const method of ['GET', 'HEAD']) await fetch(origin + path, { method })
    }
  }
  expect(allRows(config.data)).toEqual(before)
  expect(before['share']).toHaveLength(1)
  await relay.stop()
  dropFolder(house)
})
