import type { Share } from '../record/types.ts'
import { limits } from '../share/contract.ts'
import { newOwner } from '../share/seal.ts'
import { newSpoken } from '../share/spoken.ts'
import { createSpoken, stopSpoken } from '../share/telephone.ts'
import { change } from './present.ts'
import { surely } from './seeing.ts'
import { askRelay, not, secondsOf, timeAt, type Desk, type Done } from './sharing.ts'

// The code that she reads out in place of a link. It is shown once the relay has it; if the answer is
// lost nobody knows the code, and it ends by itself.

/** Seconds: long enough for a call back, short enough to try codes on. */
const life = 86_400

/** A code for a share, ending with it at the latest. */
export const makeSpoken = async (desk: Desk, share: Share): Promise<Done> => {
  const asked = await askRelay(desk)
  if (!asked.ok) return asked
  const { now } = asked.about
  const until = Math.min(now + life, secondsOf(share.grant.until))
  if (until - now < limits.life.least) return not('over')
  const keys = { code: newSpoken(), owner: newOwner() }
  const made = await createSpoken(desk.relay, keys, share.secret, until)
  if (made.ok) change(desk, share, { spoken: { ...keys, until: timeAt(until) } })
  return made
}

/** `gone` from the relay itself means that it ended already. */
export const endSpoken = async (desk: Desk, share: Share): Promise<Done> => {
  if (!share.spoken) return { ok: true }
  const ended = await surely(desk.relay, await stopSpoken(desk.relay, share.spoken))
  if (!ended.ok && ended.why !== 'gone') return ended
  change(desk, share, { spoken: null })
  return { ok: true }
}
