import { isFileType, type SharedFile } from '../record/carried.ts'
import type { Field, Form, SharedFact } from '../record/parts/shape.ts'
import { fieldOf, partKinds } from '../record/parts/table.ts'
import { mayGo, takesFiles, type SharedPart, type Summary } from '../record/summary.ts'
import { recipientTypes } from '../record/recipients.ts'
import type { PartKind } from '../record/types.ts'
import { limits, sizes } from './contract.ts'
import { isBytes, isObject, isWhole, type Fields } from './fields.ts'
import { mostFileBytes } from './padding.ts'

// A summary arrives from outside: whoever made it may have meant harm. Each field is checked and
// copied by name; what is not named here does not come in.

/** Characters and counts that a summary may have. */
export const bounds = {
  line: 2_000,
  note: 20_000,
  text: 1_000_000,
  facts: 100,
  parts: 1_500,
} as const

/** Thrown and caught in this file alone, so that the readers below can be read as plain shapes. */
class Unfit extends Error {}

const fields = (value: unknown): Fields => {
  if (isObject(value)) return value
  throw new Unfit()
}

const text = (value: unknown, most: number): string => {
  if (typeof value === 'string' && value.length <= most) return value
  throw new Unfit()
}

const line = (value: unknown): string => text(value, bounds.line)
const note = (value: unknown): string => text(value, bounds.note)

const shaped = (value: unknown, shape: RegExp): string => {
  const found = line(value)
  if (found === '' || shape.test(found)) return found
  throw new Unfit()
}

const day = (value: unknown): string => shaped(value, /^\d{4}-\d\d-\d\d$/)
const wall = (value: unknown): string => shaped(value, /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/)
const time = (value: unknown): string => shaped(value, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)

/** A time that must be there. */
const instant = (value: unknown): string => {
  const found = time(value)
  if (found !== '') return found
  throw new Unfit()
}

const one = <T extends string>(value: unknown, known: readonly T[]): T => {
  const found = known.find((name) => name === value)
  if (found !== undefined) return found
  throw new Unfit()
}

const list = <T>(value: unknown, read: (item: unknown) => T, most: number): readonly T[] => {
  if (!Array.isArray(value) || value.length > most) throw new Unfit()
  return value.map((item: unknown) => read(item))
}

const reads: Readonly<Record<Form, (value: unknown, field: Field) => string>> = {
  line,
  exact: line,
  phone: line,
  email: line,
  note,
  text: (value) => text(value, bounds.text),
  day,
  span: wall,
  time,
  word: (value, field) => one(value, field.words ?? []),
}

const beside: Partial<Record<Form, (value: unknown) => string>> = { phone: line, span: wall }

const fact = (kind: PartKind, value: unknown): SharedFact => {
  const from = fields(value)
  const field = fieldOf(kind, line(from['name']))
  if (!field) throw new Unfit()
  const { name, form } = field
  const also = beside[form] ?? ((nothing: unknown) => text(nothing, 0))
  return { name, text: reads[form](from['text'], field), beside: also(from['beside']) }
}

const place = (value: unknown): number => {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value
  throw new Unfit()
}

const part = (value: unknown): SharedPart => {
  const from = fields(value)
  const kind = one(from['kind'], partKinds)
  const facts = list(from['facts'], (item) => fact(kind, item), bounds.facts)
  return { kind, at: place(from['at']), facts }
}

const bytes = (value: unknown, length: number): string => {
  if (isBytes(value, length)) return value
  throw new Unfit()
}

const file = (value: unknown): SharedFile => {
  const { id, key, type, size } = fields(value)
  if (!isFileType(type) || !isWhole(size, 1, mostFileBytes)) throw new Unfit()
  return { id: bytes(id, sizes.file), key: bytes(key, 32), type, size }
}

const files = (value: unknown): Pick<Summary, 'files'> => {
  if (value === undefined) return {}
  const found = list(value, file, limits.files.most)
  if (found.length === 0) throw new Unfit()
  return { files: found }
}

/** Whoever sealed it: what may not go to such a recipient is not taken in either. */
const fitting = (read: Summary): Summary => {
  const { type, parts, files: beside } = read
  if (parts.every(({ kind }) => mayGo(type, kind)) && (!beside || takesFiles(type))) return read
  throw new Unfit()
}

const summary = (value: unknown): Summary => {
  const from = fields(value)
  if (from['version'] !== 1) throw new Unfit()
  return fitting({
    version: 1,
    language: shaped(from['language'], /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/),
    recipient: line(from['recipient']),
    type: one(from['type'], recipientTypes),
    why: note(from['why']),
    made: instant(from['made']),
    until: instant(from['until']),
    parts: list(from['parts'], part, bounds.parts),
    replyKey: from['replyKey'] === null ? null : shaped(from['replyKey'], /^B[A-Za-z0-9_-]{86}$/),
    ...files(from['files']),
  })
}

/** A summary that is exactly as agreed, or null. */
export const readSummary = (value: unknown): Summary | null => {
  try {
    return summary(value)
  } catch (problem) {
    if (problem instanceof Unfit) return null
    throw problem
  }
}
