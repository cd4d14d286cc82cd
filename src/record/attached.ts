import { all, drop, listOf } from './record.ts'
import type { Attachment, Change, ClientRecord, Owner } from './types.ts'

const isUnder = (attachment: Attachment, { kind, id }: Owner): boolean =>
  attachment.of?.kind === kind && attachment.of.id === id

/** What hangs on an entry, the oldest first. */
export const attachmentsOf = (record: ClientRecord, owner: Owner): Attachment[] =>
  listOf(record, 'attachment')
    .filter((attachment) => isUnder(attachment, owner))
    .toSorted((a, b) => a.written.localeCompare(b.written))

/** Takes an entry away with all that hangs on it; taken back, all of it comes back. */
export const dropWhole =
  (owner: Owner): Change =>
  (record) =>
    all(
      drop(owner.kind, owner.id),
      ...attachmentsOf(record, owner).map(({ id }) => drop('attachment', id)),
    )(record)

/** Slots below `slots` that neither an attachment names nor `kept` holds back, the lowest first. */
export const freeSlots = (
  record: ClientRecord,
  slots: number,
  kept: ReadonlySet<number>,
): number[] => {
  const taken = new Set(listOf(record, 'attachment').flatMap((attachment) => attachment.slots))
  return Array.from({ length: slots }, (_, slot) => slot).filter(
    (slot) => !taken.has(slot) && !kept.has(slot),
  )
}

/** Slots of attachments that were there before and that nothing names any more. */
export const freedSlots = (before: ClientRecord, after: ClientRecord): number[] => {
  if (before.attachment === after.attachment) return []
  const gone = listOf(before, 'attachment').filter(({ id }) => !after.attachment.has(id))
  const taken = new Set(listOf(after, 'attachment').flatMap((attachment) => attachment.slots))
  return gone.flatMap(({ slots }) => slots).filter((slot) => !taken.has(slot))
}
