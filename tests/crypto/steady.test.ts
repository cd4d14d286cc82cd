import { expect, test } from 'vitest'
import { derive } from '../../src/crypto/derive.ts'
import { ready } from '../../src/crypto/sodium.ts'
import { steady } from '../../src/crypto/steady.ts'

// That no copy is left in a browser's memory is seen by FORENSIC-10; here, that the first one goes.

test('CRYPTO-8 what is moved to a buffer of its own is wiped where it was', () => {
  const given = new Uint8Array([1, 2, 3])
  const kept = steady(given)
  expect([...kept]).toEqual([1, 2, 3])
  expect([...given]).toEqual([0, 0, 0])
  expect(kept.buffer.byteLength).toBe(3)
})

test('CRYPTO-8 a derived key is not the array that the library gave', async () => {
  const sodium = await ready()
  const given = new Uint8Array(32).fill(9)
  const library = { ...sodium }
  Reflect.set(library, 'crypto_generichash', () => given)
  const key = derive(library, new Uint8Array(32), 'a')
  expect([...key]).toEqual([...new Uint8Array(32).fill(9)])
  expect([...given]).toEqual([...new Uint8Array(32)])
})
