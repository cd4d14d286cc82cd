import { readItem, type ReplyItem, type ReplyKeys } from '../record/reply.ts'
import { join, spell, unspell, utf8, type Bytes } from './bytes.ts'
import { limits, version } from './contract.ts'
import { hkdf } from './keys.ts'
import { pad, padded, unpad } from './padding.ts'

// A reply is sealed to the public key that lies inside the sealed summary: only who read the share can
// answer, and nobody but her can read the answer, not even others who hold the same link. See
// docs/formats/reply.md.

/** What travels. `sent`: UTC, to the second, by the sender's clock. */
export type Content = {
  readonly version: 1
  readonly language: string
  readonly from: string
  readonly sent: string
  readonly items: readonly ReplyItem[]
}

/** Characters and counts that a reply may have, and bytes of all its files together. */
export const replyBounds = { line: 300, text: 10_000, items: 20, files: 2_000_000 } as const

/** First byte of a reply with files; one without is as it always was. */
const withFiles = 2

/** Where a reply goes: the share's place at the relay, and her key from its summary. */
export type Box = { readonly locator: string; readonly key: string }

const curve = { name: 'ECDH', namedCurve: 'P-256' }
const pointBytes = 65
const overhead = 1 + pointBytes + 16

export const newReplyKeys = async (): Promise<ReplyKeys> => {
  const pair = await crypto.subtle.generateKey(curve, true, ['deriveBits'])
  const [key, secret] = await Promise.all([
    crypto.subtle.exportKey('raw', pair.publicKey),
    crypto.subtle.exportKey('pkcs8', pair.privateKey),
  ])
  return { key: spell(new Uint8Array(key)), secret: spell(new Uint8Array(secret)) }
}

const bytesOf = (text: string): Bytes => unspell(text) ?? new Uint8Array()

/** Shows the relay that the sender read the share: nobody else knows the key. 32 bytes. */
export const replyProof = (key: string): Promise<Bytes> =>
  hkdf(bytesOf(key), 'share/1 reply proof', 32)

const publicKey = (point: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', point, curve, false, [])

const agree = async (own: CryptoKey, other: Bytes, parties: Bytes): Promise<CryptoKey> => {
  const how = { name: 'ECDH', public: await publicKey(other) }
  const shared = new Uint8Array(await crypto.subtle.deriveBits(how, own, 256))
  const raw = await hkdf(join(shared, parties), 'share/1 reply key', 32)
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/** Each key seals once, so the nonce may be zeros. The reply's own id keeps it from coming twice. */
const cipher = (kind: number, box: Box, id: string) => ({
  name: 'AES-GCM',
  iv: new Uint8Array(12),
  additionalData: join(Uint8Array.of(kind), bytesOf(box.locator), bytesOf(id)),
})

const newPair = async (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey(curve, true, ['deriveBits'])

const sizesOf = ({ items }: Pick<Content, 'items'>): readonly number[] =>
  items.flatMap((item) => (item.kind === 'file' ? [item.size] : []))

/** What is sealed; null when something does not fit, or the files are not those that the items name. */
const packed = (content: Content, files: readonly Bytes[]): Bytes | null => {
  const letter = utf8(JSON.stringify(content))
  const sizes = sizesOf(content)
  const named =
    sizes.length === files.length && files.every(({ length }, at) => length === sizes[at])
  const fits = padded(4 + letter.length) + overhead <= limits.inbox.letter
  if (!readContent(content) || !named || !fits) return null
  if (files.length === 0) return pad(letter)
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, letter.length)
  return pad(join(length, letter, ...files))
}

/**
 * A sealed reply; null when it does not fit. `files`: the bytes of the items of that kind, in their order.
 * `fresh` makes the sender's keys; another one only in a test vector.
 */
export const sealReply = async (
  content: Content,
  box: Box,
  id: string,
  files: readonly Bytes[] = [],
  fresh: () => Promise<CryptoKeyPair> = newPair,
): Promise<Bytes | null> => {
  const whole = packed(content, files)
  if (!whole) return null
  const pair = await fresh()
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  const theirs = bytesOf(box.key)
  const key = await agree(pair.privateKey, theirs, join(point, theirs))
  const kind = files.length > 0 ? withFiles : version
  const how = cipher(kind, box, id)
  return join(
    Uint8Array.of(kind),
    point,
    new Uint8Array(await crypto.subtle.encrypt(how, key, whole)),
  )
}

const isReal = (text: string): boolean => {
  const time = Date.parse(text.length === 10 ? text : `${text}:00Z`)
  const again = Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, text.length)
  return again === text && text >= '2000' && text < '2100'
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && isReal(text)
const isWall = (text: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) && isReal(text)
const isInstant = (text: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text)

/** Texts that are too long for their kind. */
const isLong = (item: ReplyItem): boolean => {
  const { line, text: most } = replyBounds
  const short = item.kind === 'contact' || item.kind === 'file'
  const long = item.kind === 'message' ? most : short ? line : 2_000
  return Object.values(item).some((field) => typeof field === 'string' && field.length > long)
}

const isItem = (item: ReplyItem): boolean => {
  if (isLong(item)) return false
  if (item.kind === 'file') return item.size > 0
  if (item.kind === 'step') return item.on === '' || isDay(item.on)
  return (
    item.kind !== 'appointment' || (isWall(item.start) && (item.end === '' || isWall(item.end)))
  )
}

const isContent = (value: unknown): value is Record<keyof Content, unknown> =>
  typeof value === 'object' && value !== null && 'version' in value && value.version === version

/** A reply from outside, field by field: whoever made it may have meant harm. */
export const readContent = (value: unknown): Content | null => {
  if (!isContent(value)) return null
  const { language, from, sent } = value
  if (typeof language !== 'string' || !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language))
    return null
  if (typeof from !== 'string' || from.length > replyBounds.line) return null
  if (typeof sent !== 'string' || !isInstant(sent)) return null
  const given: readonly unknown[] = Array.isArray(value.items) ? value.items : []
  const items = given.map(readItem).filter((item) => item !== null)
  const whole = items.length === given.length && items.length > 0 && items.every(isItem)
  const bytes = sizesOf({ items }).reduce((sum, size) => sum + size, 0)
  if (!whole || items.length > replyBounds.items || bytes > replyBounds.files) return null
  return { version, language, from, sent, items }
}

export type OpenedReply =
  | { readonly ok: true; readonly content: Content; readonly files: readonly Bytes[] }
  | { readonly ok: false; readonly why: 'damaged' | 'older' }

const decrypted = async (sealed: Bytes, box: Box, id: string, secret: string) => {
  const [point, theirs] = [sealed.slice(1, 1 + pointBytes), bytesOf(box.key)]
  const own = await crypto.subtle.importKey('pkcs8', bytesOf(secret), curve, false, ['deriveBits'])
  const key = await agree(own, point, join(point, theirs))
  const how = cipher(sealed[0] ?? 0, box, id)
  return unpad(new Uint8Array(await crypto.subtle.decrypt(how, key, sealed.slice(1 + pointBytes))))
}

const contentOf = (letter: Bytes): Content | null =>
  readContent(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(letter)))

/** The files one after the other; null when their sizes are not those that the letter names. */
const parted = (content: Content, rest: Bytes): readonly Bytes[] | null => {
  let at = 0
  const files = sizesOf(content).map((size) => rest.slice(at, (at += size)))
  return at === rest.length ? files : null
}

const unpacked = (kind: number, whole: Bytes): OpenedReply => {
  const long = kind === withFiles && whole.length > 4
  const length = long ? new DataView(whole.buffer, whole.byteOffset).getUint32(0) : whole.length
  const [from, to] = long ? [4, 4 + length] : [0, length]
  const content = contentOf(whole.slice(from, to))
  const files = content && parted(content, whole.slice(to))
  return content && files ? { ok: true, content, files } : { ok: false, why: 'damaged' }
}

/** Opens what waited for her. `older`: it was sealed by a newer page than this app. */
export const openReply = async (
  sealed: Bytes,
  box: Box,
  id: string,
  secret: string,
): Promise<OpenedReply> => {
  const [kind = 0] = sealed
  if (kind !== version && kind !== withFiles)
    return { ok: false, why: kind > withFiles ? 'older' : 'damaged' }
  try {
    const whole = await decrypted(sealed, box, id, secret)
    return whole ? unpacked(kind, whole) : { ok: false, why: 'damaged' }
  } catch {
    // A point off the curve, a wrong key and bytes that were changed all throw.
    return { ok: false, why: 'damaged' }
  }
}
