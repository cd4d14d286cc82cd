import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { plainCode } from '../../src/crypto/code.ts'
import { derive } from '../../src/crypto/derive.ts'
import { open } from '../../src/crypto/seal.ts'
import { random } from '../../src/crypto/random.ts'
import { ready } from '../../src/crypto/sodium.ts'
import { stretch } from '../../src/crypto/stretch.ts'
import { unveil } from '../../src/crypto/veil.ts'
import { encodeHeader } from '../../src/vault/header.ts'
import { containerBytes, headerAt, pageAt, placeOf } from '../../src/vault/layout.ts'
import { encodePage, pieceOf } from '../../src/vault/page.ts'
import { findPreamble, readSector } from '../../src/vault/preamble.ts'
import { headerKey } from '../../src/vault/region.ts'
import { memoryDisk } from './memoryDisk.ts'

// The numbers in vault.json were worked out once with other tools (Python's hashlib and
// libsodium called from Python), following docs/formats/vault.md and not this code.

type Vectors = {
  readonly typed: string
  readonly code: string
  readonly salt: string
  readonly stretched: string
  readonly root: string
  readonly headerKeys: readonly string[]
  readonly veiled: string
  readonly unveiled: string
  readonly place: string
  readonly sealed: string
  readonly opened: string
  readonly headerHash: string
  readonly shredHash: string
  readonly preamble: string
  readonly mark: string
  readonly pageHash: string
}

const file = join(import.meta.dirname, '../vectors/vault.json')
const vectors: Vectors = JSON.parse(readFileSync(file, 'utf8'))

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'))
const hex = (value: Uint8Array): string => Buffer.from(value).toString('hex')
const hash = (value: Uint8Array): string => createHash('sha256').update(value).digest('hex')

test('VAULT-12 a code leads to the keys that the format says', async () => {
  const sodium = await ready()
  expect(plainCode(vectors.typed)).toBe(vectors.code)
  const cost = { memory: 65_536, passes: 3 }
  const secret = await stretch(vectors.typed, bytes(vectors.salt), cost)
  expect(hex(secret)).toBe(vectors.stretched)
  const root = derive(sodium, secret, 'root 1')
  expect(hex(root)).toBe(vectors.root)
  const keys = [0, 1, 2, 3].map((region) => hex(headerKey(sodium, root, region)))
  expect(keys).toEqual(vectors.headerKeys)
})

test('VAULT-12 veils, places and seals are as the format says', async () => {
  const sodium = await ready()
  const salt = bytes(vectors.salt)
  expect(hex((await unveil(salt, bytes(vectors.veiled))) ?? new Uint8Array(0))).toBe(
    vectors.unveiled,
  )
  const place = placeOf('page', 2, 17, 258)
  expect(hex(place)).toBe(vectors.place)
  const key = bytes(vectors.headerKeys[0] ?? '')
  const opened = open(sodium, key, bytes(vectors.sealed), place)
  expect(new TextDecoder().decode(opened ?? new Uint8Array(0))).toBe(vectors.opened)
})

test('VAULT-12 a header and a page are laid out as the format says', () => {
  const counted = (from: number) => new Uint8Array(32).map((_, at) => from + at)
  const header = encodeHeader({
    generation: 258,
    seen: 65_540,
    vaultKey: counted(0),
    opens: null,
    daring: false,
    beside: null,
    clearing: null,
    pages: [
      { slot: 3, generation: 7, key: counted(32) },
      { slot: 260, generation: 258, key: counted(64) },
    ],
  })
  expect(hash(header)).toBe(vectors.headerHash)
  const shred = {
    generation: 2,
    seen: 0,
    vaultKey: counted(0),
    opens: 3,
    daring: false,
    beside: null,
    clearing: null,
    pages: [],
  }
  expect(hash(encodeHeader(shred))).toBe(vectors.shredHash)
  const beside = { region: 2, key: counted(96) }
  const knowing = encodeHeader({ ...shred, opens: null, beside })
  expect(hex(knowing.subarray(9_774, 9_808))).toBe(`0102${hex(counted(96))}`)
  expect(knowing.subarray(9_808).every((byte) => byte === 0)).toBe(true)
  const page = encodePage([
    pieceOf({ name: 'story/å', part: 0, parts: 2, bytes: new TextEncoder().encode('första') }),
    pieceOf({ name: 'contact/b', part: 0, parts: 1, bytes: new TextEncoder().encode('{}') }),
  ])
  expect(hash(page)).toBe(vectors.pageHash)
})

test('VAULT-12 what stands before the regions, and the mark, are laid out as the format says', async () => {
  const file = memoryDisk(random(8_192))
  file.write(0, new Uint8Array(Buffer.from(vectors.preamble, 'base64')))
  expect(await findPreamble(file)).toEqual({
    salt: bytes(vectors.salt),
    generation: 258,
    cost: { memory: 98_304, passes: 3 },
    chances: 2,
    pages: 64,
    counter: 7,
    tried: 3,
    tries: [29_000_000, 29_000_001, 29_000_007],
    second: 59,
    state: '{"shown":"٧"}',
  })
  file.write(4_096, new Uint8Array(Buffer.from(vectors.mark, 'base64')))
  const mark = await readSector(file, 4_096, 'mark')
  expect(mark && new DataView(mark.plain.buffer).getUint32(0)).toBe(8_527_872)
  expect(await readSector(file, 4_096, 'preamble')).toBeNull()
})

test('VAULT-12 regions, headers and pages stand where the format says', () => {
  expect(headerAt(0, 0)).toBe(8_192)
  expect(headerAt(0, 1)).toBe(8_192 + 16_384)
  expect(headerAt(3, 0)).toBe(8_192 + 3 * 2_129_920)
  expect(pageAt(1, 5)).toBe(8_192 + 2_129_920 + 32_768 + 5 * 65_536)
  expect([32, 64, 128, 256].map(containerBytes)).toEqual([
    8_527_872, 16_916_480, 33_693_696, 67_248_128,
  ])
  expect(pageAt(0, 32)).toBe(8_527_872)
  expect(pageAt(2, 33)).toBe(8_527_872 + (2 * 32 + 1) * 65_536)
  expect(pageAt(3, 63)).toBe(16_916_480 - 65_536)
  expect(pageAt(1, 64)).toBe(16_916_480 + 64 * 65_536)
  expect(pageAt(3, 255)).toBe(67_248_128 - 65_536)
})
