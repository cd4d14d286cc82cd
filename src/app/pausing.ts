import type { Share } from '../record/types.ts'
import { pauseShare, resumeShare } from '../share/change.ts'
import type { Told } from '../share/client.ts'
import { change, now } from './present.ts'
import { mostAhead } from './replacing.ts'
import { surely } from './seeing.ts'
import { not, type Desk, type Done, type Not } from './sharing.ts'
import { inTurn } from './turns.ts'

// A pause, and its end. A line that broke may bring either one later than what she asked for after it. So each has a
// number above the one before, and the relay does nothing for one that comes late: her last word holds.

const asks = { pause: pauseShare, resume: resumeShare } as const
const becomes = { pause: 'paused', resume: 'live' } as const
type Wish = keyof typeof asks

/** A link that is live anyhow was not let go on by a word that the relay let lie: who tried too often would stay locked out. */
const isDone = (told: Told | Not, wish: Wish, order: number): boolean => {
  if (!told.ok || told.receipt.state === 'ended') return true
  return told.receipt.state === becomes[wish] && (wish === 'pause' || told.receipt.order <= order)
}

/** Once more where the relay knows a higher number than a phone that was restored, unless she wants something else by now. */
const ask = async (desk: Desk, share: Share, wish: Wish): Promise<Told | Not> => {
  const told = await surely(desk.relay, await asks[wish](desk.relay, share, share.order))
  if (!told.ok || isDone(told, wish, share.order)) return told
  const order = told.receipt.order + 1
  if (order <= share.order || order > share.order + mostAhead) return not('refused')
  if (now(desk, share)?.order !== share.order) return not('refused')
  change(desk, share, { order })
  const again = await surely(desk.relay, await asks[wish](desk.relay, share, order))
  return isDone(again, wish, order) ? again : not('refused')
}

/** Asks for a pause that waits; nothing when she let it go on since. */
export const sendPause = (desk: Desk, share: Share): Promise<Done> =>
  inTurn(desk, share, async (current): Promise<Done> => {
    if (current.pausing === '') return { ok: true }
    const told = await ask(desk, current, 'pause')
    const time = desk.time()
    if (!told.ok && told.why === 'gone') change(desk, current, { ended: time, pausing: '' })
    if (!told.ok) return told
    // The clock of a relay may have been ahead: what waits stands until that is known.
    if (told.receipt.state === 'ended') change(desk, current, { ended: time })
    else change(desk, current, { paused: time, pausing: '' })
    return { ok: true }
  })

/** Until she lets it go on nobody can open it. It is written down first: leaving at once does not lose it. */
export const pauseSharing = (desk: Desk, share: Share): Promise<Done> => {
  const order = (now(desk, share)?.order ?? 0) + 1
  change(desk, share, { pausing: desk.time(), order })
  return sendPause(desk, share)
}

/** Asked for once, and takes back a pause that waits: nothing opens a link again by itself. */
export const goOnSharing = (desk: Desk, share: Share): Promise<Done> => {
  const order = (now(desk, share)?.order ?? 0) + 1
  change(desk, share, { pausing: '', order })
  return inTurn(desk, share, async (current): Promise<Done> => {
    // She has said something else since.
    if (current.order !== order) return { ok: true }
    const told = await ask(desk, current, 'resume')
    if (told.ok) change(desk, current, { paused: '' })
    return told.ok ? { ok: true } : told
  })
}
