import type { Share } from '../record/types.ts'
import { limits } from '../share/contract.ts'
import { makeShare, secondsOf, stopSharing, type Desk, type Made, type Wish } from './sharing.ts'

// A new link and a new passcode for the same grant, when the old ones came into wrong hands or were used up.

/** The same again, to the same end; a few minutes at the least. */
const wishOf = (desk: Desk, share: Share): Wish => {
  const { grant, passcode, openers, living, titles, files } = share
  const { recipient, type, why, parts, until } = grant
  return {
    recipient,
    type,
    why,
    parts,
    life: Math.min(
      limits.life.most,
      Math.max(limits.life.least, secondsOf(until) - secondsOf(desk.time())),
    ),
    passcode: passcode !== null,
    words: passcode !== null && !/\d/.test(passcode),
    openers,
    living: living !== null,
    titles,
    files: files.map(({ of, whole }) => ({ of, whole })),
  }
}

/** Nothing new is made before the relay has ended the old one: two links at once would be one too many. */
export const reissue = async (desk: Desk, share: Share): Promise<Made> => {
  const wish = wishOf(desk, share)
  const stopped = await stopSharing(desk, share)
  return stopped.ok ? makeShare(desk, wish) : { ...stopped, id: null }
}
