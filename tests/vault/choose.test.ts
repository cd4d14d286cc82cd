import { expect, test, vi } from 'vitest'
import { ready } from '../../src/crypto/sodium.ts'
import { chooseDisk, onceFree, patience, step } from '../../src/vault/choose.ts'
import type { Disk } from '../../src/vault/disk.ts'
import { createKeeper } from '../../src/vault/keeper.ts'
import { memoryDisk } from './memoryDisk.ts'

const taking = (refusals: number, name: string) => {
  let asked = 0
  return () => {
    asked += 1
    return asked > refusals
      ? Promise.resolve('file' as const)
      : Promise.reject(new DOMException('held', name))
  }
}

const pausing = () => vi.fn(() => Promise.resolve())

test.each(['NoModificationAllowedError', 'InvalidStateError'])(
  'VAULT-13 a file that is held (%s) is taken once it is free',
  async (name) => {
    const pause = pausing()
    expect(await onceFree(taking(3, name), pause)).toBe('file')
    expect(pause).toHaveBeenCalledTimes(3)
  },
)

test('VAULT-13 a file that stays held is busy, after a while', async () => {
  const pause = pausing()
  expect(await onceFree(taking(Infinity, 'NoModificationAllowedError'), pause)).toBe('busy')
  expect(pause).toHaveBeenCalledTimes(patience / step)
})

test('VAULT-13 what is wrong in another way is not waited for', async () => {
  const pause = pausing()
  await expect(onceFree(taking(1, 'SecurityError'), pause)).rejects.toThrow('held')
  expect(pause).not.toHaveBeenCalled()
})

/** A phone with this file, and perhaps a database from before. */
const phone = (
  file: Disk | 'busy' | 'shut' | null,
  isInDatabase: boolean,
  space: Disk | 'busy' | 'shut' | null = null,
) => {
  const database: Disk = { ...memoryDisk(), kind: 'database' }
  const openDatabase = vi.fn(() => Promise.resolve(database))
  const chosen = chooseDisk({
    openFile: () => Promise.resolve(file),
    isInDatabase: () => Promise.resolve(isInDatabase),
    openSpace: () => Promise.resolve(space),
    openDatabase,
  })
  return { chosen, database, openDatabase }
}

test('VAULT-13 no database takes the place of a file that is held', async () => {
  const { chosen, openDatabase } = phone('busy', true)
  expect(await chosen).toBe('busy')
  expect(openDatabase).not.toHaveBeenCalled()
})

test('VAULT-482 nor of a file that holds something and does not open just now', async () => {
  const { chosen, openDatabase } = phone('shut', true)
  expect(await chosen).toBe('shut')
  expect(openDatabase).not.toHaveBeenCalled()
})

test('VAULT-482 a set-up beside a file that does not open begins nothing, and names no other tab', async () => {
  const keeper = createKeeper({
    openStorage: () => Promise.resolve({ ok: false, why: 'shut' }),
    openSpace: () => Promise.resolve(null),
    sodium: ready,
    stretch: () => Promise.reject(new Error('no code')),
    even: () => Promise.resolve(),
    now: () => 0,
    clock: () => 0,
    pause: () => Promise.resolve(),
    memory: null,
  })
  expect(await keeper.answer({ ask: 'setUp', code: '1+1' })).toEqual({ ok: false, why: 'shut' })
  expect(await keeper.answer({ ask: 'wake' })).toEqual({ state: '', storage: 'file' })
})

test('VAULT-14 without files it is the database', async () => {
  const { chosen, database } = phone(null, false)
  expect(await chosen).toBe(database)
})

test('VAULT-14 a new file gives way to a database from before, and is let go', async () => {
  const file = memoryDisk()
  const { chosen, database } = phone(file, true)
  expect(await chosen).toBe(database)
  expect(file.closed()).toBe(true)
})

test.each([
  { what: 'new, with no database', bytes: 0, isInDatabase: false },
  { what: 'in use, whatever the database holds', bytes: 9, isInDatabase: true },
])('VAULT-14 a file is taken that is $what', async ({ bytes, isInDatabase }) => {
  const file = memoryDisk(new Uint8Array(bytes))
  const { chosen, openDatabase } = phone(file, isInDatabase)
  expect(await chosen).toBe(file)
  expect(openDatabase).not.toHaveBeenCalled()
})

test('VAULT-601 what an erasing had to leave of the attachments is taken away before a container begins', async () => {
  const [file, space] = [memoryDisk(), memoryDisk(new Uint8Array(9))]
  expect(await phone(file, false, space).chosen).toBe(file)
  expect(space.size()).toBe(0)
  expect(file.closed()).toBe(false)
})

test('VAULT-601 nothing begins beside attachments that somebody holds', async () => {
  const file = memoryDisk()
  expect(await phone(file, false, 'busy').chosen).toBe('busy')
  expect(file.closed()).toBe(true)
})

test('VAULT-601 attachments that only do not open hold up no start', async () => {
  const file = memoryDisk()
  expect(await phone(file, false, 'shut').chosen).toBe(file)
  expect(file.closed()).toBe(false)
})

test('VAULT-601 attachments beside a container that is there, or lies in a database, stay', async () => {
  const space = memoryDisk(new Uint8Array(9))
  const file = memoryDisk(new Uint8Array(9))
  expect(await phone(file, false, space).chosen).toBe(file)
  const { chosen, database } = phone(memoryDisk(), true, space)
  expect(await chosen).toBe(database)
  expect(space.size()).toBe(9)
})
