import { inTime } from '../record/order.ts'
import type { ClientRecord, Contact, Id } from '../record/types.ts'
import type { ImportedContact } from './imported.ts'
import { phoneKey } from './phone.ts'
import { fold } from './text.ts'

/** new: nothing like it is kept. same: all that it says is kept. changed: it is kept, and this says
 * more or says it differently. */
export type Mark = 'new' | 'same' | 'changed'

export type Marked<T> = {
  readonly item: T
  readonly mark: Mark
  /** The entry that it belongs to; null when new, or when it repeats a new one of the same file. */
  readonly of: Id | null
}

type Facts = ImportedContact

const phoneKeys = ({ phones }: Pick<Facts, 'phones'>): readonly string[] =>
  phones.map(({ number }) => phoneKey(number)).filter(Boolean)

const emailKeys = ({ emails }: Pick<Facts, 'emails'>): readonly string[] =>
  emails.map((email) => email.toLowerCase())

const singleFacts = ['organisation', 'person', 'role', 'web', 'hours'] as const

/** What an entry is found and compared by. */
type Place = {
  readonly facts: Facts
  readonly id: Id | null
  readonly words: ReadonlySet<string>
  readonly name: string
  readonly reach: readonly string[]
  /** Its places in the directory; a contact made of two may have two. */
  readonly services: readonly string[]
}

const placeOf = (facts: Facts, id: Id | null): Place => {
  const said = fold(`${facts.organisation} ${facts.person}`).trim()
  const words = new Set(said.match(/[\p{L}\p{N}]+/gu) ?? [])
  const nameless = [...facts.addresses, facts.web, facts.note].join('\n')
  return {
    facts,
    id,
    words,
    name: `name:${[...words].sort().join(' ') || said || nameless}`,
    reach: [...phoneKeys(facts), ...emailKeys(facts)],
    services: facts.source.split(' ').filter((word) => word.startsWith('directory:')),
  }
}

const keysOf = ({ name, reach, services }: Place): readonly string[] =>
  [...new Set([name, ...reach, ...services])].filter(Boolean)

const within = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  [...one].every((word) => other.has(word))

/** How near an entry is: 0 the same service of the directory, 1 the same name, 2 a shared number or
 * address under a longer or shorter name, since many people sit at one switchboard; null: another. */
const nearness = (kept: Place, item: Place): number | null => {
  if (item.services.some((one) => kept.services.includes(one))) return 0
  if (kept.name === item.name) return 1
  const oneName = within(kept.words, item.words) || within(item.words, kept.words)
  return oneName && item.reach.some((key) => kept.reach.includes(key)) ? 2 : null
}

/** Counted without making a list: this is asked of every pair at a large switchboard. */
const missing = (wanted: readonly string[], kept: readonly string[]): number => {
  let count = 0
  for (const one of wanted) if (!kept.includes(one)) count += 1
  return count
}

const otherwise = (kept: Facts, item: Facts): number => {
  let count = item.note && !kept.note ? 1 : 0
  for (const fact of singleFacts) if (item[fact] && item[fact] !== kept[fact]) count += 1
  return count
}

/** How many of the imported facts an entry does not have, or has differently. */
const brings = (kept: Place, item: Place): number =>
  otherwise(kept.facts, item.facts) +
  missing(item.facts.addresses, kept.facts.addresses) +
  missing(item.reach, kept.reach)

type Index = Map<string, Place[]>

const add = (index: Index, place: Place): void => {
  for (const key of keysOf(place)) {
    const there = index.get(key)
    if (there) there.push(place)
    else index.set(key, [place])
  }
}

type Found = { readonly place: Place; readonly near: number; readonly more: number }

const nearest = (index: Index, item: Place): Found | null => {
  let best: Found | null = null
  for (const place of new Set(keysOf(item).flatMap((key) => index.get(key) ?? []))) {
    const near = nearness(place, item)
    if (near === null || (best && near > best.near)) continue
    const more = brings(place, item)
    if (!best || near < best.near || more < best.more) best = { place, near, more }
  }
  return best
}

const markOf = (found: Found | null): Pick<Marked<Facts>, 'mark' | 'of'> => {
  if (!found) return { mark: 'new', of: null }
  if (found.more === 0) return { mark: 'same', of: found.place.id }
  // Two cards of one file that say different things are both shown to her.
  return found.place.id === null
    ? { mark: 'new', of: null }
    : { mark: 'changed', of: found.place.id }
}

/**
 * Sets imported contacts against those that she keeps, in the order of the file. When the new ones
 * have been added, marking the same file again finds nothing new.
 */
export const markContacts = (
  record: Pick<ClientRecord, 'contact'>,
  items: readonly ImportedContact[],
): readonly Marked<ImportedContact>[] => {
  const index: Index = new Map()
  for (const contact of record.contact.values()) add(index, placeOf(contact, contact.id))
  return items.map((item) => {
    const place = placeOf(item, null)
    const { mark, of } = markOf(nearest(index, place))
    if (mark === 'new') add(index, place)
    return { item, mark, of }
  })
}

export type Alike = { readonly one: Contact; readonly other: Contact }

/**
 * Contacts that an import would have taken for one, two and two; none stands in two pairs. The older
 * of the two comes first.
 */
export const alikeIn = ({ contact }: Pick<ClientRecord, 'contact'>): readonly Alike[] => {
  const index: Index = new Map()
  const taken = new Set<Id>()
  const found: Alike[] = []
  for (const other of [...contact.values()].toSorted((a, b) => inTime(a.written, b.written))) {
    const place = placeOf(other, other.id)
    const one = contact.get(nearest(index, place)?.place.id ?? '')
    if (one && !taken.has(one.id)) {
      found.push({ one, other })
      taken.add(one.id)
    } else add(index, place)
  }
  return found
}
