import { timingSafeEqual } from 'node:crypto'
import type { Receipt } from '../share/contract.ts'
import { limits, version } from '../share/contract.ts'
import type { OpenAsk } from './store.ts'

// The rules of opening, apart from any database, so that every driver judges alike.

/** What a store keeps about a share; `link` is null once the share is erased. */
export type Kept = {
  readonly link: Uint8Array | null
  readonly pass: Uint8Array | null
  readonly owner: Uint8Array
  readonly reply: Uint8Array | null
  readonly until: number
  readonly openers: number
  readonly triesLeft: number
  readonly opened: number
  readonly opens: number
  readonly wrong: number
  readonly lastOpen: number | null
}

export type Verdict = 'open' | 'wrong' | 'no'

/** Stands in for a hash that is not there, so that a miss costs the same comparison as a hit. */
const nobody = new Uint8Array(32)

const same = (kept: Uint8Array | null | undefined, asked: Uint8Array | null): boolean => {
  const equal = timingSafeEqual(kept ?? nobody, asked ?? nobody)
  return equal && Boolean(kept) && asked !== null
}

export const isLive = (kept: Kept, now: number): boolean => kept.link !== null && kept.until > now

const fits = (kept: Kept, known: boolean): boolean => known || kept.opened < kept.openers

/**
 * Judges an open. 'wrong' is a guess at the passcode by somebody who holds the link, and must be
 * counted; a missing passcode is no guess, so a scanner that follows the link uses up no try.
 */
export const judge = (kept: Kept | null, ask: OpenAsk, known: boolean, now: number): Verdict => {
  const link = same(kept?.link, ask.link)
  const pass = same(kept?.pass, ask.pass)
  if (kept === null || !link || !isLive(kept, now) || kept.triesLeft < 1) return 'no'
  if ((kept.pass === null) !== (ask.pass === null)) return 'no'
  if (kept.pass !== null && !pass) return 'wrong'
  return fits(kept, known) ? 'open' : 'no'
}

export const isOwner = <K extends Kept>(kept: K | null, owner: Uint8Array): kept is K =>
  same(kept?.owner, owner)

/** Who read a live share may answer, also while it is paused: guesses must not close her inbox. */
export const mayReply = <K extends Kept>(
  kept: K | null,
  proof: Uint8Array,
  now: number,
): kept is K => same(kept?.reply, proof) && kept !== null && isLive(kept, now)

const hour = 3600

/** The hour an instant lies in: a receipt says no more than that. */
export const hourOf = (now: number): number => now - (now % hour)

/** When the counters of a share that ends at `end` are forgotten. */
export const forgetAt = (end: number): number => hourOf(end) + hour + limits.afterlife

const stateOf = (kept: Kept, now: number): Receipt['state'] => {
  if (!isLive(kept, now)) return 'ended'
  return kept.triesLeft < 1 ? 'paused' : 'live'
}

/** `replies`: how many wait. */
export const receiptOf = (kept: Kept, replies: number, now: number): Receipt => ({
  version,
  state: stateOf(kept, now),
  until: kept.until,
  openers: kept.opened,
  opens: kept.opens,
  wrong: kept.wrong,
  lastOpen: kept.lastOpen,
  replies,
})
