import {
  digest,
  join,
  random as fresh,
  spell,
  unspell,
  utf8,
  type Bytes,
  type Random,
} from './bytes.ts'

// A link is an origin and a secret, nothing else: no id in the path, so that all page loads look
// alike. The secret is the fragment, which browsers never send. See docs/formats/share.md.

export type Link = {
  /** The fragment as it stands in the link: 25 characters. */
  readonly secret: string
  /** K: what every key of the share comes from. 16 bytes. */
  readonly key: Bytes
  /** Whether a passcode is needed as well. */
  readonly passcode: boolean
}

const mark = '1'
const keyBytes = 16
const passcodeFlag = 1

/** Four bits of flags and twelve that tell a typing error from a link, as two bytes. */
const tail = async (key: Bytes, flags: number): Promise<Bytes> => {
  const sum = await digest(join(utf8('check'), key, Uint8Array.of(flags)))
  const check = (((sum[0] ?? 0) << 8) | (sum[1] ?? 0)) >> 4
  return Uint8Array.of((flags << 4) | (check >> 8), check & 0xff)
}

/** Some programs leave a sign at the end out of the link that they make of a text. */
const endsInSign = /[-_]$/

/** A fresh secret: the fragment of a link that nobody has yet. Its last character is a letter or a digit. */
export const newSecret = async (passcode: boolean, random: Random = fresh): Promise<string> => {
  const key = random(keyBytes)
  const secret = mark + spell(join(key, await tail(key, passcode ? passcodeFlag : 0)))
  return endsInSign.test(secret) ? newSecret(passcode, random) : secret
}

/** `origin` has no slash at the end. At most 67 characters for a host of up to 32. */
export const linkOf = (origin: string, secret: string): string => `${origin}/#${secret}`

/**
 * Reads a fragment, with or without its "#". Null when it is damaged, or of a kind that this code
 * does not know. Whatever follows the secret is let go: mail programs draw in a full stop or a
 * bracket, and add tracking words.
 */
export const parseLink = async (fragment: string): Promise<Link | null> => {
  const secret = /^#?(1[A-Za-z0-9_-]{24})(?![A-Za-z0-9_-])/.exec(fragment)?.[1]
  const bytes = secret === undefined ? null : unspell(secret.slice(mark.length))
  if (secret === undefined || !bytes) return null
  const key = bytes.slice(0, keyBytes)
  const flags = (bytes[keyBytes] ?? 0) >> 4
  const right = await tail(key, flags)
  const same = right.every((byte, at) => byte === bytes[keyBytes + at])
  return same && flags <= passcodeFlag ? { secret, key, passcode: flags === passcodeFlag } : null
}
