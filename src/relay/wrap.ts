import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto'
import { random } from './random.ts'

// Each body lies on disk under a random key of its own, and that key lies in one small row. Erasing
// the row makes the body unreadable at once, also where old copies of the body may still lie.

const nonceBytes = 12
const tagBytes = 16

export const newKey = (): Uint8Array => random(32)

/** Nonce, sealed bytes and tag, which lie on disk one after the other; bound to `locator`, so that bodies cannot be swapped. */
export const wrap = (
  key: Uint8Array,
  locator: Uint8Array,
  body: Uint8Array,
): readonly Uint8Array[] => {
  const nonce = random(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(key), nonce).setAAD(locator)
  const sealed = cipher.update(body)
  cipher.final()
  return [nonce, sealed, cipher.getAuthTag()]
}

/** Throws when the bytes were changed. */
export const unwrap = (key: Uint8Array, locator: Uint8Array, wrapped: Uint8Array): Buffer => {
  const end = wrapped.length - tagBytes
  const cipher = createDecipheriv(
    'aes-256-gcm',
    createSecretKey(key),
    wrapped.subarray(0, nonceBytes),
  )
  cipher.setAAD(locator).setAuthTag(wrapped.subarray(end))
  const body = cipher.update(wrapped.subarray(nonceBytes, end))
  // This way of sealing leaves nothing to the end but the check of the tag.
  cipher.final()
  return body
}
