import { fieldsOf, text } from './fields.ts'

/** A code that is read out over the telephone in place of a link. */
export type Spoken = {
  /** Twelve letters and digits, the last one a check. */
  readonly code: string
  /** Proves to the relay that she may stop it. */
  readonly owner: string
  /** An instant. */
  readonly until: string
}

export const readSpoken = (value: unknown): Spoken | null => {
  const { code, owner, until } = fieldsOf(value)
  return typeof code === 'string' ? { code, owner: text(owner), until: text(until) } : null
}
