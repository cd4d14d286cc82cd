import { limits } from '../share/contract.ts'
import type { NewReply } from './store.ts'
import { isLive, same, type Kept } from './verdict.ts'

// The rules about replies, apart from any database.

/** Who read a live share may answer, also while it is paused: guesses must not close her inbox. */
export const mayReply = <K extends Kept>(
  kept: K | null,
  proof: Uint8Array,
  now: number,
): kept is K => same(kept?.reply, proof) && kept !== null && isLive(kept, now)

/** Whether one more of so many bytes may wait beside `count` that have `bytes` together. */
export const fitsInbox = (count: number, bytes: number, length: number): boolean =>
  count < limits.inbox.replies && bytes + length <= limits.inbox.all

/** Whether it is more than a letter can be. */
export const isLarge = ({ sealed }: Pick<NewReply, 'sealed'>): boolean =>
  sealed.length > limits.inbox.letter
