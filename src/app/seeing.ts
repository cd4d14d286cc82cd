import type { Share } from '../record/types.ts'
import type { Relay } from '../share/call.ts'
import { askAbout, lookShare, type Failure } from '../share/client.ts'
import type { Receipt } from '../share/contract.ts'

// How a share stands, by the relay's word and by nothing else that answers in its place.

type Answered = { readonly ok: true } | { readonly ok: false; readonly why: string }

/** The answer, where it is the relay's. Something else may answer 404 where the relay should be; then nothing is known. */
export const surely = async <Answer extends Answered>(
  relay: Relay,
  answer: Answer,
): Promise<Answer | Failure> => {
  if (answer.ok || answer.why !== 'gone') return answer
  const there = await askAbout(relay)
  if (there.ok) return answer
  return there.why === 'gone' ? { ok: false, why: 'refused' } : there
}

/** How often it was opened. `gone` is said only when the relay itself says it. */
export const see = async (
  relay: Relay,
  share: Share,
): Promise<{ readonly ok: true; readonly receipt: Receipt } | Failure> =>
  surely(relay, await lookShare(relay, share))
