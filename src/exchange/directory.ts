import type { PhoneLabel } from '../record/phoneLabels.ts'
import type { ImportedContact } from './imported.ts'
import { fieldLimits } from './limits.ts'
import type { Pack, Service, ServiceSearch } from './service.ts'
import { fold, textIn } from './text.ts'
import { tidyText } from './tidy.ts'

/** Who answers, hides or helps at once stands before who decides and punishes. */
const nearest = ['helpline', 'shelter-network', 'shelter-ngo', 'social']

/** 0 is best: what is urgent and nearest where nothing was asked for; else the name begins so, a word of the name does, the name has it, some other text does. */
const rank = (service: Service, query: string, language: string): number => {
  const names = [textIn(service.name, language), textIn(service.name, 'sv')].map(fold)
  if (!query) return service.urgent ? 0 : nearest.includes(service.kind) ? 1 : 2
  if (names.some((name) => name.startsWith(query))) return 0
  if (names.some((name) => name.includes(` ${query}`))) return 1
  return names.some((name) => name.includes(query)) ? 2 : 3
}

/**
 * The services that have every word of the query somewhere and answer the need, best first. Help
 * for those who use violence comes only when it is asked for by its audience.
 */
export const searchServices = (pack: Pack, search: ServiceSearch): readonly Service[] => {
  const query = fold(search.query).trim()
  const words = query.split(/\s+/)
  const audience = search.audience ?? 'survivor'
  return pack.services
    .filter((service) => service.audience === audience)
    .filter((service) => search.need === null || service.needs.includes(search.need))
    .filter((service) => words.every((word) => service.find.includes(word)))
    .map((service) => ({ service, rank: rank(service, query, search.language) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ service }) => service)
}

/** A number from a weak source: the screen says so before she calls. */
export const checkFirst = (service: Service): boolean => service.phone?.confidence === 'low'

/**
 * The contact that a service becomes. The name stays Swedish, as on the letterhead; what it is,
 * what may give her away, and what to bring, go into her own note in her language.
 */
export const serviceToContact = (service: Service, language: string): ImportedContact => {
  const [name, swedish] = [textIn(service.name, language), textIn(service.name, 'sv')]
  const note = [name === swedish ? '' : name, textIn(service.what, language)]
  const label: PhoneLabel | '' = checkFirst(service) ? 'check' : ''
  return {
    organisation: swedish,
    person: '',
    role: '',
    phones: service.phone ? [{ label, number: service.phone.number }] : [],
    emails: [],
    addresses: service.address ? [service.address] : [],
    web: service.web,
    hours: service.hours,
    note: tidyText(
      [...note, textIn(service.safety, language), textIn(service.docs, language)]
        .filter(Boolean)
        .join('\n'),
      fieldLimits.note,
    ),
    source: `directory:${service.id}`,
  }
}
