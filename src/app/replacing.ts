import type { Summary } from '../record/summary.ts'
import type { Share } from '../record/types.ts'
import { markOf, ownShare, replaceShare } from '../share/change.ts'
import { sealSummary } from '../share/seal.ts'
import { look } from './noting.ts'
import { now } from './present.ts'
import { see, surely } from './seeing.ts'
import { not, termsOf, type Desk, type Not } from './sharing.ts'

// Another version in the place of the one that lies at the relay. What was sent over a line that broke may come late:
// after the phone gave it up, and even after the next one.

/** More than she can have asked for, versions or pauses: a relay that says so is not believed. */
export const mostAhead = 10_000

/**
 * `sent`: the mark of what went on its way all the same, as which version; empty when nothing did. `isNo`: the relay has said
 * that it did not take it.
 */
export type NotReplaced = Not & {
  readonly sent: string
  readonly counter: number
  readonly isNo: boolean
}

export type Replaced =
  { readonly ok: true; readonly counter: number; readonly mark: string } | NotReplaced

/** Where the relay did not say no in so many words, what was sent may still come to it. */
export const onItsWay = ({ why, sent, isNo }: NotReplaced): boolean =>
  sent !== '' && !isNo && ['offline', 'slow', 'refused'].includes(why)

/** What is to be sealed of the share as it is, once the relay was asked how it stands. */
type Made = (current: Share) => Summary

/**
 * The relay is asked first which version it has, and when that one ends: an answer that was lost must not stand
 * in the way, nor be undone.
 */
export const replace = async (desk: Desk, share: Share, made: Made): Promise<Replaced> => {
  const no = (why: Not): NotReplaced => ({ ...why, sent: '', counter: 0, isNo: false })
  const seen = await look(desk, share)
  if (!seen.ok) return no(seen)
  if (seen.receipt.state === 'ended') return no(not('over'))
  if (seen.receipt.counter > share.counter + mostAhead) return no(not('refused'))
  const current = now(desk, share)
  if (!current) return no(not('gone'))
  const counter = Math.max(seen.receipt.counter, current.counter) + 1
  const summary = made(current)
  const sealed = await sealSummary(summary, current, termsOf({ ...current, counter }))
  if (!sealed.ok) return no(sealed)
  const mark = await markOf(summary)
  const done = await replaceShare(desk.relay, current, sealed)
  return done.ok ? { ok: true, counter, mark } : { ...done, sent: mark, counter }
}

/** The same, and once more where a late one came in between: hers is the last word. */
export const replaceOnTop = async (desk: Desk, share: Share, made: Made): Promise<Replaced> => {
  const done = await replace(desk, share, made)
  if (done.ok || done.why !== 'refused' || done.sent === '') return done
  const seen = await see(desk.relay, share)
  if (!seen.ok || seen.receipt.counter < done.counter) return done
  const again = await replace(desk, share, made)
  // Where nothing more went, what went first is what they may come to read.
  return again.ok || again.sent !== '' ? again : { ...again, sent: done.sent, isNo: done.isNo }
}

/** Whether a version arrived whose answer did not; null when the relay cannot be asked. */
export const isThere = async (desk: Desk, share: Share, mark: string): Promise<boolean | null> => {
  if (mark === '') return false
  const there = await surely(desk.relay, await ownShare(desk.relay, share))
  if (!there.ok) return there.why === 'gone' ? false : null
  return (await markOf(there.summary)) === mark
}
