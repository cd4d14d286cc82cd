import type { Time } from '../../../record/types.ts'
import { secondsOf, timeAt } from '../../sharing.ts'

const hour = 3_600

/**
 * Between which times it was opened last. The relay tells the hour alone, and nobody opened a link before it was made:
 * the hour's beginning by itself would look as if somebody had.
 */
export const lastOpening = (
  lastOpen: number,
  made: Time,
): { readonly from: Time; readonly to: Time } => ({
  from: timeAt(Math.max(lastOpen, Math.min(secondsOf(made), lastOpen + hour))),
  to: timeAt(lastOpen + hour),
})
