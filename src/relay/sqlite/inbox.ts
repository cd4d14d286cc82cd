import type { Disk } from './disk.ts'
import { findOwned, receiptFor } from './owner.ts'
import type { Space } from './space.ts'
import type { NewReply, Store } from '../store.ts'
import { fitsInbox, isLarge, mayReply } from '../verdict-inbox.ts'

const keep = (
  { rows }: Disk,
  { takesReply, takesBeside }: Space,
  reply: NewReply,
  now: number,
): 'kept' | 'full' | null => {
  const row = rows.find.get(reply.locator) ?? null
  if (!mayReply(row, reply.proof, now)) return null
  const one = { id: row.id, token: reply.id }
  // Sent again because the first answer was lost.
  if (rows.hasReply.get(one)) return 'kept'
  const { count, bytes } = rows.countReplies.get(one) ?? { count: 0, bytes: 0 }
  const { length } = reply.sealed
  if (!fitsInbox(count, bytes, length)) return 'full'
  // Letters go on where files have to stop, as shares do.
  if (!(isLarge(reply) ? takesBeside(length) : takesReply(length))) return 'full'
  rows.putReply.run({ ...one, sealed: reply.sealed })
  return 'kept'
}

/** Where replies wait for her: sealed, few, and gone as soon as she has them. */
export const inboxOf = (disk: Disk, space: Space): Pick<Store, 'reply' | 'replies' | 'taken'> => {
  const { rows, group, erased } = disk
  return {
    reply: (reply, now) => group.add(() => keep(disk, space, reply, now)),
    replies: (ask, room) =>
      group.add(() => {
        const row = findOwned(rows, ask)
        if (row === null) return null
        const { id } = row
        room?.(rows.countReplies.get({ id })?.bytes ?? 0)
        return rows.replies.all({ id }).map(({ token, sealed }) => ({ id: token, sealed }))
      }),
    taken: (ask, ids, now) =>
      group.add(() => {
        const row = findOwned(rows, ask)
        if (row === null) return null
        for (const token of ids) rows.dropReply.run({ id: row.id, token })
        erased()
        return receiptFor(rows, row, now)
      }),
  }
}
