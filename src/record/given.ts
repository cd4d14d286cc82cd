import { sharesInOrder } from './order.ts'
import { all, drop } from './record.ts'
import { localAt } from './wall.ts'
import type { Change, ClientRecord, Id, LocalDate, Part, PartKind, Share, Time } from './types.ts'

/** All that she ever gave, the newest first; what never left the phone is not among it. */
export const givenIn = (record: ClientRecord): Share[] =>
  sharesInOrder(record).filter(({ made }) => made !== '')

/** Every part that could ever be read under a link, also what she took out of it later. */
export const everGiven = ({ grant, earlier }: Share): readonly Part[] => [
  ...grant.parts,
  ...earlier.flatMap(({ parts }) => parts),
]

/** What can go along: an entry, or a file of hers. */
export type Given = { readonly kind: PartKind | 'attachment'; readonly id: Id }

const went = (share: Share, which: Given): boolean =>
  which.kind === 'attachment'
    ? share.files.some(({ of }) => of === which.id)
    : everGiven(share).some(({ kind, id }) => kind === which.kind && id === which.id)

/** The shares that an entry or a file went along in. */
export const sharedWith = (record: ClientRecord, which: Given): Share[] =>
  givenIn(record).filter((share) => went(share, which))

/** The same among what was given on some days, "2026-11-23". */
export const retellingsSparedIn = (
  record: ClientRecord,
  isMeant: (day: LocalDate) => boolean,
): number =>
  givenIn(record).filter(
    (share) =>
      isMeant(localAt(share.made).slice(0, 10)) &&
      everGiven(share).some(({ kind }) => kind === 'story'),
  ).length

/** How often somebody got her own words to read instead of hearing them from her. */
export const retellingsSpared = (record: ClientRecord): number =>
  retellingsSparedIn(record, () => true)

/** What stands in her list: all but what she put away. */
export const listedIn = (record: ClientRecord): Share[] =>
  sharesInOrder(record).filter(({ filed }) => filed === '')

/** Off the list. What was given to whom stays in the log; what could open it, or ask for it, goes. */
export const fileAway = (share: Share, now: Time): Share => {
  const gone = { secret: '', owner: '', passcode: null, reply: null, living: null, spoken: null }
  return { ...share, ...gone, filed: now }
}

/**
 * Whether nothing can bring it back. That the relay said it was over is not enough: its clock may have been ahead,
 * and when it is put right the link opens again, unless it was ended meanwhile.
 */
export const isErased = ({ stopped, owner }: Share): boolean => stopped !== '' || owner === ''

/**
 * Whether it is over as far as anybody knows: the relay itself said so, or nothing is left to stop it with. The phone's
 * clock alone may run ahead of a link that is still open.
 */
export const isSurelyOver = (share: Share): boolean => isErased(share) || share.ended !== ''

/** What the log may be able to lose, by the phone's clock. */
export const overIn = (record: ClientRecord, now: Time): Share[] =>
  givenIn(record).filter((share) => isSurelyOver(share) || share.grant.until <= now)

/** Takes out what is surely over, and nothing that she may still have to stop. Nothing brings it back. */
export const emptyLog =
  (shares: readonly Share[]): Change =>
  (record) =>
    all(...shares.filter(isSurelyOver).map(({ id }) => drop('share', id)))(record)
