import { recipientTypes, type RecipientType } from './recipients.ts'

// Whom a notice concerns: all that the recipient's page needs of it. What it rests on stands in notices.ts,
// which is hers alone.

export type NoticeId = 'keep' | 'otherSide' | 'child' | 'police' | 'free' | 'stop'

export type Noticed = {
  readonly id: NoticeId
  readonly types: readonly RecipientType[]
  /** Also shown to the recipient. */
  readonly theirs: boolean
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
export const noticed: readonly Noticed[] = [
  { id: 'keep', types: offices, theirs: true },
  { id: 'otherSide', types: ['police', 'lawyer', 'social', 'family'], theirs: true },
  {
    id: 'child',
    types: ['police', 'social', 'family', 'health', 'childHealth', 'school', 'coordinator'],
    theirs: true,
  },
  {
    id: 'police',
    types: ['social', 'family', 'health', 'childHealth', 'coordinator'],
    theirs: false,
  },
  { id: 'free', types: ['employer', 'council', 'friend', 'other'], theirs: false },
  {
    id: 'stop',
    types: recipientTypes,
    theirs: false,
  },
]

/** Those that a recipient of this type is shown. */
export const theirNotices = (type: RecipientType): readonly NoticeId[] =>
  noticed.flatMap(({ id, types, theirs }) => (theirs && types.includes(type) ? [id] : []))
