import { put } from '../record/record.ts'
import type { Share } from '../record/types.ts'
import type { Store } from './store.ts'

/** A share as it is in the record at this moment; null when it is gone. */
export const now = ({ state }: Pick<Store, 'state'>, { id }: Share): Share | null =>
  state().record.share.get(id) ?? null

/** Changes a share as it is by now; nothing when it is gone. */
export const change = (
  desk: Pick<Store, 'state' | 'send'>,
  { id }: Share,
  more: Partial<Share>,
): void => {
  const current = desk.state().record.share.get(id)
  if (current) desk.send(put({ ...current, ...more }))
}
