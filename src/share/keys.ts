import { join, utf8, type Bytes } from './bytes.ts'
import { sizes } from './contract.ts'
import type { Link } from './link.ts'
import { stretch } from './passcode.ts'

// Everything that a share needs, derived from the link's key, so that the link carries one secret.

export type Keys = {
  /** Where the relay keeps the share. */
  readonly locator: Bytes
  /** Shows the relay that the opener holds the link. */
  readonly link: Bytes
  /** Shows the relay that the opener knows the passcode; null when there is none. */
  readonly pass: Bytes | null
  /** Makes the content key, once the relay has given its own part. */
  readonly content: (serverShare: Bytes) => Promise<CryptoKey>
}

/** `length` bytes that only who has `material` can make. */
export const hkdf = async (material: Bytes, label: string, length: number): Promise<Bytes> => {
  const key = await crypto.subtle.importKey('raw', material, 'HKDF', false, ['deriveBits'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(label) }
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, length * 8))
}

/** The key of sealed content, from all that it takes to open it. */
export const contentKey = async (material: Bytes): Promise<CryptoKey> => {
  const raw = await hkdf(material, 'share/1 key', 32)
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/** Where there is no passcode, its place in the content key is kept by zeros. */
const noPasscode: Bytes = new Uint8Array(32)

export const locatorOf = (link: Link): Promise<Bytes> =>
  hkdf(link.key, 'share/1 locator', sizes.locator)

/** A passcode is given exactly when the link asks for one; anything else is a bug and throws. */
export const derive = async (link: Link, passcode: string | null): Promise<Keys> => {
  if (link.passcode !== (passcode !== null)) throw new Error('passcode and link do not agree')
  const part = (label: string, length: number): Promise<Bytes> => hkdf(link.key, label, length)
  const base = await part('share/1 content', 32)
  const stretched =
    passcode === null ? noPasscode : await stretch(passcode, await part('share/1 salt', 16))
  const pass = async (): Promise<Bytes> =>
    hkdf(join(await part('share/1 pass', 32), stretched), 'share/1 pass proof', sizes.proof)
  return {
    locator: await locatorOf(link),
    link: await part('share/1 link', sizes.proof),
    pass: passcode === null ? null : await pass(),
    content: (serverShare) => contentKey(join(base, stretched, serverShare)),
  }
}
