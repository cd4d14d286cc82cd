import { text, type Fields } from './fields.ts'

/** An entry as it was before she changed it or took it away. Ids and times are as in types.ts. */
export type Past = {
  readonly kind: 'past'
  /** "<at> <kind>/<id>", and " 2", " 3" after it where one second saw several changes. */
  readonly id: string
  /** The entry that it was: "story/<id>". */
  readonly of: string
  /** The whole entry, as it is kept. */
  readonly entry: string
  /** Whether it was taken away, and not only changed. */
  readonly gone: boolean
  readonly at: string
}

export const readPast = (id: string, from: Fields): Past => ({
  kind: 'past',
  id,
  of: text(from['of']),
  entry: text(from['entry']),
  gone: from['gone'] === true,
  at: text(from['at']),
})
