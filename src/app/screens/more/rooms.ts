import { isSaid } from '../../../record/ratings.ts'
import { listOf, settingOf } from '../../../record/record.ts'
import type { ClientRecord } from '../../../record/types.ts'
import type { IconName } from '../../parts/Icon.tsx'

/** What has no tab of its own: it comes up on the home once it is used, and else waits behind one row. */
export type AreaRoom = {
  readonly at: 'plan' | 'children' | 'ratings' | 'safety' | 'trash'
  readonly lead: IconName
  readonly isUsed: (record: ClientRecord) => boolean
}

export const areaRooms: readonly AreaRoom[] = [
  {
    at: 'plan',
    lead: 'check',
    isUsed: (record) =>
      [...listOf(record, 'step'), ...listOf(record, 'need')].some(({ child }) => child === null),
  },
  { at: 'children', lead: 'people', isUsed: ({ child }) => child.size > 0 },
  { at: 'ratings', lead: 'plot', isUsed: (record) => listOf(record, 'rating').some(isSaid) },
  // On the first screen only when she wishes: whoever looks over her shoulder would read it there.
  { at: 'safety', lead: 'lock', isUsed: (record) => settingOf(record).safetyOnHome },
  // Looked for when something is missed, and never in the way.
  { at: 'trash', lead: 'bin', isUsed: () => false },
]
