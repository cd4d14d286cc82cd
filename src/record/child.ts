import { list, text, times, type Fields } from './fields.ts'

// A child, as a person of its own. Ids and times are as in types.ts.

export type Child = {
  readonly kind: 'child'
  readonly id: string
  /** A name or an initial: as much as she wants to write. */
  readonly name: string
  /** A year, "2017"; empty when she would rather not say. */
  readonly born: string
  readonly school: string
  /** Ids of the contacts and the appointments that are about this child. */
  readonly contacts: readonly string[]
  readonly appointments: readonly string[]
  /** What the child has seen or heard. Asked for nowhere; there only if she wrote it. */
  readonly seen: string
  /** Hers alone: never part of a summary. */
  readonly note: string
  readonly written: string
  readonly edited: string
}

export const readChild = (id: string, from: Fields): Child => ({
  kind: 'child',
  id,
  name: text(from['name']),
  born: text(from['born']),
  school: text(from['school']),
  contacts: list(from['contacts'], text),
  appointments: list(from['appointments'], text),
  seen: text(from['seen']),
  note: text(from['note']),
  ...times(from),
})
