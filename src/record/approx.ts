import { plainFigures } from './figures.ts'
import type { LocalDate } from './types.ts'
import { dayMs } from './wall.ts'

// Reads a date out of her own words, to sort by and never to show: "spring 2024, about ten times".
// What is not understood is no error; it only cannot be put in its place among the others.

/** Both days included. */
export type Span = { readonly from: LocalDate; readonly to: LocalDate }

/** Months from 1; winter is a year's whole length, since people mean either end of it. */
const months: Readonly<Record<string, readonly [from: number, to: number]>> = Object.fromEntries(
  [
    'januari jan january يناير',
    'februari feb february فبراير شباط',
    'mars mar march مارس اذار',
    'april apr ابريل نيسان',
    'maj may مايو ايار',
    'juni jun june يونيو حزيران',
    'juli jul july يوليو تموز',
    'augusti aug august اغسطس',
    'september sep sept سبتمبر ايلول',
    'oktober okt october oct اكتوبر',
    'november nov نوفمبر',
    'december dec ديسمبر',
  ].flatMap((names, at) => names.split(' ').map((name) => [name, [at + 1, at + 1] as const])),
)

const seasons: typeof months = Object.fromEntries(
  (
    [
      ['vår våren spring ربيع', [3, 5]],
      ['sommar sommaren summer صيف', [6, 8]],
      ['höst hösten autumn fall خريف', [9, 11]],
    ] as const
  ).flatMap(([names, span]) => names.split(' ').map((name) => [name, span] as const)),
)

const two = (number: number): string => String(number).padStart(2, '0')

const lastOf = (year: number, month: number): LocalDate =>
  new Date(Date.UTC(year, month, 1) - dayMs).toISOString().slice(0, 10)

const isDay = (text: LocalDate): boolean => {
  const date = new Date(`${text}T00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** Small letters, 0-9, one spelling of alef, and no Arabic article. */
const wordsOf = (when: string): readonly string[] =>
  plainFigures(when)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[أإآ]/g, 'ا')
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/^ال(?=\p{L}{3})/u, ''))
    .filter(Boolean)

const written = (when: string): Span | null => {
  const days =
    plainFigures(when)
      .match(/\b(?:19|20)\d\d-\d\d-\d\d\b/g)
      ?.filter(isDay) ?? []
  const [from, to] = [days.toSorted()[0], days.toSorted().at(-1)]
  return from && to ? { from, to } : null
}

/** A day of the month beside its name: "3 maj", "May 3rd". */
const dayBeside = (words: readonly string[], at: number): number | null => {
  const beside = [words[at - 1], words[at + 1]].map((word) =>
    /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word ?? ''),
  )
  const found = Number(beside.find(Boolean)?.[1] ?? 0)
  return found >= 1 && found <= 31 ? found : null
}

const monthsIn = (words: readonly string[]): readonly (readonly [from: number, to: number])[] =>
  words.flatMap((word) => {
    const found = Object.hasOwn(months, word) ? months[word] : undefined
    const season = Object.hasOwn(seasons, word) ? seasons[word] : undefined
    return found ? [found] : season ? [season] : []
  })

const inYear = (words: readonly string[], year: number): Span => {
  const found = monthsIn(words)
  const [first, last] = [found[0], found.at(-1)]
  if (!first || !last || last[1] < first[0]) return { from: `${year}-01-01`, to: `${year}-12-31` }
  const one = found.length === 1 && first[0] === first[1]
  const at = words.findIndex((word) => Object.hasOwn(months, word))
  const date = one ? dayBeside(words, at) : null
  const exact = date === null ? '' : `${year}-${two(first[0])}-${two(date)}`
  if (exact && isDay(exact)) return { from: exact, to: exact }
  return { from: `${year}-${two(first[0])}-01`, to: lastOf(year, last[1]) }
}

/** The days that her words mean; null when no year stands in them. */
export const spanOf = (when: string): Span | null => {
  const exact = written(when)
  if (exact) return exact
  const words = wordsOf(when)
  const month = /\b((?:19|20)\d\d)-(0[1-9]|1[0-2])\b/.exec(plainFigures(when))
  const years = words.filter((word) => /^(19|20)\d\d$/.test(word)).map(Number)
  const [first, last] = [Math.min(...years), Math.max(...years)]
  if (month?.[1]) return { from: `${month[0]}-01`, to: lastOf(Number(month[1]), Number(month[2])) }
  if (years.length === 0) return null
  return first === last ? inYear(words, first) : { from: `${first}-01-01`, to: `${last}-12-31` }
}
