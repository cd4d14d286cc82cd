import { expect, test } from 'vitest'
import { containerBytes, firstPages } from '../../src/vault/layout.ts'
import { rounds } from '../thorough.ts'
import { keeperOver } from './desk.ts'
import type { Written } from './memoryDisk.ts'
import { lost } from './torn.ts'

// The power goes at the first visit. What the phone had not got to stands in the file as zeros, and zeros among
// random bytes would tell for ever that it went just then.

const sector = 4_096
const piece = 262_144

const zeros = Buffer.alloc(sector)

const holesIn = (image: Uint8Array): number =>
  Array.from({ length: Math.ceil(image.length / sector) }, (_, n) => n * sector).filter(
    (at) => Buffer.compare(zeros, image.subarray(at, at + sector)) === 0,
  ).length

/** What is written from a file like this until it is whole. */
const writesOf = async (start: Uint8Array): Promise<readonly Written[]> => {
  const keeper = keeperOver(start)
  await keeper.ask({ ask: 'wake' })
  return keeper.disk.writes()
}

/** A long write need not land as one. */
const inPieces = (writes: readonly Written[]): readonly Written[] =>
  writes.flatMap(({ at, bytes, flushed }) =>
    Array.from({ length: Math.ceil(bytes.length / piece) }, (_, n) => ({
      at: at + n * piece,
      bytes: bytes.subarray(n * piece, (n + 1) * piece),
      flushed,
    })),
  )

/** The file after the visit that follows; holes that were there before it, and after it. */
const nextVisits = async (start: Uint8Array, writes: readonly Written[]) => {
  const found: { readonly size: number; readonly before: number; readonly after: number }[] = []
  for (const image of lost(start, writes, rounds(2, 12))) {
    const keeper = keeperOver(image)
    await keeper.ask({ ask: 'wake' })
    const after = keeper.disk.image()
    found.push({ size: after.length, before: holesIn(image), after: holesIn(after) })
  }
  return found
}

const empty = new Uint8Array(0)
const whole = containerBytes(firstPages)

test('VAULT-350 whatever is lost of the first visit, the next one leaves no hole', async () => {
  const found = await nextVisits(empty, inPieces(await writesOf(empty)))
  expect(found.some(({ before }) => before > 0)).toBe(true)
  for (const { size, after } of found) expect([size, after]).toEqual([whole, 0])
}, 240_000)

test('VAULT-350 so it is when a file that was cut off is filled on', async () => {
  const keeper = keeperOver()
  await keeper.ask({ ask: 'wake' })
  const start = keeper.disk.image().slice(0, 3_000_001)
  for (const { size, after } of await nextVisits(start, await writesOf(start)))
    expect([size, after]).toEqual([whole, 0])
}, 240_000)

test('VAULT-350 a disk whose flushes are worth nothing does leave holes', async () => {
  const unordered = (await writesOf(empty)).map((write) => ({ ...write, flushed: 0 }))
  const found = await nextVisits(empty, unordered)
  expect(found.some(({ after }) => after > 0)).toBe(true)
}, 240_000)
