import { digest, random as fresh, spell, utf8, type Bytes, type Random } from './bytes.ts'
import { bodyMore, sealBody, unsealBody } from './body.ts'
import { limits, sizes, type CreateHead, type OpenHead } from './contract.ts'
import { fileHead } from './pieceSizes.ts'
import { derive, type Keys } from './keys.ts'
import { parseLink } from './link.ts'
import { padded } from './padding.ts'
import { readSummary } from './read.ts'
import { replyProof } from './reply.ts'
import type { Summary } from '../record/summary.ts'

// A summary into a sealed body, and back.

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

/** Seals a summary for the relay. `large` when it does not fit into a share. */
export const sealSummary = async (
  summary: Summary,
  own: ShareKeys,
  terms: Terms,
  random: Random = fresh,
): Promise<Sealed> => {
  // What the other side would refuse to read is not sent.
  const content = readSummary(summary) ? utf8(JSON.stringify(summary)) : null
  if (!content || padded(4 + content.length) + bodyMore > limits.body) {
    return { ok: false, why: 'large' }
  }
  const { replyKey, files = [] } = summary
  const keys = await derive(known(await parseLink(own.secret)), own.passcode)
  const until = secondsOf(summary.until)
  const reply = replyKey === null ? null : spell(await digest(await replyProof(replyKey)))
  const parcel = { keys, owner: own.owner, terms, until, reply }
  const { head, body } = await sealBody(parcel, content, random)
  const named = files.length > 0 ? { ...head, files: files.map(fileHead) } : head
  return { ok: true, head: named, body }
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
  const opened = await unsealBody(keys, head, body)
  if (!opened.ok) return opened
  const { until, counter } = opened.policy
  const summary = readSummary(parse(opened.content))
  if (!summary || secondsOf(summary.until) !== until) return { ok: false, why: 'damaged' }
  return { ok: true, summary, until, counter }
}
