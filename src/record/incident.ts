import { text, times, type Fields } from './fields.ts'

// Something that happened, as she remembers it. Ids and times are as in types.ts.

export type Incident = {
  readonly kind: 'incident'
  readonly id: string
  /** When, in her words: "spring 2024, about ten times". Shown as it stands, read only to sort by. */
  readonly when: string
  /** The day, where she knows it: "2024-05-03"; empty when she does not. */
  readonly on: string
  readonly what: string
  readonly place: string
  readonly witnesses: string
  /** Where it was reported, or to whom it was told. */
  readonly reported: string
  readonly written: string
  readonly edited: string
}

export const readIncident = (id: string, from: Fields): Incident => ({
  kind: 'incident',
  id,
  when: text(from['when']),
  on: text(from['on']),
  what: text(from['what']),
  place: text(from['place']),
  witnesses: text(from['witnesses']),
  reported: text(from['reported']),
  ...times(from),
})
