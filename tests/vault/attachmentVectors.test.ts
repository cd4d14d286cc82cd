import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ready } from '../../src/crypto/sodium.ts'
import { chunkBytes, chunkRoom } from '../../src/vault/chunkSize.ts'
import { chunkAt, chunkPlace } from '../../src/vault/space.ts'

// attachments.json was worked out once with Python and libsodium called from it, following
// docs/formats/attachments.md and not this code.

type Vectors = {
  readonly key: string
  readonly nonce: string
  readonly id: string
  readonly region: number
  readonly slot: number
  readonly index: number
  readonly place: string
  readonly at: number
  readonly part: string
  readonly chunkHash: string
  readonly chunkStart: string
}

const file = join(import.meta.dirname, '../vectors/attachments.json')
const vectors: Vectors = JSON.parse(readFileSync(file, 'utf8'))
const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'))
const hex = (value: Uint8Array): string => Buffer.from(value).toString('hex')

test('FILE-9 a chunk lies and is sealed as the format says', async () => {
  const sodium = await ready()
  const { region, slot, index, id } = vectors
  const place = chunkPlace(region, slot, id, index)
  expect(hex(place)).toBe(vectors.place)
  expect(chunkAt(region, slot)).toBe(vectors.at)
  const plain = new Uint8Array(chunkRoom)
  plain.set(bytes(vectors.part))
  const nonce = bytes(vectors.nonce)
  const key = bytes(vectors.key)
  const body = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, place, null, nonce, key)
  const chunk = new Uint8Array([...nonce, ...body])
  expect(chunk.length).toBe(chunkBytes)
  expect(hex(chunk.subarray(0, 64))).toBe(vectors.chunkStart)
  expect(createHash('sha256').update(chunk).digest('hex')).toBe(vectors.chunkHash)
})
