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
import { limits, sizes, version, type CreateHead, type OpenHead } from './contract.ts'
import { derive, type Keys } from './keys.ts'
import { parseLink } from './link.ts'
import { pad, unpad } from './padding.ts'
import { readPolicy, writePolicy, policyBytes } from './policy.ts'
import { readSummary } from './read.ts'
import { replyProof } from './reply.ts'
import type { Summary } from '../record/summary.ts'

// A sealed body is its policy in the clear, a nonce, and the padded summary under AES-256-GCM. The
// policy is the associated data: a relay that alters the end date or an older version seals nothing.

const nonceBytes = 12

/** `secret` is the link's fragment; `owner` comes from newOwner; both stay in her record. */
export type ShareKeys = {
  readonly secret: string
  readonly passcode: string | null
  readonly owner: string
}

/** `counter` is 1 at first, one more for each replacement of the content. */
export type Terms = { readonly openers: number; readonly tries: number; readonly counter: number }

export type Sealed =
  | { readonly ok: true; readonly head: CreateHead; readonly body: Bytes }
  | { readonly ok: false; readonly why: 'large' }

export type Opened =
  | {
      readonly ok: true
      readonly summary: Summary
      readonly until: number
      readonly counter: number
    }
  | { readonly ok: false; readonly why: 'damaged' | 'older' }

/** Proves to the relay that she made the share. */
export const newOwner = (random: Random = fresh): string => spell(random(sizes.proof))

const known = <T>(value: T | null): T => {
  if (value === null) throw new Error('a share of her own must be readable')
  return value
}

const secondsOf = (time: string): number => Math.floor(Date.parse(time) / 1000)

const hashed = async (proof: Bytes): Promise<string> => spell(await digest(proof))

const encrypt = async (key: CryptoKey, policy: Bytes, content: Bytes, nonce: Bytes) => {
  const how = { name: 'AES-GCM', iv: nonce, additionalData: policy }
  return join(policy, nonce, new Uint8Array(await crypto.subtle.encrypt(how, key, content)))
}

const headOf = async (
  keys: Keys,
  owner: string,
  terms: Terms,
  until: number,
  part: Bytes,
  replyKey: string | null,
): Promise<CreateHead> => ({
  version,
  locator: spell(keys.locator),
  link: await hashed(keys.link),
  pass: keys.pass ? await hashed(keys.pass) : null,
  owner: await hashed(known(unspell(owner))),
  reply: replyKey === null ? null : await hashed(await replyProof(replyKey)),
  serverShare: spell(part),
  until,
  ...terms,
})

/** Seals a summary for the relay. `large` when it does not fit into a share. */
export const sealSummary = async (
  summary: Summary,
  own: ShareKeys,
  terms: Terms,
  random: Random = fresh,
): Promise<Sealed> => {
  // What the other side would refuse to read is not sent.
  const content = readSummary(summary) ? pad(utf8(JSON.stringify(summary))) : null
  if (!content || content.length + policyBytes + nonceBytes + 16 > limits.body) {
    return { ok: false, why: 'large' }
  }
  const keys = await derive(known(await parseLink(own.secret)), own.passcode)
  const [serverShare, nonce] = [random(sizes.serverShare), random(nonceBytes)]
  const until = secondsOf(summary.until)
  const policy = writePolicy({
    passcode: own.passcode !== null,
    openers: terms.openers,
    until,
    counter: terms.counter,
  })
  const body = await encrypt(await keys.content(serverShare), policy, content, nonce)
  return {
    ok: true,
    head: await headOf(keys, own.owner, terms, until, serverShare, summary.replyKey),
    body,
  }
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

const parse = (content: Bytes): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content))
  } catch {
    return null
  }
}

/** Opens what the relay gave out. `older`: it was sealed by a newer version than this one. */
export const unseal = async (keys: Keys, head: OpenHead, body: Bytes): Promise<Opened> => {
  if ((body[0] ?? version) > version) return { ok: false, why: 'older' }
  const policy = readPolicy(body)
  const part = unspell(head.serverShare)
  const agreed = policy?.until === head.until && policy.counter === head.counter
  if (!part || !agreed || policy.passcode !== (keys.pass !== null))
    return { ok: false, why: 'damaged' }
  const content = await decrypt(await keys.content(part), body)
  const summary = content ? readSummary(parse(content)) : null
  if (!summary || secondsOf(summary.until) !== policy.until) return { ok: false, why: 'damaged' }
  return { ok: true, summary, until: policy.until, counter: policy.counter }
}
