import { digest, join, random as fresh, spell, unspell, type Bytes, type Random } from './bytes.ts'
import { sizes, version, type CreateHead, type OpenHead } from './contract.ts'
import type { Keys } from './keys.ts'
import { pad, unpad } from './padding.ts'
import { policyBytes, readPolicy, writePolicy, type Policy } from './policy.ts'

// A sealed body is its policy in the clear, a nonce, and padded content under AES-256-GCM. The policy
// is the associated data: a relay that alters the end date or an older version seals nothing.

const nonceBytes = 12

/** What a body is longer than its padded content by. */
export const bodyMore = policyBytes + nonceBytes + 16

const hashed = async (proof: Bytes): Promise<string> => spell(await digest(proof))

const own = (token: string): Bytes => {
  const bytes = unspell(token)
  if (bytes === null) throw new Error('a share of her own must be readable')
  return bytes
}

export type Parcel = {
  readonly keys: Keys
  readonly owner: string
  readonly terms: { readonly openers: number; readonly tries: number; readonly counter: number }
  /** Seconds since 1970. */
  readonly until: number
  /** SHA-256 of what proves that a reply comes from a reader; null when it takes none. */
  readonly reply: string | null
}

const headOf = async (parcel: Parcel, serverShare: Bytes): Promise<CreateHead> => {
  const { keys, owner, terms, until, reply } = parcel
  return {
    version,
    locator: spell(keys.locator),
    link: await hashed(keys.link),
    pass: keys.pass ? await hashed(keys.pass) : null,
    owner: await hashed(own(owner)),
    reply,
    serverShare: spell(serverShare),
    until,
    ...terms,
  }
}

/** Seals `content`, which is padded here, under a fresh part of the key. */
export const sealBody = async (
  parcel: Parcel,
  content: Bytes,
  random: Random = fresh,
): Promise<{ readonly head: CreateHead; readonly body: Bytes }> => {
  const { keys, terms, until } = parcel
  const [serverShare, nonce] = [random(sizes.serverShare), random(nonceBytes)]
  const { openers, counter } = terms
  const policy = writePolicy({ passcode: keys.pass !== null, openers, until, counter })
  const how = { name: 'AES-GCM', iv: nonce, additionalData: policy }
  const key = await keys.content(serverShare)
  const sealed = new Uint8Array(await crypto.subtle.encrypt(how, key, pad(content)))
  return { head: await headOf(parcel, serverShare), body: join(policy, nonce, sealed) }
}

const decrypt = async (key: CryptoKey, body: Bytes): Promise<Bytes | null> => {
  const at = policyBytes + nonceBytes
  const how = {
    name: 'AES-GCM',
    iv: body.slice(policyBytes, at),
    additionalData: body.slice(0, policyBytes),
  }
  try {
    return unpad(new Uint8Array(await crypto.subtle.decrypt(how, key, body.slice(at))))
  } catch {
    return null
  }
}

export type Unsealed =
  | { readonly ok: true; readonly policy: Policy; readonly content: Bytes }
  | { readonly ok: false; readonly why: 'damaged' | 'older' }

/** Opens what the relay gave out. `older`: it was sealed by a newer version than this one. */
export const unsealBody = async (keys: Keys, head: OpenHead, body: Bytes): Promise<Unsealed> => {
  if ((body[0] ?? version) > version) return { ok: false, why: 'older' }
  const policy = readPolicy(body)
  const part = unspell(head.serverShare)
  const agreed = policy?.until === head.until && policy.counter === head.counter
  if (!part || !agreed || policy.passcode !== (keys.pass !== null))
    return { ok: false, why: 'damaged' }
  const content = await decrypt(await keys.content(part), body)
  return content ? { ok: true, policy, content } : { ok: false, why: 'damaged' }
}
