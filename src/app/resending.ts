import type { Share } from '../record/types.ts'
import {
  askRelay,
  claim,
  handOver,
  not,
  secondsOf,
  soonest,
  stopSharing,
  timeAt,
  type Desk,
  type Done,
} from './sharing.ts'

/**
 * Two links at once would be one too many: the one whose place it takes has to end before it is sent. One that she put away
 * can be stopped by nobody.
 */
const endBefore = async (desk: Desk, { instead }: Share): Promise<Done> => {
  const old = desk.state().record.share.get(instead)
  return old?.stopping && !old.stopped && old.owner ? stopSharing(desk, old) : { ok: true }
}

/** For a share that may or may not have arrived: asks first, and sends it again when it has not. */
export const sendAgain = async (desk: Desk, share: Share): Promise<Done> => {
  const asked = await askRelay(desk)
  if (!asked.ok) return asked
  const { now } = asked.about
  const ended = await endBefore(desk, share)
  if (!ended.ok) return ended
  const claimed = await claim(desk, share, timeAt(now))
  if (claimed.ok || claimed.why !== 'gone') return claimed
  if (secondsOf(share.grant.until) - now < soonest) return not('over')
  return handOver(desk, share, timeAt(now))
}
