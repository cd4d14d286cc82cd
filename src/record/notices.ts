import { noticed, type Noticed } from './noticed.ts'
import { recipientTypes, type RecipientType } from './recipients.ts'

// What a kind of place must do with what it is told, by country. Said in plain words, never with the
// number of a section, because laws move; where it is from, and how sure it is, stands here and is shown
// beneath it. The words are share.notice.<id> for her, share.source.because.<id> where it rests on no law, and,
// where it concerns them, paper.notice.<id>.theirs.

type NoticeId = (typeof noticed)[number]['id'] | 'police' | 'free' | 'stop'

export type Notice = Noticed<NoticeId> & {
  /** Also shown to the recipient. */
  readonly theirs: boolean
  readonly country: 'se'
  /** The laws by their own names, in the country's language; null where it rests on none. */
  readonly source: string | null
  /** When it was last looked at, "2026-11-23". */
  readonly date: string
  /** Read: the source itself. Known: nobody has read it for this yet. */
  readonly basis: 'read' | 'known'
  readonly lawyer: 'no' | 'yes'
}

const asOf = { country: 'se', date: '2026-11-23', lawyer: 'no' } as const

const grounds: Readonly<Record<NoticeId, Pick<Notice, 'source' | 'basis'>>> = {
  keep: {
    source: 'Tryckfrihetsförordningen, 2 kap.; offentlighets- och sekretesslagen (2009:400)',
    basis: 'known',
  },
  otherSide: {
    source: 'Offentlighets- och sekretesslagen (2009:400), 10 kap., partsinsyn',
    basis: 'known',
  },
  child: {
    source: 'Socialtjänstlagen (2025:400), anmälan om oro för barn',
    basis: 'read',
  },
  police: {
    source: 'Offentlighets- och sekretesslagen (2009:400), 10 kap. 18 c §',
    basis: 'read',
  },
  // No law is known that would bind them.
  free: { source: null, basis: 'known' },
  // How the link works; what an office has filed is its own.
  stop: { source: null, basis: 'known' },
}

const hers: readonly Noticed<NoticeId>[] = [
  { id: 'police', types: ['social', 'family', 'health', 'childHealth', 'coordinator'] },
  { id: 'free', types: ['employer', 'council', 'friend', 'other'] },
  { id: 'stop', types: recipientTypes },
]

export const notices: readonly Notice[] = [...noticed, ...hers].map((one) => ({
  ...one,
  theirs: noticed.some(({ id }) => id === one.id),
  ...grounds[one.id],
  ...asOf,
}))

/** The notices for one type of recipient; only Sweden's are known yet. */
export const noticesFor = (type: RecipientType): readonly Notice[] =>
  notices.filter(({ types, country }) => country === 'se' && types.includes(type))
