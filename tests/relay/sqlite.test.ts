import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { NewShare } from '../../src/relay/store.ts'
import { limits } from '../../src/share/contract.ts'
import { openDatabase } from '../../src/relay/sqlite/schema.ts'
import {
  allBytesIn,
  askOf,
  dropFolder,
  newFolder,
  newSecrets,
  noon,
  ownerOf,
  shareOf,
  sqliteIn,
} from './given.ts'
import { testStore } from './store.contract.ts'

testStore('sqlite', () => {
  const folder = newFolder()
  return { open: () => sqliteIn(folder), drop: () => dropFolder(folder) }
})

/** A share whose every secret that the relay sees can be found again in a file. */
const marked = (at: number) => {
  const name = `MARK${at}`.padEnd(32, 'x')
  const secrets = { ...newSecrets(), serverShare: Buffer.from(name) }
  const body = Buffer.alloc(3000 * (1 + (at % 4)), 'MARKBODY')
  return { secrets, share: { ...shareOf(secrets, { body }), link: Buffer.from(name) } }
}

const marksIn = (folder: string): number => allBytesIn(folder).match(/MARK/g)?.length ?? 0

const fillMarked = async (folder: string) => {
  const store = sqliteIn(folder)
  const all = Array.from({ length: 120 }, (_, at) => marked(at))
  for (const { share } of all) await store.create(share)
  return { store, all }
}

test('RELAY-3 the files hold no body in the clear', async () => {
  const folder = newFolder()
  const { store } = await fillMarked(folder)
  expect(allBytesIn(folder)).not.toContain('MARKBODY')
  expect(marksIn(folder)).toBeGreaterThan(0)
  await store.close()
  dropFolder(folder)
})

test('RELAY-13 after a stop no byte of a share is left in the data folder', async () => {
  const folder = newFolder()
  const { store, all } = await fillMarked(folder)
  for (const { secrets } of all) await store.stop(ownerOf(secrets), noon)
  expect(marksIn(folder)).toBe(0)
  await store.close()
  dropFolder(folder)
})

test('RELAY-13 after a stop nothing is left of who opened', async () => {
  const folder = newFolder()
  const store = sqliteIn(folder)
  const [stopped, expired] = [newSecrets(), newSecrets()]
  await store.create(shareOf(stopped))
  await store.create(shareOf(expired, { until: noon + 600 }))
  const opener = Buffer.from('MARKOPENER'.padEnd(32, 'x'))
  for (const secrets of [stopped, expired]) await store.open(askOf(secrets, { opener }), noon)
  expect(marksIn(folder)).toBeGreaterThan(0)
  await store.stop(ownerOf(stopped), noon)
  await store.sweep(noon + 600)
  expect(marksIn(folder)).toBe(0)
  await store.close()
  dropFolder(folder)
})

test('RELAY-13 a stopped share leaves no copy in pages that live ones share', async () => {
  const folder = newFolder()
  const { store, all } = await fillMarked(folder)
  const stopped = all.filter((_, at) => at % 3 !== 0)
  await Promise.all(stopped.map(({ secrets }) => store.stop(ownerOf(secrets), noon)))
  const bytes = allBytesIn(folder)
  const left = stopped.filter(({ share }) => bytes.includes(Buffer.from(share.link).toString()))
  expect(left).toEqual([])
  await store.close()
  dropFolder(folder)
})

test('RELAY-13 after a sweep no byte of an expired share is left, nor later its locator', async () => {
  const folder = newFolder()
  const { store, all } = await fillMarked(folder)
  const until = Math.max(...all.map(({ share }) => share.until))
  await store.sweep(until)
  expect(marksIn(folder)).toBe(0)
  const locators = all.map(({ share }) => Buffer.from(share.locator).toString('latin1'))
  expect(locators.every((locator) => allBytesIn(folder).includes(locator))).toBe(true)
  await store.sweep(until + limits.afterlife + 3600)
  const bytes = allBytesIn(folder)
  expect(locators.filter((locator) => bytes.includes(locator))).toEqual([])
  await store.close()
  dropFolder(folder)
})

test('RELAY-14 a restart keeps shares, counters and openers', async () => {
  const folder = newFolder()
  const before = sqliteIn(folder)
  const secrets = newSecrets()
  const known = askOf(secrets)
  await before.create(shareOf(secrets, { openers: 1 }))
  await before.open(known, noon)
  await before.close()
  const after = sqliteIn(folder)
  expect(await after.open(askOf(secrets), noon)).toBeNull()
  expect(await after.open(known, noon)).not.toBeNull()
  expect(await after.look(ownerOf(secrets), noon)).toMatchObject({ openers: 1, opens: 2 })
  await after.close()
  dropFolder(folder)
})

test('RELAY-14 a data folder of another layout is left alone', () => {
  const folder = newFolder()
  const db = openDatabase(folder)
  db.pragma('user_version = 99')
  db.close()
  expect(() => sqliteIn(folder)).toThrow('another layout')
  dropFolder(folder)
})

test('RELAY-15 a full store refuses creates and goes on with everything else', async () => {
  const folder = newFolder()
  const store = sqliteIn(folder, 400_000)
  const secrets = newSecrets()
  await store.create(shareOf(secrets))
  const big = (): NewShare => shareOf(newSecrets(), { body: Buffer.alloc(200_000) })
  await store.create(big())
  expect(await store.create(big())).toEqual({ ok: false, why: 'full' })
  expect(await store.open(askOf(secrets), noon)).not.toBeNull()
  expect(await store.stop(ownerOf(secrets), noon)).toMatchObject({ state: 'ended' })
  await store.close()
  dropFolder(folder)
})

test('RELAY-496 a create that is sent again is told so, small or large, with and without room', async () => {
  const folder = newFolder()
  const store = sqliteIn(folder, 1_000_000)
  const bodies = [6, 60_000, 300_000].map((size) => Buffer.alloc(size, 'a'))
  const all = bodies.map((body) => ({ secrets: newSecrets(), body }))
  for (const { secrets, body } of all) await store.create(shareOf(secrets, { body }))
  const again = (): Promise<unknown[]> =>
    Promise.all(
      all.map(({ secrets, body }) =>
        store.create(shareOf(secrets, { body: Buffer.alloc(body.length, 'b') })),
      ),
    )
  const taken = { ok: false, why: 'taken' }
  expect(await again()).toEqual([taken, taken, taken])
  const rest = shareOf(newSecrets(), { body: Buffer.alloc(150_000) })
  while ((await store.create({ ...rest, locator: newSecrets().locator })).ok);
  expect(await again()).toEqual([taken, taken, taken])
  for (const { secrets, body } of all) {
    expect((await store.open(askOf(secrets), noon))?.body).toEqual(body)
  }
  await store.close()
  dropFolder(folder)
})

test('RELAY-496 where space is tight a create that is sent again takes no more of it', async () => {
  const folder = newFolder()
  const store = sqliteIn(folder, 5_000_000)
  const body = Buffer.alloc(60_000, 'a')
  while ((await store.level()) < 0.81) await store.create(shareOf(newSecrets(), { body }))
  // What it was a moment ago is believed.
  await wait(30)
  const share = shareOf(newSecrets(), { body })
  expect(await store.create(share)).toEqual({ ok: true })
  const before = await store.level()
  for (let at = 0; at < 10; at++) {
    expect(await store.create(share)).toEqual({ ok: false, why: 'taken' })
  }
  expect(await store.level()).toBe(before)
  await store.close()
  dropFolder(folder)
})

test('RELAY-16 what is deleted is overwritten', () => {
  const folder = newFolder()
  const db = openDatabase(folder)
  expect(db.pragma('secure_delete', { simple: true })).toBe(1)
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
  db.close()
  dropFolder(folder)
})
