import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openBodies, type Bodies } from '../../src/relay/sqlite/bodies.ts'
import type { Spot } from '../../src/relay/sqlite/segments.ts'
import { dropFolder, newFolder } from './given.ts'

const hour = 3600

let folder: string
let bodies: Bodies
beforeEach(() => {
  folder = newFolder()
  bodies = openBodies(folder)
})
afterEach(() => {
  bodies.close()
  dropFolder(folder)
})

const bytes = (at: number): Buffer => Buffer.alloc(100, at)

const put = <T>(at: number, use: (spot: Spot) => Promise<T>): Promise<T> =>
  bodies.put({ until: at * hour, size: 100, make: () => [bytes(at)] }, use)

const hours = Array.from({ length: 12 }, (_, at) => at + 1)

test('RELAY-502 bodies that come together are on disk together, whenever they end, and so are their rows', async () => {
  const seen: Spot[] = []
  const inOneTurn = Promise.withResolvers<number>()
  const use = async (spot: Spot): Promise<number> => {
    seen.push(spot)
    if (seen.length === 1) setImmediate(() => inOneTurn.resolve(seen.length))
    return bodies.bytes()
  }
  const onDisk = await Promise.all(hours.map((at) => put(at, use)))
  expect(onDisk).toEqual(hours.map(() => hours.length * 100))
  expect(await inOneTurn.promise).toBe(hours.length)
  expect(seen.map((spot) => bodies.read(spot))).toEqual(hours.map(bytes))
})

test('RELAY-502 what comes while rows are made waits for the next turn, and shares it', async () => {
  const made = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  const first = put(1, async () => {
    begun.resolve()
    await made.promise
  })
  await begun.promise
  const used: number[] = []
  const others = hours.map((at) => put(at, async () => used.push(at)))
  for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate)
  expect(used).toEqual([])
  made.resolve()
  await Promise.all([first, ...others])
  expect(used).toEqual(hours)
})

test('RELAY-502 where one hour has no place on disk the others go on', async () => {
  mkdirSync(join(folder, `${3 * hour}`))
  const done = await Promise.allSettled(hours.map((at) => put(at, async ({ length }) => length)))
  expect(done.map(({ status }) => status === 'fulfilled')).toEqual(hours.map((at) => at !== 3))
  const late = put(5, () => Promise.reject(new Error('no row')))
  await expect(late).rejects.toThrow('no row')
  expect(await put(6, async ({ offset }) => offset)).toBe(100)
  await bodies.settled()
})
