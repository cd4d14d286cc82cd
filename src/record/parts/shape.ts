import type { Appointment, ClientRecord, EntryOf, Id, Part, PartKind, Shelf } from '../types.ts'

// How a kind of entry is shared: its fields, named one by one. From this list alone follow what leaves
// the phone, what the other side takes in, how it is drawn, and what she can add or take away. A field
// that somebody adds to an entry later stays at home until it is named here as well.

/**
 * What a field holds. line and note: her words, short and long. text: a whole text. exact, phone and
 * email: read from left to right. day: "2026-11-23". span: a time on the wall, to another one. time: an
 * instant. word: one of `words`, spoken in the language of whoever reads.
 */
export type Form =
  'line' | 'note' | 'text' | 'exact' | 'phone' | 'email' | 'day' | 'span' | 'time' | 'word'

/** What is never chosen for her: where somebody can be found, what is about a child, and what keeps her
 * safe only while the wrong person does not know it. */
export type Care = 'place' | 'child' | 'safety'

/** One fact on its way. `beside`: the label of a number, the end of a span; else empty. */
export type SharedFact = { readonly name: string; readonly text: string; readonly beside: string }

/** A field as both sides know it; its label is paper.fact.<name>. */
export type Field = {
  readonly name: string
  readonly form: Form
  /** Part of what the whole is called. */
  readonly head?: true
  /** For the form "word": paper.word.<name>.<word>. */
  readonly words?: readonly string[]
  /** When several fields share their words: paper.word.<spoken>.<word>. */
  readonly spoken?: string
  readonly care?: Care
}

/** Where a fact is taken from: all that she has, and what else goes to the same recipient. */
export type Around = {
  readonly record: ClientRecord
  readonly parts: readonly Part[]
  /** The next time of what comes again; null when it is over. */
  readonly next: (appointment: Appointment) => Appointment | null
}

type Taken = string | readonly (readonly [text: string, beside: string])[]

export type Giving<E> = Field & {
  readonly of: (entry: E, around: Around) => Taken
  /** Whether it goes along when she chooses the entry; what asks for care never does. */
  readonly usual?: (entry: E) => boolean
}

export type Shape = {
  readonly kind: PartKind
  readonly fields: readonly Field[]
  /** Of the entry as a whole. */
  readonly careOf: (record: ClientRecord, id: Id) => Care | null
  /** The names of the fields that ask for no care: what goes along where an entry itself says no less. */
  readonly ordinary: readonly string[]
  /** The names of the fields that go along when she chooses the entry and nothing more. */
  readonly usual: (record: ClientRecord, id: Id) => readonly string[]
  /** The named fields that say something; null when the entry is gone or kept to herself. */
  readonly facts: (around: Around, id: Id, names: readonly string[]) => readonly SharedFact[] | null
}

const listed = (taken: Taken): readonly (readonly [string, string])[] =>
  typeof taken === 'string' ? [[taken, '']] : taken

const factsOf = <E>(field: Giving<E>, entry: E, around: Around): SharedFact[] =>
  listed(field.of(entry, around))
    .filter(([text]) => text !== '')
    .map(([text, beside]) => ({ name: field.name, text, beside }))

const find = <K extends PartKind>(record: ClientRecord, kind: K, id: Id): EntryOf<K> | null => {
  const shelf: Shelf<K> = record[kind]
  return shelf.get(id) ?? null
}

type Whole<E> = {
  /** When the entry as a whole asks for care, whichever of its fields she chooses. */
  readonly careOf?: (entry: E) => Care | null
  /** Kept to herself: in no summary, whatever is chosen. */
  readonly isKept?: (entry: E) => boolean
}

export const shape = <K extends PartKind>(
  kind: K,
  fields: readonly Giving<EntryOf<K>>[],
  { careOf = () => null, isKept = () => false }: Whole<EntryOf<K>> = {},
): Shape => ({
  kind,
  fields,
  careOf: (record, id) => {
    const entry = find(record, kind, id)
    return entry && careOf(entry)
  },
  ordinary: fields.filter(({ care }) => !care).map(({ name }) => name),
  usual: (record, id) => {
    const entry = find(record, kind, id)
    const goes = (field: Giving<EntryOf<K>>): boolean =>
      !field.care && (!entry || !field.usual || field.usual(entry))
    return fields.filter(goes).map(({ name }) => name)
  },
  facts: (around, id, names) => {
    const entry = find(around.record, kind, id)
    const wanted = fields.filter(({ name }) => names.includes(name))
    if (!entry || isKept(entry)) return null
    return wanted.flatMap((field) => factsOf(field, entry, around))
  },
})
