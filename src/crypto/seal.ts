import { random } from './random.ts'
import type { Sodium } from './sodium.ts'

const nonceBytes = 24
const tagBytes = 16
/** What sealing adds to a plaintext. */
export const sealBytes = nonceBytes + tagBytes

/** nonce | XChaCha20-Poly1305-IETF(plain), bound to `place`: elsewhere it does not open. */
export const seal = (
  sodium: Sodium,
  key: Uint8Array,
  plain: Uint8Array,
  place: Uint8Array,
): Uint8Array => {
  const nonce = random(nonceBytes)
  const sealed = new Uint8Array(plain.length + sealBytes)
  sealed.set(nonce)
  sealed.set(
    sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, place, null, nonce, key),
    nonceBytes,
  )
  return sealed
}

/** The plaintext; null when it is not ours, not whole or not from this place. */
export const open = (
  sodium: Sodium,
  key: Uint8Array,
  sealed: Uint8Array,
  place: Uint8Array,
): Uint8Array | null => {
  const nonce = sealed.subarray(0, nonceBytes)
  const body = sealed.subarray(nonceBytes)
  try {
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, body, place, nonce, key)
  } catch {
    return null
  }
}
