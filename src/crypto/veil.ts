// A veil is no secret: its key lies in the same file. It only makes a readable thing look like the
// random bytes around it, so that the container shows no magic number and no text. WebCrypto, because
// the disguise must not load libsodium.

const keyOf = async (salt: Uint8Array): Promise<CryptoKey> => {
  const hash = await crypto.subtle.digest('SHA-256', new Uint8Array(salt))
  return crypto.subtle.importKey('raw', hash, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

const nonceBytes = 12
/** What a veil adds to a plaintext. */
export const veilBytes = nonceBytes + 16

export const veil = async (salt: Uint8Array, plain: Uint8Array): Promise<Uint8Array> => {
  const iv = crypto.getRandomValues(new Uint8Array(nonceBytes))
  const key = await keyOf(salt)
  const hidden = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new Uint8Array(plain))
  const bytes = new Uint8Array(nonceBytes + hidden.byteLength)
  bytes.set(iv)
  bytes.set(new Uint8Array(hidden), nonceBytes)
  return bytes
}

/** null when these bytes were never veiled with this salt: a slot that is still random. */
export const unveil = async (salt: Uint8Array, veiled: Uint8Array): Promise<Uint8Array | null> => {
  const iv = new Uint8Array(veiled.subarray(0, nonceBytes))
  const body = new Uint8Array(veiled.subarray(nonceBytes))
  const key = await keyOf(salt)
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, body))
  } catch {
    return null
  }
}

/** 16 bytes to XOR small fixed numbers with. */
export const mask = async (salt: Uint8Array): Promise<Uint8Array> => {
  const text = new TextEncoder().encode('numbers')
  const bytes = new Uint8Array(salt.length + text.length)
  bytes.set(salt)
  bytes.set(text, salt.length)
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).subarray(0, 16)
}
