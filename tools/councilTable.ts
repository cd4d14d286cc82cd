import { readCouncilFile, type CouncilFile, type Sheet } from '../src/exchange/council.ts'
import { groups, halves, said, vocabulary } from '../src/record/council.ts'

// Adds many summaries up. What may be told of people is decided here and nowhere else: the fewest of
// whom anything is told, and numbers so round that one person more or less shows in few of them.

/** Nobody may ask for fewer. */
export const fewest = 5

export type Given = { readonly name: string; readonly text: string }

export type Refusal = { readonly name: string; readonly why: string }

/** How many people said each word, each a multiple of the least; null for fewer people than that. */
type Counts = Readonly<Record<string, number>> | null

export type Row = {
  /** "2026 second" */
  readonly period: string
  readonly level: string
  /** A multiple of the least, never more than there were. */
  readonly people: number | null
  readonly said: Readonly<Record<string, Counts>>
}

export type Table = {
  readonly format: 'client council table'
  readonly version: 1
  readonly least: number
  readonly rows: readonly Row[]
}

const reasons = {
  large: 'it is larger than any summary',
  json: 'it is not JSON',
  other: 'it is not a summary for a client council',
  version: 'it is of a version that this tool does not know',
  field: 'it is not as agreed at',
} as const

type Taken = { readonly files: readonly CouncilFile[]; readonly refusals: readonly Refusal[] }

/** Files that are as agreed and there for the first time, and why the others are not counted. */
export const takeIn = (given: readonly Given[]): Taken => {
  const marks = new Map<string, string>()
  const [files, refusals]: [CouncilFile[], Refusal[]] = [[], []]
  for (const { name, text } of given) {
    const read = readCouncilFile(text)
    const first = read.ok ? marks.get(read.file.mark) : undefined
    if (!read.ok) refusals.push({ name, why: `${reasons[read.why]} ${read.where}`.trim() })
    else if (first !== undefined) refusals.push({ name, why: `it is the same summary as ${first}` })
    else files.push(read.file)
    if (read.ok && first === undefined) marks.set(read.file.mark, name)
  }
  return { files, refusals }
}

const countsOf = (sheets: readonly Sheet[], name: (typeof said)[number], least: number): Counts => {
  const words = sheets.flatMap((sheet) => sheet[name] ?? [])
  if (words.length < least) return null
  const count = (word: string): number =>
    Math.round(words.filter((one) => one === word).length / least) * least
  return Object.fromEntries(vocabulary[name].map((word) => [word, count(word)]))
}

const rowOf = (period: string, level: string, sheets: readonly Sheet[], least: number): Row => {
  const enough = sheets.length >= least
  return {
    period,
    level,
    people: enough ? Math.floor(sheets.length / least) * least : null,
    said: Object.fromEntries(
      said.map((name) => [name, enough ? countsOf(sheets, name, least) : null]),
    ),
  }
}

const periodOf = ({ year, half }: CouncilFile): string => `${year} ${half}`

/** One row for each half year and kind of place; no sum over rows, from which one could be taken away. */
export const tableOf = (files: readonly CouncilFile[], wanted: number): Table => {
  const least = Math.max(fewest, Math.ceil(wanted))
  const order = (period: string): string =>
    `${period.slice(0, 4)}${halves.findIndex((half) => period.endsWith(half))}`
  const periods = [...new Set(files.map(periodOf))].toSorted((a, b) =>
    order(a).localeCompare(order(b)),
  )
  const sheetsIn = (period: string, level: string): Sheet[] =>
    files
      .filter((file) => periodOf(file) === period)
      .flatMap(({ sheets }) => sheets.filter((sheet) => sheet.level === level))
  return {
    format: 'client council table',
    version: 1,
    least,
    rows: periods.flatMap((period) =>
      groups
        .map((level) => rowOf(period, level, sheetsIn(period, level), least))
        .filter(({ level }) => sheetsIn(period, level).length > 0),
    ),
  }
}
