import { limits, sizes, version } from './contract.ts'
import { isBytes, isObject, only } from './fields.ts'

// What the agency's page, the relay and her phone agree on about replies: the second file of share/ that
// the relay imports. A reply is sealed to her; the relay only keeps it until she has it.

/** Stands before the sealed reply; `proof` can be made only by who read the share. */
export type ReplyHead = {
  readonly version: 1
  readonly locator: string
  readonly proof: string
  /** The sender's own random name for it, so that sending it again changes nothing. */
  readonly id: string
}

export const readReplyHead = (value: unknown): ReplyHead | null => {
  if (!isObject(value) || !only(value, ['version', 'locator', 'proof', 'id'])) return null
  const { locator, proof, id } = value
  if (value['version'] !== version || !isBytes(locator, sizes.locator)) return null
  if (!isBytes(proof, sizes.proof) || !isBytes(id, sizes.reply)) return null
  return { version, locator, proof, id }
}

/** What she has safely, and the relay may erase. */
export type TakenRequest = {
  readonly version: 1
  readonly locator: string
  readonly owner: string
  readonly ids: readonly string[]
}

export const readTaken = (value: unknown): TakenRequest | null => {
  if (!isObject(value) || !only(value, ['version', 'locator', 'owner', 'ids'])) return null
  const { locator, owner, ids } = value
  if (value['version'] !== version || !isBytes(locator, sizes.locator)) return null
  if (!isBytes(owner, sizes.proof) || !Array.isArray(ids)) return null
  const known = ids.filter((id: unknown) => isBytes(id, sizes.reply))
  const whole = known.length === ids.length && known.length <= limits.inbox.replies
  return whole ? { version, locator, owner, ids: known } : null
}

/** Names the replies that follow, joined without a gap, in the order of coming. */
export type RepliesHead = {
  readonly version: 1
  readonly replies: readonly { readonly id: string; readonly length: number }[]
}

const readPlace = (value: unknown): RepliesHead['replies'][number] | null => {
  if (!isObject(value)) return null
  const { id, length } = value
  if (!isBytes(id, sizes.reply) || !Number.isSafeInteger(length)) return null
  const bytes = Number(length)
  return bytes > 0 && bytes <= limits.inbox.bytes ? { id, length: bytes } : null
}

export const readRepliesHead = (value: unknown): RepliesHead | null => {
  if (!isObject(value) || value['version'] !== version || !Array.isArray(value['replies']))
    return null
  const places = value['replies'].map(readPlace)
  const replies = places.filter((place) => place !== null)
  const whole = replies.length === places.length && replies.length <= limits.inbox.replies
  return whole ? { version, replies } : null
}
