import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clearUncarried, type OpenSpace } from '../../src/vault/attachments.ts'
import { chunkBytes, chunkRoom, spaceBytes } from '../../src/vault/chunkSize.ts'
import { chunkAt } from '../../src/vault/space.ts'
import { rounds } from '../thorough.ts'
import { attach, fetchBack, roomOf, widenTo, type Kept } from './chunks.ts'
import { keeperOver } from './desk.ts'
import { memoryDisk } from './memoryDisk.ts'

const code = '483+92*7-165'
const other = '12*34+56-789'

const withRoom = async () => {
  const keeper = keeperOver()
  await keeper.ask({ ask: 'setUp', code })
  await widenTo(keeper, 8)
  return keeper
}

const bytesOf = (length: number, seed: number): Uint8Array =>
  new Uint8Array(length).map((_, at) => (at * 31 + seed * 17 + (at >> 8)) % 256)

test('FILE-1 any bytes come back with their hash, in another session too', async () => {
  const keeper = await withRoom()
  const sizes = fc.oneof(
    fc.integer({ min: 1, max: 2 * chunkRoom + 5 }),
    fc.constantFrom(1, chunkRoom - 1, chunkRoom, chunkRoom + 1),
  )
  await fc.assert(
    fc.asyncProperty(sizes, fc.nat(255), async (size, seed) => {
      const bytes = bytesOf(size, seed)
      const kept = await attach(keeper, bytes, [5, 2, 7])
      expect(kept).toMatchObject({
        ok: true,
        hash: createHash('sha256').update(bytes).digest('hex'),
      })
      if (!kept.ok) return
      await keeper.ask({ ask: 'lock' })
      const later = keeperOver(keeper.disk.image(), undefined, memoryDisk(keeper.space.image()))
      await later.opens(code)
      expect(await fetchBack(later, kept)).toEqual(bytes)
      await keeper.opens(code)
    }),
    { numRuns: rounds(6, 15, 60) },
  )
}, 240_000)

const turned: readonly [string, (kept: Kept) => Kept][] = [
  ['key', (kept) => ({ ...kept, key: kept.key.map((byte) => byte ^ 1) })],
  ['slot', (kept) => ({ ...kept, slots: kept.slots.toReversed() })],
  ['id', (kept) => ({ ...kept, id: 'anotherIdOf16Abc' })],
  ['slot beyond the room', (kept) => ({ ...kept, slots: [8, 9] })],
]

test.each(turned)('FILE-2 a chunk does not open with another %s', async (_, turn) => {
  const keeper = await withRoom()
  const kept = await attach(keeper, bytesOf(chunkRoom + 1, 1), [0, 1])
  if (!kept.ok) throw new Error('not kept')
  expect(await fetchBack(keeper, kept)).not.toBeNull()
  expect(await fetchBack(keeper, turn(kept))).toBeNull()
})

test('FILE-2 a chunk does not open for another region, nor where it was copied to', async () => {
  const keeper = await withRoom()
  const kept = await attach(keeper, bytesOf(50, 1), [3])
  if (!kept.ok) throw new Error('not kept')
  // The next set-up takes the next region.
  await keeper.ask({ ask: 'setUp', code: other })
  expect(await fetchBack(keeper, kept)).toBeNull()
  const image = keeper.space.image()
  const found = [0, 1, 2, 3].map((region) => {
    const at = chunkAt(region, 3)
    return image.slice(at, at + chunkBytes)
  })
  for (const [region] of found.entries()) {
    for (const chunk of found) keeper.space.write(chunkAt(region, 3), chunk)
  }
  expect(await fetchBack(keeper, kept)).toBeNull()
})

test('FILE-2 a chunk that was moved to another slot of its region does not open there', async () => {
  const keeper = await withRoom()
  const kept = await attach(keeper, bytesOf(50, 1), [3])
  if (!kept.ok) throw new Error('not kept')
  const image = keeper.space.image()
  const own = [0, 1, 2, 3]
  for (const region of own) {
    const chunk = image.slice(chunkAt(region, 3), chunkAt(region, 3) + chunkBytes)
    keeper.space.write(chunkAt(region, 4), chunk)
  }
  expect(await fetchBack(keeper, kept)).not.toBeNull()
  expect(await fetchBack(keeper, { ...kept, slots: [4] })).toBeNull()
})

test('FILE-3 no file before the first attachment; then all regions grow, full of random bytes', async () => {
  const keeper = keeperOver()
  await keeper.ask({ ask: 'setUp', code })
  expect(await roomOf(keeper)).toBe(0)
  expect(keeper.space.size()).toBe(0)
  await widenTo(keeper, 8)
  expect(keeper.space.size()).toBe(spaceBytes(8))
  const image = keeper.space.image()
  const counts = Array.from({ length: 256 }, () => 0)
  for (const byte of image) counts[byte] = (counts[byte] ?? 0) + 1
  const even = image.length / 256
  const chi = counts.reduce((sum, count) => sum + (count - even) ** 2 / even, 0)
  expect(Math.abs(chi - 255) / Math.sqrt(510)).toBeLessThan(5)
}, 30_000)

test('FILE-4 a file that was cut off while it grew keeps its room and goes on', async () => {
  const keeper = await withRoom()
  const kept = await attach(keeper, bytesOf(900, 4), [7])
  if (!kept.ok) throw new Error('not kept')
  await keeper.ask({ ask: 'widen', slots: 32 })
  const cut = keeper.space.image().slice(0, keeper.space.size() - 12_345)
  const later = keeperOver(keeper.disk.image(), undefined, memoryDisk(cut))
  await later.opens(code)
  expect(await roomOf(later)).toBe(8)
  expect(await fetchBack(later, kept)).toEqual(bytesOf(900, 4))
  await later.ask({ ask: 'widen', slots: 32 })
  expect(later.space.writes()[0]?.at).toBe(cut.length)
})

test('FILE-6 a full phone and a full room say so, and lose nothing', async () => {
  const keeper = await withRoom()
  const kept = await attach(keeper, bytesOf(900, 4), [0])
  if (!kept.ok) throw new Error('not kept')
  expect(await attach(keeper, bytesOf(10, 1), [8])).toEqual({ ok: false, why: 'full' })
  keeper.space.refuse = true
  expect(await attach(keeper, bytesOf(10, 1), [1])).toEqual({ ok: false, why: 'full' })
  expect(await keeper.ask({ ask: 'widen', slots: 32 })).toEqual({ ok: false, why: 'full' })
  keeper.space.refuse = false
  expect(await fetchBack(keeper, kept)).toEqual(bytesOf(900, 4))
})

test('FILE-7 cleared slots and regions are random anew, and no others', async () => {
  const keeper = await withRoom()
  const [gone, stays] = [
    await attach(keeper, bytesOf(9, 1), [0]),
    await attach(keeper, bytesOf(9, 2), [1]),
  ]
  if (!gone.ok || !stays.ok) throw new Error('not kept')
  const before = keeper.space.image()
  keeper.space.writes()
  await keeper.ask({ ask: 'clearChunks', slots: [0] })
  const [write, ...more] = keeper.space.writes()
  expect(more).toEqual([])
  expect(write?.bytes.length).toBe(chunkBytes)
  const at = write?.at ?? 0
  expect(keeper.space.image().slice(at, at + 64)).not.toEqual(before.slice(at, at + 64))
  expect(await fetchBack(keeper, gone)).toBeNull()
  expect(await fetchBack(keeper, stays)).toEqual(bytesOf(9, 2))
  await keeper.ask({ ask: 'lock' })
  const own = Math.floor(at / chunkBytes) % 4
  const reopen = () => {
    keeper.space.reopen()
    return Promise.resolve(keeper.space)
  }
  await drained(
    reopen,
    [0, 1, 2, 3].filter((region) => region !== own),
  )
  await keeper.opens(code)
  expect(await fetchBack(keeper, stays)).toEqual(bytesOf(9, 2))
  await drained(reopen, [own])
  await keeper.opens(code)
  expect(await fetchBack(keeper, stays)).toBeNull()
}, 30_000)

/** To its end; true when all could be reached. */
const drained = async (openSpace: OpenSpace, regions: readonly number[]): Promise<boolean> => {
  const steps = clearUncarried(openSpace, regions)
  for (;;) {
    const step = await steps.next()
    if (step.done) return step.value
  }
}

test('FILE-8 beside a database there is no room and nothing is made', async () => {
  const keeper = keeperOver(undefined, undefined, memoryDisk(), 'database')
  await keeper.ask({ ask: 'setUp', code })
  expect(await roomOf(keeper)).toBe(0)
  expect(await keeper.ask({ ask: 'widen', slots: 8 })).toEqual({ ok: false, why: 'none' })
  expect(keeper.space.size()).toBe(0)
})
