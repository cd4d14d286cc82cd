import type { Change, ClientRecord, Entry, EntryOf, Id, Kind, Setting, Shelf } from './types.ts'

export const firstSetting: Setting = {
  kind: 'setting',
  id: 'setting',
  language: 'en',
  exitSide: 'end',
  idle: 5,
  backedUp: '',
  offerCopy: true,
  resume: true,
  site: '',
  faceDown: false,
  plain: false,
  decoyCode: '',
  shredCode: '',
  openings: [],
  tries: [],
}

/** Shelves to be filled in place; only reading a whole record does that. */
export type Shelves = { readonly [K in Kind]: Map<Id, EntryOf<K>> }

/** A shelf for every kind there is, each as `shelf` makes it. */
export const shelvesOf = (shelf: <K extends Kind>(kind: K) => Map<Id, EntryOf<K>>): Shelves => ({
  contact: shelf('contact'),
  appointment: shelf('appointment'),
  story: shelf('story'),
  incident: shelf('incident'),
  need: shelf('need'),
  step: shelf('step'),
  child: shelf('child'),
  past: shelf('past'),
  attachment: shelf('attachment'),
  addendum: shelf('addendum'),
  proof: shelf('proof'),
  statement: shelf('statement'),
  share: shelf('share'),
  reply: shelf('reply'),
  pack: shelf('pack'),
  draft: shelf('draft'),
  setting: shelf('setting'),
  place: shelf('place'),
})

export const newShelves = (): Shelves => shelvesOf(() => new Map())

export const emptyRecord: ClientRecord = newShelves()

const isKind = (name: string): name is Kind => Object.hasOwn(emptyRecord, name)

export const kinds: readonly Kind[] = Object.keys(emptyRecord).filter(isKind)

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
