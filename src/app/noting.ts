import type { Share, Time } from '../record/types.ts'
import { ownShare } from '../share/change.ts'
import { limits, type Receipt } from '../share/contract.ts'
import { change } from './present.ts'
import { see } from './seeing.ts'
import { secondsOf, timeAt, tries, type Desk } from './sharing.ts'

// What the relay says of a share is taken over: an answer that was lost on the way leaves the phone with another
// end than the link has, or without a pause that she asked for. The next receipt brings both together again.

type Told = Pick<Share, 'counter'> & { readonly until: Time }

/**
 * The end that she sealed last, read back from what lies there: the receipt's own word could be anything. Null
 * when nothing there differs from what the phone knows.
 */
const sealedEnd = async (desk: Desk, share: Share, receipt: Receipt): Promise<Told | null> => {
  if (receipt.state === 'ended' || timeAt(receipt.until) === share.grant.until) return null
  const there = await ownShare(desk.relay, share)
  return there.ok ? { until: timeAt(there.until), counter: there.counter } : null
}

/** So many wrong passcodes, or fetches that nobody was shown, pause a link by themselves; with fewer it was she. */
const isHers = ({ state, wrong, unseen }: Receipt, openers: number): boolean =>
  state === 'paused' && wrong < tries && unseen < openers + limits.unseen

type Pause = Pick<Share, 'paused' | 'pausing'>

/**
 * Nothing is taken from before a pause or a resume that she asked for meanwhile. And a pause that waits goes on waiting until
 * the relay has that very one: by an earlier one it is closed only until her word in between comes late.
 */
const pausedBy = (receipt: Receipt, asked: Share, current: Share, now: Time): Pause => {
  const { paused, pausing, openers, order } = current
  const isHeard = receipt.order >= order
  if (asked.order !== order && !isHeard) return { paused, pausing }
  if (receipt.state === 'live') return { paused: '', pausing }
  const since = isHers(receipt, openers) ? paused || now : paused
  return { paused: since, pausing: since && isHeard ? '' : pausing }
}

/** A relay whose clock was ahead for a while takes back what it said; what came while it was asked stays. */
const endedBy = ({ state }: Receipt, asked: Share, { ended }: Share, now: Time): Time => {
  if (state === 'ended') return ended || now
  return ended === asked.ended ? '' : ended
}

const hour = 3_600

const seenOf = ({ opens, openers, lastOpen }: Receipt, now: Time): Share['seen'] => {
  const seconds = secondsOf(now)
  const last = lastOpen === null ? '' : timeAt(lastOpen - (lastOpen % hour))
  return { at: timeAt(seconds - (seconds % hour)), opens, openers, last }
}

/** Takes over what a receipt says. */
const note = async (desk: Desk, share: Share, receipt: Receipt): Promise<void> => {
  const there = await sealedEnd(desk, share, receipt)
  const current = desk.state().record.share.get(share.id)
  if (!current) return
  const now = desk.time()
  // An older version than the one on the phone was sealed by her too, and is not what counts.
  const { until, counter } =
    there && there.counter >= current.counter ? there : { ...current.grant, ...current }
  change(desk, share, {
    grant: { ...current.grant, until },
    counter,
    ended: endedBy(receipt, share, current, now),
    seen: seenOf(receipt, now),
    ...pausedBy(receipt, share, current, now),
  })
}

/** How it stands, asked of the relay and noted. */
export const look = async (desk: Desk, share: Share): ReturnType<typeof see> => {
  const seen = await see(desk.relay, share)
  if (seen.ok) await note(desk, share, seen.receipt)
  return seen
}
