import type { Id, Share } from '../record/types.ts'
import { not, type Desk, type Not } from './sharing.ts'

const turns = new Map<Id, Promise<unknown>>()

/**
 * One change to a share at a time, in the order in which they were asked for: each is made of the share as the
 * one before left it. Two at once would put older content, or an older end, above a newer one.
 */
export const inTurn = async <A>(
  desk: Pick<Desk, 'state'>,
  { id }: Pick<Share, 'id'>,
  run: (share: Share) => Promise<A>,
): Promise<A | Not> => {
  const mine = (turns.get(id) ?? Promise.resolve()).then(async (): Promise<A | Not> => {
    const share = desk.state().record.share.get(id)
    return share ? run(share) : not('gone')
  })
  const over = mine.catch(() => undefined)
  turns.set(id, over)
  try {
    return await mine
  } finally {
    if (turns.get(id) === over) turns.delete(id)
  }
}
