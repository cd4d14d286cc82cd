import { fieldsOf, text, whole } from './fields.ts'

/** What an entry was called, by its id. */
export type Titled = { readonly id: string; readonly title: string }

/** How often a share was opened, as far as she looked. Times to the hour, as in types.ts. */
export type Seen = {
  /** When she looked. */
  readonly at: string
  readonly opens: number
  /** Screens. */
  readonly openers: number
  /** Of the last opening; empty when there was none. */
  readonly last: string
}

export const readTitled = (value: unknown): Titled => {
  const { id, title } = fieldsOf(value)
  return { id: text(id), title: text(title) }
}

export const readSeen = (value: unknown): Seen | null => {
  const { at, opens, openers, last } = fieldsOf(value)
  if (typeof at !== 'string') return null
  return { at, opens: whole(opens, 0), openers: whole(openers, 0), last: text(last) }
}
