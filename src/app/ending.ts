import { emptyLog, fileAway, isErased, overIn } from '../record/given.ts'
import { put } from '../record/record.ts'
import type { Share } from '../record/types.ts'
import { look } from './noting.ts'
import { fetchAnswers } from './replying.ts'
import { change, now } from './present.ts'
import { surely } from './seeing.ts'
import { endAtRelay, not, type Desk, type Done } from './sharing.ts'

// Leaving a share behind. With it goes the only proof that can still stop it, and the key to its answers: neither
// before the relay has said that it is over, and before the answers that wait are on the phone.

/** What waits of answers is fetched; nothing waits where the relay knows of no share. */
const lastAnswers = async (desk: Desk, share: Share): Promise<Done> => {
  if (share.owner === '') return { ok: true }
  const fetched = await fetchAnswers(desk, share)
  // One that only a newer version can read would be lost with its key.
  if (fetched.ok) return fetched.newer > 0 ? not('older') : { ok: true }
  const sure = await surely(desk.relay, fetched)
  return sure.ok || sure.why === 'gone' ? { ok: true } : sure
}

/** Ends it, also where its time seems to be over. */
export const endSurely = async (desk: Desk, share: Share): Promise<Done> => {
  if (isErased(share)) return { ok: true }
  const ended = await endAtRelay(desk.relay, share)
  if (ended.ok) change(desk, share, { ended: desk.time() })
  return ended
}

/** Off her list, for good: what was given to whom stays in the log. */
export const putAway = async (desk: Desk, share: Share): Promise<Done> => {
  const ended = await endSurely(desk, share)
  const fetched = ended.ok ? await lastAnswers(desk, share) : ended
  const current = now(desk, share)
  if (!fetched.ok || !current) return fetched
  desk.send(put(fileAway(current, desk.time())))
  return { ok: true }
}

/** Asks whether it is over; nothing is stopped by it that is still open. */
const askOver = async (desk: Desk, share: Share): Promise<Done> => {
  if (isErased(share)) return { ok: true }
  const seen = await look(desk, share)
  if (!seen.ok && seen.why !== 'gone') return seen
  if (!seen.ok || seen.receipt.state === 'ended') return endSurely(desk, share)
  return { ok: true }
}

/** Empties the log of what is over. What the relay still has open stays, and so does what it could not be asked about. */
export const clearLog = async (desk: Desk): Promise<Done> => {
  const ready: Share[] = []
  let all: Done = { ok: true }
  for (const share of overIn(desk.state().record, desk.time())) {
    const over = await askOver(desk, share)
    const done = over.ok ? await lastAnswers(desk, share) : over
    const current = now(desk, share)
    if (done.ok && current) ready.push(current)
    else all = done
  }
  desk.send(emptyLog(ready))
  return all
}
