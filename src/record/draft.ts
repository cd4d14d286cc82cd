import { fieldsOf, text, type Fields } from './fields.ts'

/** Unfinished typing, sealed at every pause, so that leaving costs her nothing. */
export type Draft = {
  readonly kind: 'draft'
  /** The form's own name: "contact:new", "story:<id>". */
  readonly id: string
  readonly fields: Readonly<Record<string, string>>
  /** As in types.ts. */
  readonly edited: string
}

export const readDraft = (id: string, from: Fields): Draft => ({
  kind: 'draft',
  id,
  fields: Object.fromEntries(
    Object.entries(fieldsOf(from['fields'])).map(([name, value]) => [name, text(value)]),
  ),
  edited: text(from['edited']),
})
