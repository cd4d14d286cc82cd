import { levels, areas, type Level, type Area } from './areas.ts'
import { fieldsOf, oneOf, text } from './fields.ts'
import { orders, sieves, type Order, type Sieve } from './groups.ts'
import { contactTypes, type ContactType } from './reach.ts'
import { statuses, type Contact } from './types.ts'

/** How she has laid out a long list of contacts, what is left of it, and what she looks for. */
export type Arranged = {
  readonly by: Order
  readonly sieve: readonly Sieve[]
  readonly needs: readonly Area[]
  readonly levels: readonly Level[]
  readonly types: readonly ContactType[]
  readonly query: string
}

export const asItIs: Arranged = {
  by: 'name',
  sieve: [],
  needs: [],
  levels: [],
  types: [],
  query: '',
}

const among = <T extends string>(value: unknown, known: readonly T[]): readonly T[] =>
  Array.isArray(value) ? known.filter((one) => value.includes(one)) : []

/** As it was kept with the place where she was, perhaps by another version. */
export const readArranged = (value: unknown): Arranged => {
  const from = fieldsOf(value)
  return {
    by: oneOf(from['by'], orders, 'name'),
    sieve: among(from['sieve'], sieves),
    needs: among(from['needs'], areas),
    levels: among(from['levels'], levels),
    types: among(from['types'], contactTypes),
    query: text(from['query']),
  }
}

const fitsSieve = ({ favourite, status }: Contact, wanted: readonly Sieve[]): boolean =>
  statuses.some((one) => one === status && wanted.some((each) => each === one)) ||
  (favourite && wanted.includes('favourite'))

/** Contacts that every kind of sieve lets through: of one kind any will do, and none lets all through. */
export const sifted = (
  contacts: readonly Contact[],
  wanted: Pick<Arranged, 'sieve' | 'needs' | 'levels' | 'types'>,
): readonly Contact[] =>
  contacts
    .filter((one) => wanted.sieve.length === 0 || fitsSieve(one, wanted.sieve))
    .filter((one) => wanted.needs.length === 0 || one.needs.some((n) => wanted.needs.includes(n)))
    .filter(({ level }) => wanted.levels.length === 0 || wanted.levels.some((one) => one === level))
    .filter(({ type }) => wanted.types.length === 0 || wanted.types.includes(type))
