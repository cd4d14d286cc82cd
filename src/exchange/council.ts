import {
  groups,
  halves,
  said,
  vocabulary,
  type Council,
  type Gleaned,
  type Group,
  type Half,
  type Period,
} from '../record/council.ts'
import { isValues, type Values } from './fields.ts'

// The file that a client council gets: words of a closed list and nothing else. Writer and reader hold
// to the same list, so that a file with one word more is refused, whoever made it.
// docs/formats/council.md tells the same in words.

export const format = 'client council summary'
export const version = 1
/** Bytes. Ours have about one tenth of it. */
export const largest = 16_384

export type Sheet = { readonly level: Group } & Readonly<Partial<Record<keyof Gleaned, string>>>

export type CouncilFile = Period & { readonly mark: string; readonly sheets: readonly Sheet[] }

export type Read =
  | { readonly ok: true; readonly file: CouncilFile }
  | {
      readonly ok: false
      readonly why: 'large' | 'json' | 'other' | 'version' | 'field'
      /** The field that is not as agreed: "sheets[2].helped"; empty for a whole file. */
      readonly where: string
    }

/** Thrown and caught in this file alone. */
class Unfit extends Error {
  readonly where: string
  constructor(where: string) {
    super()
    this.where = where
  }
}

const one = <T extends string>(value: unknown, known: readonly T[], where: string): T => {
  const found = known.find((word) => word === value)
  if (found === undefined) throw new Unfit(where)
  return found
}

const like = (value: unknown, shape: RegExp, where: string): string => {
  if (typeof value === 'string' && shape.test(value)) return value
  throw new Unfit(where)
}

const only = (from: Values, names: readonly string[], where: string): void => {
  const strange = Object.keys(from).find((name) => !names.includes(name))
  if (strange !== undefined) throw new Unfit(`${where}${strange.slice(0, 40)}`)
}

const readSheet = (value: unknown, at: number): Sheet => {
  const where = `sheets[${at}]`
  if (!isValues(value)) throw new Unfit(where)
  only(value, ['level', ...said], `${where}.`)
  const words = said
    .filter((name) => value[name] !== undefined)
    .map((name) => [name, one(value[name], vocabulary[name], `${where}.${name}`)] as const)
  return { level: one(value['level'], groups, `${where}.level`), ...Object.fromEntries(words) }
}

const readSheets = (value: unknown): readonly Sheet[] => {
  if (!Array.isArray(value) || value.length > groups.length) throw new Unfit('sheets')
  const sheets = value.map(readSheet)
  const twice = sheets.findIndex(
    ({ level }, at) => sheets.findIndex((other) => other.level === level) !== at,
  )
  if (twice >= 0) throw new Unfit(`sheets[${twice}].level`)
  return sheets
}

const readFile = (from: Values): CouncilFile => {
  only(from, ['format', 'version', 'year', 'half', 'mark', 'sheets'], '')
  return {
    year: like(from['year'], /^20\d\d$/, 'year'),
    half: one<Half>(from['half'], halves, 'half'),
    mark: like(from['mark'], /^[A-Za-z0-9_-]{16}$/, 'mark'),
    sheets: readSheets(from['sheets']),
  }
}

const parsed = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}

const refused = (why: Extract<Read, { ok: false }>['why'], where = ''): Read => ({
  ok: false,
  why,
  where,
})

/** A file that is exactly as agreed, or the reason why it is not one. */
export const readCouncilFile = (text: string): Read => {
  if (text.length > largest) return refused('large')
  const value = parsed(text)
  if (value === undefined) return refused('json')
  if (!isValues(value) || value['format'] !== format) return refused('other')
  if (value['version'] !== version) return refused('version')
  try {
    return { ok: true, file: readFile(value) }
  } catch (problem) {
    if (problem instanceof Unfit) return refused('field', problem.where)
    throw problem
  }
}

const sheetOf = (council: Council): Sheet => ({
  level: council.level,
  ...Object.fromEntries(
    said.filter((name) => council[name] !== '').map((name) => [name, council[name]]),
  ),
})

/** The sheets of one half year as a file; null when there are none. */
export const writeCouncilFile = (sheets: readonly Council[]): string | null => {
  const [first] = sheets
  if (!first) return null
  const { year, half, mark } = first
  const file = { format, version, year, half, mark, sheets: sheets.map(sheetOf) }
  const text = `${JSON.stringify(file, null, 2)}\n`
  // What its own reader refuses must never leave the phone.
  if (!readCouncilFile(text).ok) throw new Error('a summary with a word that is not on the list')
  return text
}
