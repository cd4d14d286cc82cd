import { fieldsOf, list, text } from './fields.ts'

// How long she waited for somebody: counted from how it stands with a contact, without her counting.
// Days are as in types.ts.

export type Wait = {
  readonly from: string
  /** Empty while she waits. */
  readonly to: string
}

export const readWaits = (value: unknown): readonly Wait[] =>
  list(value, (one) => {
    const { from, to } = fieldsOf(one)
    return { from: text(from), to: text(to) }
  }).filter(({ from }) => from !== '')
