import type { Share } from '../record/types.ts'
import { look } from './noting.ts'
import { fetchAnswers } from './replying.ts'
import type { Desk, Not } from './sharing.ts'

/** How many answers came now. */
export type Looked = { readonly ok: true; readonly fresh: number } | Not

/** How all of these stand, and their answers: asked when she wants to know, and on past one that cannot be reached. */
export const lookAtAll = async (desk: Desk, shares: readonly Share[]): Promise<Looked> => {
  let fresh = 0
  let failed: Not | null = null
  for (const share of shares) {
    const seen = await look(desk, share)
    const fetched = seen.ok ? await fetchAnswers(desk, share) : seen
    if (!fetched.ok) failed = fetched
    else fresh += fetched.fresh
  }
  return failed ?? { ok: true, fresh }
}
