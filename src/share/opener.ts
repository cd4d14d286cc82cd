import { spell, utf8, join, type Bytes } from './bytes.ts'
import { sizes } from './contract.ts'
import { locatorOf } from './keys.ts'
import type { Link } from './link.ts'

// An opener's name towards the relay comes from a key that never leaves the browser. Each share gets
// another name from the same key: the relay cannot tell that one browser opened two shares, and the
// browser keeps one key, however many links it has opened.

/** What a browser is known by: a key that signs and can never be read out. */
export type BrowserKey = CryptoKey

export const newBrowserKey = (): Promise<BrowserKey> =>
  crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign'])

const named = async (key: BrowserKey, label: string, locator: Bytes): Promise<Bytes> => {
  const what = join(utf8(label), locator)
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, what)).slice(0, sizes.opener)
}

/** Where this browser remembers which version of a share it has seen; tells nothing without the key. */
export const memoryOf = async (key: BrowserKey, link: Link): Promise<Bytes> =>
  named(key, 'share/1 seen', await locatorOf(link))

/** This browser's name towards the relay for one share: 16 bytes, base64url. */
export const openerOf = async (key: BrowserKey, locator: Bytes): Promise<string> =>
  spell(await named(key, 'share/1 opener', locator))
