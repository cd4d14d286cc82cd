import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { NewShare } from '../../src/relay/store.ts'
import { segmentOf } from '../../src/relay/sqlite/segments.ts'
import {
  allBytesIn,
  askOf,
  day,
  dropFolder,
  newFolder,
  newSecrets,
  noon,
  ownerOf,
  shareOf,
  sqliteIn,
} from './given.ts'

let folder: string
beforeEach(() => {
  folder = newFolder()
})
afterEach(() => dropFolder(folder))

const segments = (): string[] => readdirSync(join(folder, 'bodies'))
const pathOf = (until: number): string => join(folder, 'bodies', `${segmentOf(until)}`)

test('RELAY-3 the wrapped body is noise: the same body twice gives other bytes', async () => {
  const store = sqliteIn(folder)
  const until = noon + day
  const body = Buffer.alloc(500, 'x')
  for (let at = 0; at < 2; at++) await store.create(shareOf(newSecrets(), { body, until }))
  await store.close()
  const bytes = readFileSync(pathOf(until))
  const half = bytes.length / 2
  expect(bytes.subarray(0, half).equals(bytes.subarray(half))).toBe(false)
})

test('RELAY-13 a stop writes zeros over the wrapped body, too, and spares its neighbours', async () => {
  const store = sqliteIn(folder)
  const [stopped, kept] = [newSecrets(), newSecrets()]
  const body = randomBytes(4000)
  for (const secrets of [stopped, kept]) await store.create(shareOf(secrets, { body }))
  await store.stop(ownerOf(stopped), noon)
  const bytes = readFileSync(pathOf(noon + 7 * day))
  const half = bytes.length / 2
  expect(bytes.subarray(0, half).equals(Buffer.alloc(half))).toBe(true)
  expect(Buffer.from((await store.open(askOf(kept), noon))?.body ?? []).equals(body)).toBe(true)
  await store.close()
})

test('RELAY-13 a segment goes when its hour is over, and not before', async () => {
  const store = sqliteIn(folder)
  const until = noon + 600
  await store.create(shareOf(newSecrets(), { until }))
  await store.create(shareOf(newSecrets()))
  await store.sweep(until)
  expect(segments()).toHaveLength(2)
  await store.sweep(segmentOf(until))
  expect(segments()).toEqual([`${segmentOf(noon + 7 * day)}`])
  await store.close()
})

test('RELAY-17 a second relay on the same data folder does not start', async () => {
  const store = sqliteIn(folder)
  expect(() => sqliteIn(folder)).toThrow('Another relay')
  await store.close()
  await sqliteIn(folder).close()
})

test('RELAY-18 a body without a row, whole or half written, is gone after the next start', async () => {
  const before = sqliteIn(folder)
  const secrets = newSecrets()
  await before.create(shareOf(secrets))
  await before.close()
  const path = pathOf(noon + 7 * day)
  const good = readFileSync(path)
  appendFileSync(path, 'ORPHAN of a crash')
  writeFileSync(pathOf(noon + 9 * day), 'ORPHAN in a file of its own')
  const after = sqliteIn(folder)
  expect(allBytesIn(folder)).not.toContain('ORPHAN')
  expect(readFileSync(path).equals(good)).toBe(true)
  expect(await after.open(askOf(secrets), noon)).not.toBeNull()
  await after.close()
})

test('RELAY-18 a share whose body the disk has lost looks ended, and others go on', async () => {
  const before = sqliteIn(folder)
  const [lost, kept] = [newSecrets(), newSecrets()]
  await before.create(shareOf(lost, { until: noon + day }))
  await before.create(shareOf(kept))
  await before.close()
  rmSync(pathOf(noon + day))
  const after = sqliteIn(folder)
  expect(await after.open(askOf(lost), noon)).toBeNull()
  expect(await after.look(ownerOf(lost), noon)).toMatchObject({ state: 'ended' })
  expect(await after.open(askOf(kept), noon)).not.toBeNull()
  await after.close()
})

test('RELAY-18 what is created after a recovery lies where nothing else does', async () => {
  const all: [ReturnType<typeof newSecrets>, Buffer][] = []
  for (let start = 0; start < 4; start++) {
    const store = sqliteIn(folder)
    for (let at = 0; at < 5; at++) {
      const [secrets, body] = [newSecrets(), randomBytes(1000 + at)]
      await store.create(shareOf(secrets, { body }))
      all.push([secrets, body])
    }
    await store.close()
    appendFileSync(pathOf(noon + 7 * day), randomBytes(start * 100))
  }
  const store = sqliteIn(folder)
  for (const [secrets, body] of all) {
    const opened = await store.open(askOf(secrets), noon)
    expect(opened && Buffer.from(opened.body).equals(body)).toBe(true)
  }
  await store.close()
})

test('RELAY-14 files that are no segments are left alone', async () => {
  mkdirSync(join(folder, 'bodies'))
  writeFileSync(join(folder, 'bodies', 'lost+found'), 'not ours')
  await sqliteIn(folder).close()
  expect(segments()).toEqual(['lost+found'])
})

test('RELAY-15 a share is refused while the disk has less left than is to be spared', async () => {
  const store = sqliteIn(folder, 1e12, 2 ** 60)
  const share: NewShare = shareOf(newSecrets())
  expect(await store.create(share)).toEqual({ ok: false, why: 'full' })
  expect(await store.ready()).toBe(true)
  await store.close()
})
