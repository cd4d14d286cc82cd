import type { ClientRecord, Entry, EntryOf, Part, PartKind } from '../../src/record/types.ts'

// Which field of an entry each fact is, written down once more and by hand: what a recipient reads is held
// to this table, and not to the one that decides what they read.

/** Whose name a fact is, by the entry that it stands in. */
type Names = (entry: Entry) => readonly (string | null)[]

type Whence =
  /** Texts and days, by their place in the entry. */
  | { readonly at: readonly string[] }
  /** What was added to the entry later, and stands in entries of its own. */
  | { readonly under: true }
  /** A word, or several, that stand in no other form. */
  | { readonly word: (entry: Entry) => readonly string[] }
  /** The name of another entry: its own, and only where it goes as well. */
  | { readonly contact: Names }
  | { readonly child: Names }

const at = (...names: readonly string[]): Whence => ({ at: names })

const field =
  (name: string) =>
  (entry: Entry): string[] => {
    const value: unknown = new Map<string, unknown>(Object.entries(entry)).get(name)
    const list: readonly unknown[] = Array.isArray(value) ? value : [value]
    return list.filter((one) => typeof one === 'string').filter((one) => one !== '')
  }

const word = (name: string, unsaid = ''): Whence => ({
  word: (entry) => field(name)(entry).filter((one) => one !== unsaid),
})

const contact: Whence = { contact: field('contact') }
const attending: Whence = {
  contact: (entry) => [...field('contact')(entry), ...field('others')(entry)],
}
const child: Whence = { child: field('child') }

const tied = (kind: string): Whence => ({
  contact: (entry) =>
    entry.kind === 'contact'
      ? entry.links.filter((link) => link.kind === kind && link.to !== entry.id).map(({ to }) => to)
      : [],
})

const judged = ['listened', 'knew', 'influence', 'helped', 'retold']
const gist = (said: string): Whence => ({
  word: (entry) => judged.filter((name) => field(name)(entry).includes(said)),
})

/** "2026", "first" as half a year reads. */
const period: Whence = {
  word: (entry) => {
    const [year = ''] = field('year')(entry)
    return field('half')(entry).map((half) =>
      half === 'first' ? `${year}-01 – ${year}-06` : `${year}-07 – ${year}-12`,
    )
  },
}

const ready: Whence = { word: (entry) => [field('ready')(entry).length > 0 ? 'yes' : 'no'] }

export const whence: Readonly<Record<PartKind, Readonly<Record<string, Whence>>>> = {
  story: {
    title: at('title'),
    topic: word('topic'),
    brief: at('brief'),
    text: at('text'),
    edited: at('edited'),
    added: { under: true },
  },
  incident: {
    on: at('on'),
    when: at('when'),
    happened: at('what'),
    place: at('place'),
    witnesses: at('witnesses'),
    reported: at('reported'),
    added: { under: true },
  },
  need: {
    area: word('area'),
    horizon: word('horizon'),
    state: word('state'),
    for: child,
    inWords: at('text'),
  },
  step: {
    what: at('what'),
    area: word('area'),
    goal: at('goal'),
    who: contact,
    for: child,
    nextOn: at('by'),
    follow: at('follow'),
    done: at('done'),
    helped: word('helped'),
  },
  child: { called: at('name'), born: at('born'), school: at('school'), seen: at('seen') },
  precaution: { measure: at('text'), within: word('topic'), ready },
  talk: {
    tool: at('tool'),
    on: at('on'),
    with: contact,
    told: at('told'),
    review: at('review'),
    feeling: word('own'),
  },
  appointment: {
    when: at('start', 'end'),
    title: at('title'),
    with: attending,
    place: at('place'),
    bring: at('bring'),
    added: { under: true },
  },
  contact: {
    organisation: at('organisation'),
    person: at('person'),
    role: at('role'),
    caseNumber: at('cases'),
    phone: at('phones'),
    email: at('emails'),
    address: at('addresses'),
    status: word('status', 'none'),
    next: at('next'),
    nextOn: at('nextOn'),
    level: word('level'),
    area: word('needs'),
    talksTo: tied('talk'),
    sentTo: tied('referred'),
    waitsFor: tied('waits'),
  },
  council: {
    level: word('level'),
    period,
    mostly: gist('mostly'),
    mixed: gist('mixed'),
    seldom: gist('seldom'),
    waited: word('waited'),
    retellings: word('retellings'),
    spared: word('spared'),
    contacts: word('contacts'),
  },
}

/** Marks and days of a value. */
export const marksOf = (value: unknown): readonly string[] =>
  JSON.stringify(value ?? '').match(/@[^@]+@|203\d-\d\d-\d\d/g) ?? []

const find = <K extends PartKind>(record: ClientRecord, kind: K, id: string): EntryOf<K> | null =>
  record[kind].get(id) ?? null

/** Kept to herself, or nothing to say: in no summary whatever is chosen. */
const isKept = (entry: Entry): boolean =>
  (entry.kind === 'contact' && entry.sensitivity === 'never') ||
  (entry.kind === 'need' && entry.state === 'none')

const isNamed = (parts: readonly Part[], kind: PartKind, id: string, name: string): boolean =>
  parts.some((part) => part.kind === kind && part.id === id && part.fields.includes(name))

const contactName = (record: ClientRecord, parts: readonly Part[], id: string): string => {
  const entry = record.contact.get(id)
  if (!entry || isKept(entry)) return ''
  const says = (name: 'organisation' | 'person'): string =>
    isNamed(parts, 'contact', id, name) ? entry[name] : ''
  return says('organisation') || says('person')
}

const childName = (record: ClientRecord, parts: readonly Part[], id: string): string =>
  isNamed(parts, 'child', id, 'called') ? (record.child.get(id)?.name ?? '') : ''

export type Wanted = { readonly marks: readonly string[]; readonly words: readonly string[] }

const saidBy = (
  from: Whence,
  entry: Entry,
  record: ClientRecord,
  parts: readonly Part[],
): Wanted => {
  if ('under' in from) {
    const under = [...record.addendum.values()].filter(
      ({ of }) => of?.kind === entry.kind && of.id === entry.id,
    )
    return { marks: under.flatMap(({ text }) => marksOf(text)), words: [] }
  }
  if ('word' in from) return { marks: [], words: from.word(entry) }
  if ('at' in from)
    return { marks: from.at.flatMap((name) => marksOf(fieldValue(entry, name))), words: [] }
  const [ids, nameOf] =
    'contact' in from ? [from.contact(entry), contactName] : [from.child(entry), childName]
  return { marks: ids.map((id) => nameOf(record, parts, id ?? '')).filter(Boolean), words: [] }
}

const fieldValue = (entry: Entry, name: string): unknown =>
  new Map<string, unknown>(Object.entries(entry)).get(name)

/** What each chosen part may say, by the name of the fact; null for a part that may not go at all. */
export const wantedOf = (
  record: ClientRecord,
  parts: readonly Part[],
): readonly (ReadonlyMap<string, Wanted> | null)[] =>
  parts.map(({ kind, id, fields }) => {
    const entry = find(record, kind, id)
    if (!entry || isKept(entry)) return null
    const told = fields.map((name): [string, Wanted] => {
      const from = whence[kind][name]
      if (!from) throw new Error(`${kind}.${name} stands in no table`)
      return [name, saidBy(from, entry, record, parts)]
    })
    return new Map(told.filter(([, { marks, words }]) => marks.length + words.length > 0))
  })
