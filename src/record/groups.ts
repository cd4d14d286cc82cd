import { whoIn } from './who.ts'
import { levels, areas } from './areas.ts'
import { inTime } from './order.ts'
import { listOf } from './record.ts'
import { statuses, type ClientRecord, type Contact, type Id, type LocalTime } from './types.ts'

export const orders = ['name', 'touched', 'need', 'level'] as const
/** How a long list of contacts is laid out. */
export type Order = (typeof orders)[number]

export const sieves = ['favourite', ...statuses] as const
/** What is left of it: her favourites, or those of one status. */
export type Sieve = (typeof sieves)[number]

export type Group = {
  /** "favourite", a need, a level, "unsaid", or "all": the end of a locale key. */
  readonly name: string
  readonly contacts: readonly Contact[]
}

const withSome = (groups: readonly Group[]): readonly Group[] =>
  groups.filter(({ contacts }) => contacts.length > 0)

/** Under each of its needs, so one contact may stand several times. */
const byNeed = (contacts: readonly Contact[]): readonly Group[] => [
  ...areas.map((name) => ({ name, contacts: contacts.filter((one) => one.needs.includes(name)) })),
  { name: 'unsaid', contacts: contacts.filter((one) => one.needs.length === 0) },
]

const byLevel = (contacts: readonly Contact[]): readonly Group[] => [
  ...levels.map((name) => ({ name, contacts: contacts.filter(({ level }) => level === name) })),
  { name: 'unsaid', contacts: contacts.filter(({ level }) => level === '') },
]

/** When each contact was last touched: changed, or met. A wall-clock time in Sweden, or an instant. */
const touches = (record: ClientRecord, now: LocalTime): ReadonlyMap<Id, string> => {
  const met = new Map<Id, string>()
  for (const one of listOf(record, 'appointment').filter(({ start }) => start <= now))
    for (const id of whoIn(one)) if (one.start > (met.get(id) ?? '')) met.set(id, one.start)
  return met
}

const byTouch = (
  record: ClientRecord,
  contacts: readonly Contact[],
  now: LocalTime,
): readonly Contact[] => {
  const met = touches(record, now)
  const at = (one: Contact): string => [one.edited, met.get(one.id) ?? ''].toSorted().at(-1) ?? ''
  return contacts.toSorted((a, b) => inTime(at(b), at(a)))
}

const byName = (contacts: readonly Contact[]): readonly Group[] => [
  { name: 'favourite', contacts: contacts.filter(({ favourite }) => favourite) },
  { name: 'all', contacts: contacts.filter(({ favourite }) => !favourite) },
]

/** Contacts, given in the order of their names, laid out as she wants them; no group is empty. */
export const grouped = (
  record: ClientRecord,
  contacts: readonly Contact[],
  { by, now }: { readonly by: Order; readonly now: LocalTime },
): readonly Group[] => {
  if (by === 'need') return withSome(byNeed(contacts))
  if (by === 'level') return withSome(byLevel(contacts))
  if (by === 'name') return withSome(byName(contacts))
  return withSome([{ name: 'all', contacts: byTouch(record, contacts, now) }])
}
