import type { RecipientType } from './recipients.ts'

// The notices that the recipient is shown as well: all that their page needs of them. What they rest on, and those
// that are hers alone, stand in notices.ts.

export type Noticed<Id extends string> = {
  readonly id: Id
  readonly types: readonly RecipientType[]
}

const offices = [
  'police',
  'social',
  'family',
  'health',
  'childHealth',
  'school',
  'insurance',
  'tax',
  'coordinator',
] as const satisfies readonly RecipientType[]

/** In the order in which they are read; only Sweden's are known yet. */
export const noticed: readonly Noticed<'keep' | 'otherSide' | 'child'>[] = [
  { id: 'keep', types: offices },
  { id: 'otherSide', types: ['police', 'lawyer', 'social', 'family'] },
  {
    id: 'child',
    types: ['police', 'social', 'family', 'health', 'childHealth', 'school', 'coordinator'],
  },
]

/** Those that a recipient of this type is shown. */
export const theirNotices = (type: RecipientType): readonly string[] =>
  noticed.flatMap(({ id, types }) => (types.includes(type) ? [id] : []))
