import { readEntry } from './read.ts'
import { newShelves, type Shelves } from './record.ts'
import type { ClientRecord, Entry, EntryOf, Kind } from './types.ts'

/** The name that an entry is kept under: "contact/<id>". */
export const nameOf = (kind: Kind, id: string): string => `${kind}/${id}`

export const encodeEntry = (entry: Entry): string => JSON.stringify(entry)

/** An entry under its name; null when the text is none, or another. */
export const decodeEntry = (name: string, text: string): Entry | null => {
  try {
    const entry = readEntry(JSON.parse(text))
    return entry && nameOf(entry.kind, entry.id) === name ? entry : null
  } catch {
    return null
  }
}

/** Laid in place, because copying a shelf for each of 10,000 entries would take seconds. */
const lay = <K extends Kind>(shelves: Shelves, kind: K, entry: EntryOf<K>): void =>
  void shelves[kind].set(entry.id, entry)

/** A record that grows as entries are added to it, and the names of those that could not be read. */
export type Decoding = {
  readonly add: (name: string, text: string) => void
  readonly record: ClientRecord
  readonly unread: readonly string[]
}

export const startDecoding = (): Decoding => {
  const record = newShelves()
  const unread: string[] = []
  const add = (name: string, text: string): void => {
    const entry = decodeEntry(name, text)
    if (entry) lay(record, entry.kind, entry)
    else unread.push(name)
  }
  return { add, record, unread }
}

/** The record of all entries that could be read, and the names of those that could not. */
export const decodeRecord = (
  items: readonly (readonly [name: string, text: string])[],
): Pick<Decoding, 'record' | 'unread'> => {
  const { add, record, unread } = startDecoding()
  for (const [name, text] of items) add(name, text)
  return { record, unread }
}
