import type { ContactType } from '../record/reach.ts'
import type { Contact } from '../record/types.ts'
import type { Pack, Service } from './service.ts'
import { fold } from './text.ts'

// What kind of contact a place of the directory becomes, and which place a name of hers is.

const types: Readonly<Record<string, ContactType>> = {
  police: 'police',
  justice: 'court',
  'health-legal': 'health',
  health: 'health',
  social: 'social',
  coordination: 'social',
  family: 'social',
  children: 'social',
  housing: 'housing',
  economy: 'money',
  school: 'school',
  legal: 'lawyer',
  work: 'work',
  'shelter-ngo': 'shelter',
  'shelter-network': 'shelter',
}

/** Where a kind says too little. */
const byId: Readonly<Record<string, ContactType>> = {
  'skyddat-boende': 'shelter',
  kriminalvarden: 'other',
  'personligt-ombud': 'other',
  overformyndare: 'other',
}

export const typeOf = ({ id, kind }: Pick<Service, 'id' | 'kind'>): ContactType =>
  byId[id] ?? types[kind] ?? 'other'

/** What a place is sorted by. */
export const sortOf = (service: Service): Pick<Contact, 'type' | 'level' | 'needs'> => ({
  type: typeOf(service),
  level: service.level,
  needs: service.needs,
})

/** A word of fewer letters says too little to know a place by. */
const least = 4

/**
 * The place whose name a contact's organisation begins with, or is: "Försäkringskassan Väst". The longest such
 * name; null when there is none, since a wrong sort is worse than none.
 */
export const serviceNamed = (pack: Pack, organisation: string): Service | null => {
  const said = ` ${fold(organisation).trim()} `
  const found = pack.services
    .filter(({ audience }) => audience === 'survivor')
    .map((service) => ({
      service,
      name: fold(service.name['sv'] ?? '')
        .replace(/\s*[(/–].*$/, '')
        .trim(),
    }))
    .filter(({ name }) => name.length >= least && said.startsWith(` ${name} `))
    .toSorted((a, b) => b.name.length - a.name.length)
  return found[0]?.service ?? null
}
