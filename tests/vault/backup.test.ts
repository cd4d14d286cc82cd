import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { derive } from '../../src/crypto/derive.ts'
import { random } from '../../src/crypto/random.ts'
import { open } from '../../src/crypto/seal.ts'
import { ready, type Sodium } from '../../src/crypto/sodium.ts'
import {
  chunkPlace,
  encodeChunk,
  openCopy,
  sealCopy as seal,
  type Copied,
} from '../../src/vault/backup.ts'
import { buckets, mostFile } from '../../src/vault/copySize.ts'
import type { Item } from '../../src/vault/messages.ts'
import { pieceOf } from '../../src/vault/page.ts'
import { digitsOf, keyOf } from '../../src/vault/recoveryKey.ts'
import { item } from './desk.ts'
import { readCopy } from './secondReader.ts'

const chunk = 65_536
let sodium: Sodium

beforeAll(async () => {
  sodium = await ready()
})

const sealCopy = (
  sodium: Sodium,
  key: Uint8Array,
  items: readonly Item[],
  lost = 0,
): Uint8Array => {
  const file = seal(sodium, key, items, lost)
  if (!file) throw new Error('too much for one file')
  return file
}

const contentsOf = (copied: Copied | null): Record<string, string> | null =>
  copied && Object.fromEntries(copied.items.map(([name, bytes]) => [name, textOf(bytes)]))

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** `count` entries of about `length` bytes. */
const entries = (count: number, length: number): Item[] =>
  Array.from({ length: count }, (_, n) => item(`story/${n}`, `${n} `.padEnd(length, 'x')))

const flipped = (file: Uint8Array, at: number): Uint8Array => {
  const other = file.slice()
  other[at] = (other[at] ?? 0) ^ 1
  return other
}

const chunkOf = (file: Uint8Array, index: number): Uint8Array =>
  file.slice(index * chunk, (index + 1) * chunk)

test('BACKUP-5 any record is read back as it was', () => {
  const text = fc.string({ maxLength: 300, unit: 'grapheme' })
  const long = fc.constantFrom('ش'.repeat(50_000), 'x'.repeat(200_000))
  const some = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}\/\w{1,16}$/), fc.oneof(text, long), {
    maxKeys: 12,
    noNullPrototype: true,
  })
  fc.assert(
    fc.property(some, (record) => {
      const key = random(16)
      const items = Object.entries(record).map(([name, value]) => item(name, value))
      const copied = openCopy(sodium, key, sealCopy(sodium, key, items))
      expect(contentsOf(copied)).toEqual(record)
      expect(copied?.missing).toBe(0)
    }),
    { numRuns: 30 },
  )
})

test.each([
  [1, 0],
  [4, 3],
  [16, 5],
  [64, 17],
  [256, 65],
])('BACKUP-6 a file of %d chunks is the smallest one for %d full chunks', (total, full) => {
  const key = random(16)
  const items = entries(full, 65_000)
  const file = sealCopy(sodium, key, items)
  expect(file.length / chunk).toBe(Math.max(total, buckets[0]))
  expect(openCopy(sodium, key, file)?.items.length).toBe(full)
})

test('BACKUP-6 what no file can hold is refused before anything is made', () => {
  const one = new Uint8Array(mostFile)
  expect(seal(sodium, random(16), [['story/a', one]], 0)).toBeNull()
})

test('BACKUP-6 nothing in a file is readable or repeated, full or empty', () => {
  const key = random(16)
  for (const items of [[], entries(3, 60_000)]) {
    const file = sealCopy(sodium, key, items)
    const again = sealCopy(sodium, key, items)
    const blocks = new Set<string>()
    for (const bytes of [file, again])
      for (let at = 0; at < bytes.length; at += 16)
        blocks.add(Buffer.from(bytes.subarray(at, at + 16)).toString('base64'))
    expect(blocks.size).toBe((2 * file.length) / 16)
    const counts = new Uint32Array(256)
    for (const byte of file) counts[byte] = (counts[byte] ?? 0) + 1
    const expected = file.length / 256
    const square = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    // 255 degrees of freedom: six deviations above what chance gives.
    expect(square).toBeLessThan(255 + 6 * Math.sqrt(510))
  }
})

test('BACKUP-7 damage to any chunk costs its own entries alone', () => {
  const key = random(16)
  const items = entries(40, 9_000)
  const file = sealCopy(sodium, key, items)
  let lost = 0
  for (let index = 0; index < file.length / chunk; index++) {
    const copied = openCopy(sodium, key, flipped(file, index * chunk + ((index * 997) % chunk)))
    const kept = copied?.items.length ?? 0
    expect(copied?.missing).toBe(40 - kept)
    expect(kept).toBeGreaterThanOrEqual(40 - 7)
    lost += 40 - kept
  }
  expect(lost).toBe(40)
})

test('BACKUP-7 an entry longer than a chunk is left out when a part of it is gone', () => {
  const key = random(16)
  const file = sealCopy(sodium, key, [item('story/long', 'x'.repeat(100_000)), item('a/b', 'c')])
  const copied = openCopy(sodium, key, flipped(file, 100))
  expect(contentsOf(copied)).toEqual({ 'a/b': 'c' })
  expect(copied?.missing).toBe(1)
})

test.each([0, 1, 65_535])(
  'BACKUP-8 a file cut %d bytes into a chunk gives the chunks before',
  (rest) => {
    const key = random(16)
    const file = sealCopy(sodium, key, entries(30, 65_000))
    for (const whole of [1, 5, 29]) {
      const copied = openCopy(sodium, key, file.slice(0, whole * chunk + rest))
      expect([copied?.items.length, copied?.missing]).toEqual([whole, 30 - whole])
    }
    expect(openCopy(sodium, key, file.slice(0, chunk - 1))).toBeNull()
  },
)

test('BACKUP-8 what stands behind a file, or in another place, is not taken', () => {
  const key = random(16)
  const file = sealCopy(sodium, key, entries(4, 65_000))
  const longer = new Uint8Array([...file, ...random(100_000)])
  expect(openCopy(sodium, key, longer)?.items.length).toBe(4)
  const swapped = file.slice()
  swapped.set(chunkOf(file, 1), 0)
  swapped.set(chunkOf(file, 0), chunk)
  const copied = openCopy(sodium, key, swapped)
  expect(Object.keys(contentsOf(copied) ?? {})).toEqual(['story/2', 'story/3'])
  expect(copied?.missing).toBe(2)
})

test('BACKUP-9 another key, random bytes and nothing give nothing', () => {
  const key = random(16)
  const file = sealCopy(sodium, key, entries(3, 100))
  expect(openCopy(sodium, random(16), file)).toBeNull()
  expect(openCopy(sodium, key, random(file.length))).toBeNull()
  expect(openCopy(sodium, key, new Uint8Array(0))).toBeNull()
})

test('BACKUP-9 a chunk of another file does not get in', () => {
  const [key, other] = [random(16), random(16)]
  const mixed = sealCopy(sodium, key, entries(4, 65_000))
  const foreign = sealCopy(sodium, other, entries(4, 65_000))
  mixed.set(chunkOf(foreign, 2), 2 * chunk)
  const names = ['story/0', 'story/1', 'story/3']
  expect(openCopy(sodium, key, mixed)?.items.map(([name]) => name)).toEqual(names)
  expect(openCopy(sodium, other, mixed)?.items.map(([name]) => name)).toEqual(['story/2'])
})

// The numbers in backup.json were worked out once with other tools (Python's hashlib and libsodium
// called from Python), following docs/formats/backup.md and not this code.

type Vectors = {
  readonly keys: readonly { readonly key: string; readonly digits: string }[]
  readonly fileKey: string
  readonly place: string
  readonly chunkHash: string
  readonly sealed: string
  readonly opened: string
}

const file = join(import.meta.dirname, '../vectors/backup.json')
const vectors: Vectors = JSON.parse(readFileSync(file, 'utf8'))

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'))
const hex = (value: Uint8Array): string => Buffer.from(value).toString('hex')

test('BACKUP-10 digits are as the format says', () => {
  expect(vectors.keys.length).toBe(4)
  for (const { key, digits } of vectors.keys) {
    expect(digitsOf(bytes(key))).toBe(digits)
    expect(hex(keyOf(digits) ?? new Uint8Array(0))).toBe(key)
  }
})

test('BACKUP-10 keys, places, chunks and seals are as the format says', () => {
  const fileKey = derive(sodium, bytes(vectors.keys[2]?.key ?? ''), 'copy 1')
  expect(hex(fileKey)).toBe(vectors.fileKey)
  expect(hex(chunkPlace(3, 16))).toBe(vectors.place)
  const pieces = [
    pieceOf({ name: 'story/å', part: 0, parts: 2, bytes: new TextEncoder().encode('första') }),
    pieceOf({ name: 'contact/b', part: 0, parts: 1, bytes: new TextEncoder().encode('{}') }),
  ]
  const plain = encodeChunk(pieces, 258)
  expect(createHash('sha256').update(plain).digest('hex')).toBe(vectors.chunkHash)
  const opened = open(sodium, fileKey, bytes(vectors.sealed), chunkPlace(3, 16))
  expect(textOf(opened ?? new Uint8Array(0))).toBe(vectors.opened)
})

test('BACKUP-10 a second reader, written from the document alone, reads the same', () => {
  const key = random(16)
  const items = [...entries(20, 9_000), item('story/long', 'å'.repeat(80_000)), item('a/b', '')]
  const sealed = sealCopy(sodium, key, items)
  const read = readCopy(sodium, digitsOf(key), sealed)
  expect(read.entries).toEqual(contentsOf(openCopy(sodium, key, sealed)))
  expect(read.counts).toEqual(Array(16).fill(items.length))
})
