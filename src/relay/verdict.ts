import { timingSafeEqual } from 'node:crypto'
import type { Receipt } from '../share/contract.ts'
import { limits, version } from '../share/contract.ts'
import type { Created, OpenAsk, Replacement } from './store.ts'
import { hour } from './seconds.ts'

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
  /** Fetches without a passcode that no page has said it shows, since it was made, or last resumed. */
  readonly unseen: number
  readonly lastOpen: number | null
  readonly counter: number
  /** Of the last pause or resume that was done; 0 when none had a number. */
  readonly order: number
}

/** What an open is judged by. */
export type Judged = Pick<
  Kept,
  'link' | 'pass' | 'until' | 'openers' | 'triesLeft' | 'opened' | 'unseen'
>

/** What a store keeps about a browser that opened, or tried to. */
export type Guest = {
  /** Wrong passcodes since the share was made, or last resumed. */
  readonly wrong: number
  /** 1 when it has used up a place. */
  readonly admitted: number
  /** Until when a place is held for it; null when none is. */
  readonly held: number | null
}

/** Who asks: the browser, if it is known, and how many places are held for others just now. */
export type Asker = { readonly guest: Guest | null; readonly heldByOthers: number }

export type Verdict = 'open' | 'wrong' | 'no'

/** Stands in for a hash that is not there, so that a miss costs the same comparison as a hit. */
const nobody = new Uint8Array(32)

export const same = (kept: Uint8Array | null | undefined, asked: Uint8Array | null): boolean => {
  const equal = timingSafeEqual(kept ?? nobody, asked ?? nobody)
  return equal && Boolean(kept) && asked !== null
}

export const isLive = (kept: Pick<Kept, 'link' | 'until'>, now: number): boolean =>
  kept.link !== null && kept.until > now

const fits = (kept: Judged, { guest, heldByOthers }: Asker): boolean =>
  guest?.admitted === 1 || kept.opened + heldByOthers < kept.openers

/** Whether so much was fetched and never shown that somebody reads without being counted. */
const isDrained = ({ pass, unseen, openers }: Judged): boolean =>
  pass === null && unseen >= openers + limits.unseen

/** Whether giving the content to this browser is one fetch more, not the same one again. */
export const isFetch = ({ guest }: Asker, now: number): boolean =>
  guest?.admitted !== 1 && (guest?.held ?? 0) <= now

const mayTry = (kept: Judged, guest: Guest | null): boolean =>
  kept.triesLeft > 0 && (guest?.wrong ?? 0) < limits.ownTries

/**
 * Judges an open. 'wrong' is a guess at the passcode by somebody who holds the link, and must be
 * counted; a missing passcode is no guess, so a scanner that follows the link uses up no try.
 */
export const judge = (kept: Judged | null, ask: OpenAsk, asker: Asker, now: number): Verdict => {
  const link = same(kept?.link, ask.link)
  const pass = same(kept?.pass, ask.pass)
  if (kept === null || !link || !isLive(kept, now) || !mayTry(kept, asker.guest)) return 'no'
  if ((kept.pass === null) !== (ask.pass === null)) return 'no'
  if (kept.pass !== null && !pass) return 'wrong'
  if (isDrained(kept) && isFetch(asker, now)) return 'no'
  return fits(kept, asker) ? 'open' : 'no'
}

/**
 * Whether a page that says that it shows the content is counted. Only shares without a passcode wait for
 * that: with one, the right passcode has shown that a person was there.
 */
export const isView = <K extends Judged>(
  kept: K | null,
  link: Uint8Array,
  asker: Asker,
  now: number,
): kept is K => {
  const right = same(kept?.link, link)
  if (kept === null || !right || !isLive(kept, now) || kept.pass !== null) return false
  const { guest } = asker
  if (guest === null || guest.held === null) return false
  return guest.held > now || fits(kept, asker)
}

/**
 * Until when a place is held that is asked for at `now`: rounded up, so that the row tells no more than a
 * receipt would.
 */
export const holdUntil = (now: number): number =>
  Math.ceil((now + limits.held) / limits.held) * limits.held

export const isOwner = <K extends Kept>(kept: K | null, owner: Uint8Array): kept is K =>
  same(kept?.owner, owner)

/** Whether the maker's new content may take the place of what is there; null when it is not hers. */
export const replaceable = (
  owned: Kept | null,
  { counter }: Replacement,
  now: number,
): Created | null => {
  if (owned === null || !isLive(owned, now)) return null
  return counter > owned.counter ? { ok: true } : { ok: false, why: 'taken' }
}

/**
 * Whether a pause or a resume is her last word: one that came late undoes nothing that she asked for after it. One without
 * a number is of a phone of the version before. It may always close a share, and open it only while none had a number.
 */
export const isLastWord = (
  { order: last }: Pick<Kept, 'order'>,
  wish: 'pause' | 'resume',
  order = 0,
): boolean => order > last || (order === 0 && (wish === 'pause' || last === 0))

/** The hour an instant lies in: a receipt says no more than that. */
export const hourOf = (now: number): number => now - (now % hour)

/** When the counters of a share that ends at `end` are forgotten. */
export const forgetAt = (end: number): number => hourOf(end) + hour + limits.afterlife

const stateOf = (kept: Kept, now: number): Receipt['state'] => {
  if (!isLive(kept, now)) return 'ended'
  return kept.triesLeft < 1 || isDrained(kept) ? 'paused' : 'live'
}

/** What is counted beside the row: browsers that may try no more, and replies that wait. */
export type Beside = Pick<Receipt, 'locked' | 'replies'>

export const receiptOf = (kept: Kept, beside: Beside, now: number): Receipt => ({
  version,
  state: stateOf(kept, now),
  until: kept.until,
  openers: kept.opened,
  opens: kept.opens,
  wrong: kept.wrong,
  unseen: kept.unseen,
  counter: kept.counter,
  lastOpen: kept.lastOpen,
  order: kept.order,
  ...beside,
})
