import type { RecipientType } from './recipients.ts'

// What a kind of place must do with what it is told, by country. Said in plain words, never with the
// number of a section, because laws move; where it is from, and how sure it is, stands here. The words
// are share.notice.<id> for her and, where it concerns them, paper.notice.<id>.theirs.

export type Notice = {
  readonly id: string
  readonly country: 'se'
  readonly types: readonly RecipientType[]
  /** Also shown to the recipient. */
  readonly theirs: boolean
  /** What was read for it. */
  readonly source: string
  /** When it was last looked at, "2026-11-23". */
  readonly date: string
  /** Read: the source itself. Known: nobody has read it for this yet. */
  readonly basis: 'read' | 'known'
  readonly lawyer: 'no' | 'yes'
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

const asOf = { country: 'se', date: '2026-11-23', lawyer: 'no' } as const

export const notices: readonly Notice[] = [
  {
    id: 'keep',
    types: offices,
    theirs: true,
    source: 'Tryckfrihetsförordningen, 2 kap.; offentlighets- och sekretesslagen (2009:400)',
    basis: 'known',
    ...asOf,
  },
  {
    id: 'otherSide',
    types: ['police', 'lawyer', 'social', 'family'],
    theirs: true,
    source: 'Offentlighets- och sekretesslagen (2009:400), 10 kap., partsinsyn',
    basis: 'known',
    ...asOf,
  },
  {
    id: 'child',
    types: ['police', 'social', 'family', 'health', 'childHealth', 'school', 'coordinator'],
    theirs: true,
    source: 'Socialtjänstlagen (2025:400), anmälan om oro för barn',
    basis: 'read',
    ...asOf,
  },
  {
    id: 'police',
    types: ['social', 'family', 'health', 'childHealth', 'coordinator'],
    theirs: false,
    source: 'Offentlighets- och sekretesslagen (2009:400), 10 kap. 18 c §',
    basis: 'read',
    ...asOf,
  },
  {
    id: 'free',
    types: ['employer', 'council', 'friend', 'other'],
    theirs: false,
    source: 'No law read; said because none is known that would bind them',
    basis: 'known',
    ...asOf,
  },
  {
    id: 'stop',
    types: [...offices, 'lawyer', 'shelter', 'employer', 'bank', 'council', 'friend', 'other'],
    theirs: false,
    source: 'How the link works; what an office has filed is its own',
    basis: 'known',
    ...asOf,
  },
]

/** The notices for one type of recipient; only Sweden's are known yet. */
export const noticesFor = (type: RecipientType): readonly Notice[] =>
  notices.filter(({ types, country }) => country === 'se' && types.includes(type))
