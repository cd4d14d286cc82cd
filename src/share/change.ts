import { isRefusal, refusalIn } from './answers.ts'
import { digest, spell, utf8 } from './bytes.ts'
import type { Relay } from './call.ts'
import {
  askAsOwner,
  asOwner,
  done,
  failed,
  good,
  json,
  receiptIn,
  unsealed,
  type Failure,
  type Own,
  type Told,
} from './client.ts'
import { call } from './call.ts'
import { frame, limits, paths, version, type CreateHead, type ReplaceHead } from './contract.ts'
import { derive } from './keys.ts'
import { leaveFor } from './leave.ts'
import { parseLink } from './link.ts'
import type { Opened } from './seal.ts'
import type { Bytes } from './bytes.ts'
import type { Summary } from '../record/summary.ts'

// What the maker of a share does to it later, under the same link.

/**
 * Nobody can open it until it is resumed. `order`: above that of every pause and resume of this share before; where
 * another came later the receipt tells how it stands by that one.
 */
export const pauseShare = async (relay: Relay, own: Own, order: number): Promise<Told> => {
  const reply = await askAsOwner(relay, paths.pause, own, { order })
  // A relay of the version before knows of no order. That it is closed matters more than that.
  const isOlder = reply.ok && refusalIn(json(reply.bytes)) === 'malformed'
  return receiptIn(isOlder ? await asOwner(relay, paths.pause, own) : good(reply))
}

/** Lets a share be opened again that she paused, or that paused after too many wrong codes. */
export const resumeShare = async (relay: Relay, own: Own, order: number): Promise<Told> =>
  receiptIn(await asOwner(relay, paths.resume, own, { order }))

/** What lies at the relay, opened with her own keys; uses up no place. */
export const ownShare = async (
  relay: Relay,
  own: Own & { readonly passcode: string | null },
): Promise<Opened | Failure> => {
  const link = await parseLink(own.secret)
  if (!link) return failed('damaged')
  const most = 4 + limits.head + limits.body
  const reply = await asOwner(relay, paths.own, own, {}, most)
  return reply.ok ? unsealed(await derive(link, own.passcode), reply.bytes) : reply
}

type Sealed = { readonly head: CreateHead; readonly body: Bytes }

/** `isNo`: the relay itself refused it, in so many words, and nothing of it can come later. */
export type NotTaken = Failure & { readonly isNo: boolean }

/** Puts a summary that was sealed anew in the place of the one before. */
export const replaceShare = async (
  relay: Relay,
  { owner }: Own,
  { head, body }: Sealed,
): Promise<{ readonly ok: true } | NotTaken> => {
  const { locator, serverShare, until, counter, files = [] } = head
  const asked: ReplaceHead = { version, locator, owner, serverShare, until, counter }
  const all = files.length > 0 ? { ...asked, files } : asked
  const bytes = new Uint8Array(frame(all, body))
  const leave = await leaveFor(relay, locator)
  const reply = await call(relay, paths.replace, bytes, limits.head, leave)
  const taken = done(good(reply))
  return taken.ok ? taken : { ...taken, isNo: reply.ok && isRefusal(json(reply.bytes)) }
}

/** Tells whether two summaries say the same; when they were put together does not count, when they end does. */
export const markOf = async (summary: Summary): Promise<string> =>
  spell(await digest(utf8(JSON.stringify({ ...summary, made: '' }))))
