// A veil is no secret and no cipher: all that it takes to lift it lies in the same file. It only makes
// a readable thing look like the random bytes around it, so that the container shows no text and no
// magic number. Hashes alone, because the disguise's first load must neither carry libsodium nor
// speak of sealing.

const hash = async (...parts: readonly Uint8Array[]): Promise<Uint8Array> => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', whole))
}

const counter = (value: number): Uint8Array => {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

const nonceBytes = 16
const sumBytes = 32
/** What a veil adds to a plaintext. */
export const veilBytes = nonceBytes + sumBytes

/** XORs with SHA-256(salt | nonce | counter), block after block; twice is the plaintext again. */
const turn = async (
  salt: Uint8Array,
  nonce: Uint8Array,
  bytes: Uint8Array,
): Promise<Uint8Array> => {
  const count = Math.ceil(bytes.length / sumBytes)
  // All at once: the answers come back over a slow road, one after the other.
  const blocks = await Promise.all(
    Array.from({ length: count }, (_, n) => hash(salt, nonce, counter(n))),
  )
  return bytes.map((byte, at) => byte ^ (blocks[Math.floor(at / sumBytes)]?.[at % sumBytes] ?? 0))
}

/** nonce | turned(plain | SHA-256(plain)). */
export const veil = async (salt: Uint8Array, plain: Uint8Array): Promise<Uint8Array> => {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes))
  const summed = new Uint8Array([...plain, ...(await hash(plain))])
  return new Uint8Array([...nonce, ...(await turn(salt, nonce, summed))])
}

/** null when these bytes were never veiled with this salt, or were torn: still random to us. */
export const unveil = async (salt: Uint8Array, veiled: Uint8Array): Promise<Uint8Array | null> => {
  const summed = await turn(salt, veiled.subarray(0, nonceBytes), veiled.subarray(nonceBytes))
  const plain = summed.subarray(0, -sumBytes)
  const sum = await hash(plain)
  return sum.every((byte, at) => byte === summed[plain.length + at]) ? plain : null
}
