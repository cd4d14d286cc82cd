// Bytes and their spelling. WebCrypto takes only bytes that lie in a plain ArrayBuffer.

export type Bytes = Uint8Array<ArrayBuffer>

/** Fresh random bytes; passed in, so that a test vector can be sealed twice alike. */
export type Random = (length: number) => Bytes

export const random: Random = (length) => crypto.getRandomValues(new Uint8Array(length))

export const utf8 = (text: string): Bytes => new Uint8Array(new TextEncoder().encode(text))

export const join = (...parts: readonly Uint8Array[]): Bytes => {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

/** Unpadded base64url. */
export const spell = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Reads unpadded base64url; null when it is anything else, or not in its one canonical spelling. */
export const unspell = (text: string): Bytes | null => {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null
  const raw = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(raw, (character) => character.charCodeAt(0))
  return spell(bytes) === text ? bytes : null
}

export const digest = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
