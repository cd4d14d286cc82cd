import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainCode } from '../../src/crypto/code.ts'
import { random } from '../../src/crypto/random.ts'
import { open, seal, sealBytes } from '../../src/crypto/seal.ts'
import { ready } from '../../src/crypto/sodium.ts'
import { floor } from '../../src/crypto/cost.ts'
import { stretch } from '../../src/crypto/stretch.ts'
import { unveil, veil } from '../../src/crypto/veil.ts'
import { wipe } from '../../src/crypto/wipe.ts'

const bytes = fc.uint8Array({ maxLength: 2_000 })

test('CRYPTO-1 what is sealed opens with its key and in its place', async () => {
  const sodium = await ready()
  fc.assert(
    fc.property(bytes, bytes, (plain, place) => {
      const key = random(32)
      const sealed = seal(sodium, key, plain, place)
      expect(sealed.length).toBe(plain.length + sealBytes)
      expect(open(sodium, key, sealed, place)).toEqual(plain)
    }),
  )
})

test('CRYPTO-2 another key, another place, a flipped bit or a cut gives null', async () => {
  const sodium = await ready()
  const key = random(32)
  const place = new Uint8Array([1, 2, 3])
  fc.assert(
    fc.property(bytes, fc.nat(), (plain, at) => {
      const sealed = seal(sodium, key, plain, place)
      const flipped = sealed.slice()
      flipped[at % sealed.length] = (flipped[at % sealed.length] ?? 0) ^ (1 << (at % 8))
      expect(open(sodium, random(32), sealed, place)).toBeNull()
      expect(open(sodium, key, sealed, new Uint8Array([1, 2, 4]))).toBeNull()
      expect(open(sodium, key, flipped, place)).toBeNull()
      expect(open(sodium, key, sealed.slice(0, at % sealed.length), place)).toBeNull()
    }),
  )
})

test('CRYPTO-3 a code is stretched by Argon2id with 64 MiB and three passes', async () => {
  expect(floor).toEqual({ memory: 65_536, passes: 3 })
  const sodium = await ready()
  const salt = new Uint8Array(16).fill(7)
  const own = await stretch('12+34', salt, floor)
  const plain = sodium.crypto_pwhash(64, '12+34', salt, 3, 67_108_864, 2)
  expect(own).toEqual(plain)
})

test('CRYPTO-4 the same code typed in another script or with other signs is the same code', () => {
  expect(plainCode('١٢٣×٤٥٫٦')).toBe('123*45.6')
  expect(plainCode('۱۲۳÷۴')).toBe('123/4')
  expect(plainCode('１２３−４,５')).toBe('123-4.5')
  expect(plainCode('१२३𝟜𝟡')).toBe('12349')
})

test('CRYPTO-4 every decimal digit of Unicode has the value that it shows', () => {
  for (let code = 0; code < 0x1_fbff; code++) {
    const digit = String.fromCodePoint(code)
    if (!/^\p{Nd}$/u.test(digit)) continue
    expect(plainCode(digit)).toMatch(/^[0-9]$/)
  }
})

test('CRYPTO-5 random bytes come in any length', () => {
  expect(random(200_000).length).toBe(200_000)
  const counts = new Set(random(200_000))
  expect(counts.size).toBe(256)
})

test('CRYPTO-6 wiping leaves only zeros', () => {
  const key = random(32)
  wipe(key)
  expect(key).toEqual(new Uint8Array(32))
})

test('CRYPTO-7 a veil opens with its salt and is null for random bytes', async () => {
  const salt = random(16)
  const plain = new Uint8Array([1, 2, 3])
  expect(await unveil(salt, await veil(salt, plain))).toEqual(plain)
  expect(await unveil(salt, random(60))).toBeNull()
})
