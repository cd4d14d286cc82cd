import { all, drop, listOf } from './record.ts'
import type { Addendum, Attachment, Owner } from './hanging.ts'
import type { Rating } from './rating.ts'
import type { Change, ClientRecord, Id, Kind } from './types.ts'

const isUnder = ({ of }: Pick<Attachment, 'of'>, { kind, id }: Owner): boolean =>
  of?.kind === kind && of.id === id

const byWritten = (a: { readonly written: string }, b: { readonly written: string }): number =>
  a.written.localeCompare(b.written)

/** What hangs on an entry, the oldest first. */
export const attachmentsOf = (record: ClientRecord, owner: Owner): Attachment[] =>
  listOf(record, 'attachment')
    .filter((attachment) => isUnder(attachment, owner))
    .toSorted(byWritten)

/** What she added later, the oldest first. */
export const addendaOf = (record: ClientRecord, owner: Owner): Addendum[] =>
  listOf(record, 'addendum')
    .filter((addendum) => isUnder(addendum, owner))
    .toSorted(byWritten)

/** Takes one entry away, and what would tell that it was there. */
export const dropOne = (kind: Kind, id: Id): Change =>
  all(drop(kind, id), drop('proof', `${kind}/${id}`))

/** What was said of a contact goes with the contact. */
const saidOf = (record: ClientRecord, { kind, id }: Owner): Rating[] =>
  kind === 'contact' ? listOf(record, 'rating').filter(({ contact }) => contact === id) : []

/** Takes an entry away with all that hangs on it; taken back, all of it comes back. */
export const dropWhole =
  (owner: Owner): Change =>
  (record) =>
    all(
      dropOne(owner.kind, owner.id),
      ...attachmentsOf(record, owner).map(({ id }) => dropOne('attachment', id)),
      ...addendaOf(record, owner).map(({ id }) => dropOne('addendum', id)),
      ...saidOf(record, owner).map(({ id }) => drop('rating', id)),
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
