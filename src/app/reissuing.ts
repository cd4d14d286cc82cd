import type { Share } from '../record/types.ts'
import type { About } from '../share/about.ts'
import { limits } from '../share/contract.ts'
import {
  askRelay,
  handOverKept,
  keepUnsent,
  not,
  secondsOf,
  stopSharing,
  type Desk,
  type Made,
  type Wish,
} from './sharing.ts'
import { inTurn } from './turns.ts'

// A new link and a new passcode for the same grant, when the old ones came into wrong hands or were used up.

/** Seconds to the same end, by the relay's clock: a few minutes at the least, and no longer than it takes just now. */
const lifeOf = (share: Share, { now, longest = limits.life.most }: About): number =>
  Math.min(longest, Math.max(limits.life.least, secondsOf(share.grant.until) - now))

/** The same again. */
const wishOf = (share: Share, about: About): Wish => {
  const { grant, passcode, openers, living, titles, files } = share
  const { recipient, type, why, parts } = grant
  return {
    recipient,
    type,
    why,
    parts,
    life: lifeOf(share, about),
    passcode: passcode !== null,
    words: passcode !== null && !/\d/.test(passcode),
    openers,
    living: living !== null,
    titles,
    files: files.map(({ of, whole }) => ({ of, whole })),
  }
}

/**
 * The relay gets the new one only after it has ended the old one: two links at once would be one too many. But the new
 * one is written down before that, and in the same change that the old one is wanted stopped: whatever breaks off in
 * between, the one is stopped and the other waits for her; also where the answer to the stop was lost.
 */
const replaceBy = async (desk: Desk, share: Share): Promise<Made> => {
  if (share.stopped) return { ...not('over'), id: null }
  const asked = await askRelay(desk)
  if (!asked.ok) return { ...asked, id: null }
  const { about } = asked
  const fresh = await keepUnsent(desk, wishOf(share, about), about, share)
  if (!fresh) return { ...not('unkept'), id: null }
  const stopped = await stopSharing(desk, share)
  return stopped.ok ? handOverKept(desk, fresh, about.now) : { ...stopped, id: fresh.id }
}

/** Once only, however often it is pressed, and of the parts as they are by then. */
export const reissue = async (desk: Desk, share: Share): Promise<Made> => {
  const made = await inTurn(desk, share, (current) => replaceBy(desk, current))
  return 'id' in made ? made : { ...made, id: null }
}
