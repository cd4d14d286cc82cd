import Database from 'better-sqlite3'
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../src/relay/sqlite/schema.ts'
import { createWipe } from '../../src/relay/sqlite/wipe.ts'
import { dropFolder, newFolder, newSecrets, noon, ownerOf } from './given.ts'
import { shareOf, sqliteIn } from './given.ts'
import { mounted } from './mount.ts'

let folder: string
beforeEach(() => {
  folder = newFolder()
})
afterEach(() => dropFolder(folder))

test('RELAY-16 the log is empty after a wipe, and the database whole', () => {
  const db = openDatabase(folder)
  const wipe = createWipe(db)
  db.exec('UPDATE probe SET count = 7')
  wipe.erased()
  wipe.ifErased()
  expect(statSync(`${db.name}-wal`).size).toBe(0)
  expect(db.prepare('SELECT count FROM probe').pluck().get()).toBe(7)
  db.close()
})

test('RELAY-16 a wipe waits for whoever is reading, and comes back to it', () => {
  const db = openDatabase(folder)
  db.pragma('busy_timeout = 0')
  const wipe = createWipe(db)
  db.exec('UPDATE probe SET count = 7')
  const reader = new Database(db.name, { readonly: true })
  reader.exec('BEGIN; SELECT * FROM probe')
  reader.prepare('SELECT * FROM probe').get()
  db.exec('UPDATE probe SET count = 8')
  wipe.erased()
  wipe.ifErased()
  expect(statSync(`${db.name}-wal`).size).toBeGreaterThan(0)
  reader.exec('COMMIT')
  reader.close()
  wipe.ifErased()
  expect(statSync(`${db.name}-wal`).size).toBe(0)
  db.close()
})

/** The database as a crash would leave it, with `size` bytes of its log overwritten. */
const crashedAfter = (size: number, at: string): Database.Database => {
  const db = openDatabase(folder)
  db.exec('UPDATE probe SET count = 7')
  db.pragma('wal_checkpoint(RESTART)')
  mkdirSync(at)
  copyFileSync(db.name, join(at, 'relay.db'))
  const log = readFileSync(`${db.name}-wal`)
  writeFileSync(join(at, 'relay.db-wal'), log.fill(0, 0, Math.min(size, log.length)))
  db.close()
  return openDatabase(at)
}

test('RELAY-16 a crash at any step of a wipe loses nothing', () => {
  for (const [at, size] of [0, 1, 8, 32, 40, 4096, 5000, 1e9].entries()) {
    const after = crashedAfter(size, join(folder, `crash${at}`))
    expect(after.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(after.prepare('SELECT count FROM probe').pluck().get()).toBe(7)
    after.close()
  }
})

const image = mounted('ext4', 24)

test.skipIf(image === null)('RELAY-16 nor does the disk below hold an erased key', async () => {
  if (image === null) return
  const store = sqliteIn(join(image.folder, 'data'))
  const all = Array.from({ length: 100 }, (_, at) => {
    const mark = Buffer.from(`MARKKEY${at}`.padEnd(32, 'x'))
    return { ...newSecrets(), serverShare: mark, link: mark }
  })
  for (const secrets of all)
    await store.create({ ...shareOf(secrets), link: Buffer.from(secrets.link) })
  for (const secrets of all) await store.stop(ownerOf(secrets), noon)
  await store.close()
  execFileSync('sync')
  expect(image.raw().match(/MARKKEY/g)?.length ?? 0).toBe(0)
  expect(image.raw()).toContain('SQLite format 3')
})

test.skipIf(image === null)('RELAY-16 nor one of a share that has ended by itself', async () => {
  if (image === null) return
  const store = sqliteIn(join(image.folder, 'ended'))
  for (let at = 0; at < 60; at++) {
    const mark = Buffer.from(`MARKENDED${at}`.padEnd(32, 'x'))
    const share = shareOf({ ...newSecrets(), serverShare: mark }, { until: noon + 600 })
    expect(await store.create({ ...share, link: mark })).toEqual({ ok: true })
  }
  expect(image.raw()).toContain('MARKENDED')
  expect(await store.sweep(noon + 3600)).toMatchObject({ ended: 60 })
  await store.close()
  execFileSync('sync')
  expect(image.raw().match(/MARKENDED/g)?.length ?? 0).toBe(0)
})
