import type { Share } from '../record/types.ts'
import type { Relay } from '../share/call.ts'
import { askAbout, lookShare, resumeShare, type Failure } from '../share/client.ts'
import type { Receipt } from '../share/contract.ts'

// How a share stands, by the relay's word and by nothing else that answers in its place.

/** Something else may answer 404 where the relay should be; then nothing is known. */
export const surely = async (relay: Relay, failure: Failure): Promise<Failure> => {
  if (failure.why !== 'gone') return failure
  const there = await askAbout(relay)
  if (there.ok) return failure
  return there.why === 'gone' ? { ok: false, why: 'refused' } : there
}

/** How often it was opened. `gone` is said only when the relay itself says it. */
export const see = async (
  relay: Relay,
  share: Share,
): Promise<{ readonly ok: true; readonly receipt: Receipt } | Failure> => {
  const seen = await lookShare(relay, share)
  return seen.ok ? seen : surely(relay, seen)
}

/** Lets a paused share be opened again, and sees how it stands now. */
export const letGoOn = async (relay: Relay, share: Share): ReturnType<typeof see> => {
  const resumed = await resumeShare(relay, share)
  return resumed.ok ? see(relay, share) : surely(relay, resumed)
}
