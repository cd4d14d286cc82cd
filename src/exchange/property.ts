import { ascii, decode, unquote } from './encoding.ts'

/** One line of a card, taken apart; names and types are lower case. */
export type Property = {
  readonly group: string
  readonly name: string
  /** The values of every TYPE, and the bare words of vCard 2.1. */
  readonly types: readonly string[]
  /** Decoded, but still with its backslashes. */
  readonly value: string
}

const colon = 0x3a
const quote = 0x22

const valueStart = (line: Uint8Array): number => {
  let quoted = false
  for (let at = 0; at < line.length; at++) {
    if (line[at] === quote) quoted = !quoted
    if (line[at] === colon && !quoted) return at
  }
  // An odd quotation mark must not swallow the value.
  return line.indexOf(colon)
}

type Parameter = { readonly key: string; readonly values: readonly string[] }

const parameter = (text: string): Parameter => {
  const at = text.indexOf('=')
  const values = text
    .slice(at + 1)
    .replaceAll('"', '')
    .toLowerCase()
    .split(',')
    .map((value) => value.trim())
  return { key: at < 0 ? '' : text.slice(0, at).trim().toLowerCase(), values }
}

const valuesOf = (parameters: readonly Parameter[], key: string): readonly string[] =>
  parameters.flatMap((one) => (one.key === key ? one.values : []))

const isBase64 = (encodings: readonly string[]): boolean =>
  encodings.some((encoding) => encoding === 'base64' || encoding === 'b')

/** The property of a line, when its name is wanted; null for anything else. */
export const readProperty = (line: Uint8Array, wanted: ReadonlySet<string>): Property | null => {
  const colonAt = valueStart(line)
  if (colonAt < 1) return null
  const [path = '', ...rest] = ascii(line, Math.min(colonAt, 1_000)).split(';')
  const dot = path.lastIndexOf('.')
  const name = path
    .slice(dot + 1)
    .trim()
    .toLowerCase()
  if (!wanted.has(name)) return null
  const parameters = rest.slice(0, 50).map(parameter)
  const bare = valuesOf(parameters, '')
  const encodings = [...valuesOf(parameters, 'encoding'), ...bare]
  if (isBase64(encodings)) return null
  const raw = line.subarray(colonAt + 1)
  const bytes = encodings.includes('quoted-printable') ? unquote(raw) : raw
  const value = decode(bytes, valuesOf(parameters, 'charset')[0])
  const types = [...valuesOf(parameters, 'type'), ...bare]
  return { group: path.slice(0, Math.max(dot, 0)).toLowerCase(), name, types, value }
}

const plain = (text: string): string =>
  text.replace(/\\([nN,;:\\])/g, (_, mark: string) => (mark.toLowerCase() === 'n' ? '\n' : mark))

/** A value as one text. */
export const textOf = (value: string): string => plain(value)

/** A value in parts, as N, ORG and ADR have: split at every semicolon without a backslash. */
export const partsOf = (value: string): readonly string[] => {
  const parts: string[] = []
  let start = 0
  for (let at = 0; at < value.length; at++) {
    if (value[at] === '\\') at++
    else if (value[at] === ';') {
      parts.push(plain(value.slice(start, at)))
      start = at + 1
    }
  }
  return [...parts, plain(value.slice(start))].map((part) => part.trim())
}
