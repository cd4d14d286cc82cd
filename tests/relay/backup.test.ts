import { copyFileSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backUp } from '../../src/relay/sqlite/backup.ts'
import type { Store } from '../../src/relay/store.ts'
import { askOf, dropFolder, newFolder, newSecrets, noon, ownerOf, shareOf } from './given.ts'
import { sqliteIn } from './given.ts'

let folder: string
let store: Store
let file: string
beforeEach(() => {
  folder = newFolder()
  store = sqliteIn(join(folder, 'data'))
  file = join(folder, 'receipts.db')
})
afterEach(async () => {
  await store.close()
  dropFolder(folder)
})

const copy = (): number => backUp(join(folder, 'data'), file)

test('RELAY-80 a backup holds no body, no key, and no proof of link or passcode', async () => {
  const mark = (name: string) => Buffer.from(`MARK${name}`.padEnd(32, 'x'))
  const body = Buffer.from('MARKBODY')
  const share = shareOf(newSecrets(), { body })
  const secret = { link: mark('link'), pass: mark('pass'), serverShare: mark('server') }
  await store.create({ ...share, ...secret })
  expect(copy()).toBe(1)
  const bytes = readFileSync(file).toString('latin1')
  expect(bytes).not.toContain('MARK')
  expect(bytes).toContain(Buffer.from(share.locator).toString('latin1'))
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('RELAY-80 restored, a share has ended and its receipt is there', async () => {
  const secrets = newSecrets()
  await store.create(shareOf(secrets))
  await store.open(askOf(secrets), noon)
  copy()
  const other = join(folder, 'other')
  mkdirSync(other)
  copyFileSync(file, join(other, 'relay.db'))
  const restored = sqliteIn(other)
  expect(await restored.open(askOf(secrets), noon)).toBeNull()
  const receipt = await restored.look(ownerOf(secrets), noon)
  expect(receipt).toMatchObject({ state: 'ended', openers: 1, opens: 1 })
  expect(await restored.create(shareOf(secrets))).toEqual({ ok: false, why: 'taken' })
  await restored.close()
})

test('RELAY-81 a backup takes every receipt while creates go on, and stops wait for nothing', async () => {
  const all = Array.from({ length: 5000 }, () => newSecrets())
  await Promise.all(all.map((secrets) => store.create(shareOf(secrets))))
  const late = store.create(shareOf(newSecrets()))
  expect(copy()).toBeGreaterThanOrEqual(5000)
  await late
  const [first] = all
  expect(first && (await store.stop(ownerOf(first), noon))?.state).toBe('ended')
})

test('RELAY-81 a backup never overwrites a file', () => {
  copy()
  expect(() => copy()).toThrow('EEXIST')
})
