import { expect, test } from 'vitest'
import { random } from '../../src/crypto/random.ts'
import { ready, type Sodium } from '../../src/crypto/sodium.ts'
import { openHeader, sealHeader, type Header } from '../../src/vault/header.ts'
import { containerBytes, firstPages } from '../../src/vault/layout.ts'
import { pieceOf } from '../../src/vault/page.ts'
import { findVault, readPage, writePage, type Spot } from '../../src/vault/region.ts'
import { memoryDisk } from './memoryDisk.ts'

// Read off the buffers themselves: what goes in to be sealed, what comes out, and the keys that were tried.

const watched = (real: Sodium) => {
  const plains: Uint8Array[] = []
  const keys: Uint8Array[] = []
  const encrypt = real.crypto_aead_xchacha20poly1305_ietf_encrypt
  const decrypt = real.crypto_aead_xchacha20poly1305_ietf_decrypt
  const sodium: Sodium = {
    ...real,
    crypto_aead_xchacha20poly1305_ietf_encrypt: (
      plain: Uint8Array,
      place: Uint8Array,
      none: null,
      nonce: Uint8Array,
      key: Uint8Array,
    ) => {
      plains.push(plain)
      return encrypt(plain, place, none, nonce, key)
    },
    crypto_aead_xchacha20poly1305_ietf_decrypt: (
      none: null,
      body: Uint8Array,
      place: Uint8Array,
      nonce: Uint8Array,
      key: Uint8Array,
    ) => {
      keys.push(key)
      const plain = decrypt(none, body, place, nonce, key)
      plains.push(plain)
      return plain
    },
  } as Sodium
  return { sodium, plains, keys }
}

const areZero = (buffers: readonly Uint8Array[]): boolean =>
  buffers.every((bytes) => bytes.every((byte) => byte === 0))

const header: Header = {
  generation: 7,
  seen: 0,
  vaultKey: random(32),
  opens: null,
  daring: false,
  beside: null,
  clearing: null,
  pages: [],
}

test('VAULT-700 a header is sealed and opened without its plaintext staying', async () => {
  const { sodium, plains } = watched(await ready())
  const key = random(32)
  const sealed = sealHeader(sodium, key, 1, 0, header)
  expect(openHeader(sodium, key, 1, 0, sealed)).toEqual(header)
  expect(plains.length).toBe(2)
  expect(areZero(plains)).toBe(true)
})

test('VAULT-700 a page is sealed and opened without its plaintext staying', async () => {
  const { sodium, plains } = watched(await ready())
  const disk = memoryDisk(random(containerBytes(firstPages)))
  const spot: Spot = { sodium, disk, pages: firstPages, region: 1, key: random(32) }
  const piece = pieceOf({ name: 'a', part: 0, parts: 1, bytes: random(40) })
  const empty = { slot: 0, generation: 0, key: random(32) }
  const page = writePage(spot, { ref: empty, pieces: [piece], readable: true }, 3, 9)
  if (!page.ref) throw new Error('a page that was written lies nowhere')
  expect(readPage(spot, page.ref).pieces).toEqual([piece])
  expect(plains.length).toBe(2)
  expect(areZero(plains)).toBe(true)
})

test('VAULT-700 a key of headers that opens none is zeroed', async () => {
  const { sodium, keys } = watched(await ready())
  const disk = memoryDisk(random(containerBytes(firstPages)))
  expect(findVault(sodium, disk, firstPages, random(64))).toBeNull()
  expect(keys.length).toBe(8)
  expect(areZero(keys)).toBe(true)
})
