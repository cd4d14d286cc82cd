import { readReceipt } from './answers.ts'
import { random as fresh, spell, type Bytes, type Random } from './bytes.ts'
import { call, type Relay } from './call.ts'
import { asOwner, done, failed, good, json, type Done, type Failure, type Own } from './client.ts'
import { frame, limits, paths, sizes, unframe, version, type Receipt } from './contract.ts'
import { readRepliesHead, type ReplyHead } from './inbox.ts'
import { replyProof, type Box } from './reply.ts'

// What the agency's page and her app ask of the relay about replies.

/** A reply's own random name. */
export const newReplyId = (random: Random = fresh): string => spell(random(sizes.reply))

/** Hands over a sealed reply; after any failure the same one may be sent again. `full`: not now. */
export const sendReply = async (
  relay: Relay,
  box: Box,
  id: string,
  sealed: Bytes,
): Promise<Done> => {
  const proof = spell(await replyProof(box.key))
  const head: ReplyHead = { version, locator: box.locator, proof, id }
  return done(good(await call(relay, paths.reply, frame(head, sealed), limits.head)))
}

export type Sealed = { readonly id: string; readonly sealed: Bytes }

const most = 4 + limits.head + limits.inbox.all

const parted = (bytes: Bytes): readonly Sealed[] | null => {
  const framed = unframe(bytes)
  const head = framed && readRepliesHead(framed.head)
  if (!framed || !head) return null
  let at = 0
  const replies = head.replies.map(({ id, length }) => ({
    id,
    sealed: new Uint8Array(framed.body.slice(at, (at += length))),
  }))
  return at === framed.body.length ? replies : null
}

/** All replies that wait, still sealed. */
export const fetchReplies = async (
  relay: Relay,
  own: Own,
): Promise<{ readonly ok: true; readonly replies: readonly Sealed[] } | Failure> => {
  const reply = await asOwner(relay, paths.replies, own, {}, most)
  if (!reply.ok) return reply
  const replies = parted(reply.bytes)
  return replies ? { ok: true, replies } : failed('refused')
}

/** Has the relay erase what she has safely. */
export const takeReplies = async (
  relay: Relay,
  own: Own,
  ids: readonly string[],
): Promise<{ readonly ok: true; readonly receipt: Receipt } | Failure> => {
  const reply = await asOwner(relay, paths.taken, own, { ids })
  const receipt = reply.ok ? readReceipt(json(reply.bytes)) : null
  if (!reply.ok) return reply
  return receipt ? { ok: true, receipt } : failed('refused')
}
