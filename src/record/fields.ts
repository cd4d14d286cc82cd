// How a field is read from what was kept, perhaps by an older version: what is missing or of another
// shape gets its empty value.

export type Fields = Readonly<Record<string, unknown>>

export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}

export const text = (value: unknown): string => (typeof value === 'string' ? value : '')
export const orNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)
export const whole = (value: unknown, otherwise: number): number =>
  Number.isSafeInteger(value) ? Number(value) : otherwise
export const list = <T>(value: unknown, read: (one: unknown) => T): T[] =>
  Array.isArray(value) ? value.map(read) : []
export const oneOf = <T extends string>(value: unknown, known: readonly T[], otherwise: T): T =>
  known.find((one) => one === value) ?? otherwise

/** When it was written and last changed. */
export const times = (from: Fields) => ({
  written: text(from['written']),
  edited: text(from['edited']),
})
