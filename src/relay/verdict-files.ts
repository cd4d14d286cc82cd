import { limits } from '../share/contract.ts'
import type { NewPiece, OwnerAsk } from './store.ts'
import { hourOf, isLive, isOwner, type Asker, type Kept } from './verdict.ts'
import { hour } from './seconds.ts'

// The rules about files, apart from any database.

/** Before its share is there anybody may put a piece; afterwards its maker alone, while it lives. */
export const mayPut = (kept: Kept | null, { owner }: OwnerAsk, now: number): boolean =>
  kept === null || (isOwner(kept, owner) && isLive(kept, now))

/** Whether this browser was let in: by a passcode, or with a place that is held for it. */
export const isIn = (kept: Kept, { guest }: Asker, now: number): boolean =>
  guest?.admitted === 1 || (kept.pass === null && (guest?.held ?? 0) > now)

/**
 * Whether a share may have so much: sizes in bytes, null for one that is not whole. `times`: a share whose
 * files are about to be replaced has the new ones beside the old.
 */
export const within = (sizes: readonly (number | null)[], pieces = 0, times = 1): boolean => {
  const whole = sizes.filter((size) => size !== null)
  const bytes = whole.reduce((sum, size) => sum + size, 0)
  const { bytes: most, pieces: mostPieces } = limits.files
  return whole.length === sizes.length && bytes <= most * times && pieces <= mostPieces * times
}

/** Of what a store may hold, how much pieces may fill that no share names yet: anybody may put those. */
export const forStaged = 0.1

/** Until when a piece waits for its share; rounded up, so that it tells no moment. */
export const stagedUntil = (now: number): number => hourOf(now) + hour + limits.staged

/** What a piece is wrapped with besides its key, so that the pieces of one disk cannot be swapped. */
export const pieceOf = ({ locator, file, part }: Pick<NewPiece, 'locator' | 'file' | 'part'>) =>
  Buffer.concat([locator, file, Buffer.of(part)])
