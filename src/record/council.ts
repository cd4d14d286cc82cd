import { levels, type Level } from './areas.ts'
import { oneOf, text, times, type Fields } from './fields.ts'
import { questions, type Question } from './rating.ts'

// What a council of former clients may learn of how it was: for half a year and one level of offices at
// a time, in words of a closed list. There is no name, no text of hers, no day and no exact number that
// could stand in it. Ids and times are as in types.ts.

/** What most of the answers came to. */
export const gists = ['mostly', 'mixed', 'seldom'] as const
export type Gist = (typeof gists)[number]

/** How many, roughly; none and a few are one. */
export const bands = ['0–4', '5–9', '10–19', '20+'] as const
export type Band = (typeof bands)[number]

/** How long the middle one of her waits was, in days. */
export const lengths = ['0–13', '14–31', '32–92', '93+'] as const
export type Length = (typeof lengths)[number]

export const halves = ['first', 'second'] as const
export type Half = (typeof halves)[number]

/** `all`: about no level of its own. */
export const groups = [...levels, 'all'] as const
export type Group = Level | 'all'

export type Period = {
  /** "2026" */
  readonly year: string
  readonly half: Half
}

/** What is said; empty where there was too little to say it without showing one meeting. */
export type Gleaned = Readonly<Record<Question, Gist | ''>> & {
  /** Whether all had to be told again. */
  readonly retold: Gist | ''
  readonly waited: Length | ''
  /** The three below stand under `all` alone. */
  readonly retellings: Band | ''
  readonly spared: Band | ''
  readonly contacts: Band | ''
}

export type Council = Gleaned &
  Period & {
    readonly kind: 'council'
    /** As `councilId` makes it. */
    readonly id: string
    readonly level: Group
    /** Random, one for each half year: by it two copies of one summary are known as one. */
    readonly mark: string
    readonly written: string
    readonly edited: string
  }

export const councilId = ({ year, half }: Period, level: Group): string =>
  `${year}.${half}.${level}`

/** What each thing that can be said is said with. */
export const vocabulary: Readonly<Record<keyof Gleaned, readonly string[]>> = {
  listened: gists,
  knew: gists,
  influence: gists,
  helped: gists,
  retold: gists,
  waited: lengths,
  retellings: bands,
  spared: bands,
  contacts: bands,
}

const gist = (value: unknown): Gist | '' => oneOf<Gist | ''>(value, gists, '')
const band = (value: unknown): Band | '' => oneOf<Band | ''>(value, bands, '')

const readYear = (value: unknown): string => (/^\d{4}$/.test(text(value)) ? text(value) : '')

export const readCouncil = (id: string, from: Fields): Council => ({
  kind: 'council',
  id,
  year: readYear(from['year']),
  half: oneOf(from['half'], halves, 'first'),
  level: oneOf<Group>(from['level'], groups, 'other'),
  mark: text(from['mark']),
  listened: gist(from['listened']),
  knew: gist(from['knew']),
  influence: gist(from['influence']),
  helped: gist(from['helped']),
  retold: gist(from['retold']),
  waited: oneOf<Length | ''>(from['waited'], lengths, ''),
  retellings: band(from['retellings']),
  spared: band(from['spared']),
  contacts: band(from['contacts']),
  ...times(from),
})

/** What is judged by its gist. */
export const judged = [...questions, 'retold'] as const

/** What is told as a band. */
export const bandNames = ['waited', 'retellings', 'spared', 'contacts'] as const

/** Everything that can be said, in the order in which it is read. */
export const said: readonly (keyof Gleaned)[] = [...judged, ...bandNames]
