import { kinds } from './read.ts'
import { firstSetting, type Setting } from './setting.ts'
import type { Change, ClientRecord, Entry, EntryOf, Id, Kind, Shelf } from './types.ts'

/** Shelves to be filled in place; only reading a whole record does that. */
export type Shelves = { readonly [K in Kind]: Map<Id, EntryOf<K>> }

const isShelves = (made: object): made is Shelves =>
  kinds.every((kind) => Object.hasOwn(made, kind))

/** A shelf for every kind that can be read, each holding what `entries` gives for it. */
export const shelvesOf = (entries: (kind: Kind) => Iterable<readonly [Id, Entry]>): Shelves => {
  const made = Object.fromEntries(kinds.map((kind) => [kind, new Map(entries(kind))]))
  if (!isShelves(made)) throw new Error('a kind without a shelf')
  return made
}

export const newShelves = (): Shelves => shelvesOf(() => [])

export const emptyRecord: ClientRecord = newShelves()

/** Puts an entry on its shelf, in place of the one with the same id. */
export const put =
  (entry: Entry): Change =>
  (record) => ({
    ...record,
    [entry.kind]: new Map<Id, Entry>(record[entry.kind]).set(entry.id, entry),
  })

/** Takes an entry off its shelf; no change when it is not there. */
export const drop =
  (kind: Kind, id: string): Change =>
  (record) => {
    const shelf = new Map<Id, Entry>(record[kind])
    return shelf.delete(id) ? { ...record, [kind]: shelf } : record
  }

/** Several changes as one: they are kept, and undone, together. */
export const all =
  (...changes: readonly Change[]): Change =>
  (record) =>
    changes.reduce((next, change) => change(next), record)

export const listOf = <K extends Kind>(record: ClientRecord, kind: K): EntryOf<K>[] => {
  const shelf: Shelf<K> = record[kind]
  return [...shelf.values()]
}

export const settingOf = (record: ClientRecord): Setting =>
  record.setting.get('setting') ?? firstSetting

/** Chooses one thing about the app itself, and leaves the others as they are by then. */
export const choose =
  <K extends keyof Setting>(name: K, value: Setting[K]): Change =>
  (record) =>
    put({ ...settingOf(record), [name]: value })(record)
