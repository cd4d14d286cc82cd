import {
  fault,
  fieldsOf,
  flag,
  inner,
  isExactly,
  list,
  maybe,
  one,
  text,
  type Faults,
  type Fields,
} from './fields.ts'
import { forms, required, spoken } from './forms.ts'
import { packLimits } from './limits.ts'
import { levels, areas } from '../record/areas.ts'
import { confidences, type PackResult, type Service, type ServicePhone } from './service.ts'
import { readLanguages } from './serviceLanguages.ts'
import { fold } from './text.ts'

// A pack is data of our own or of a region's: read strictly, so that a slip in it is found by a
// test and never by her.

const serviceNames = (
  'id name kind level what needs phone hours web address next docs safety caseNumberLabel ' +
  'caseNumberExample caseNumberPattern languages scope audience urgent source extraSources date ' +
  'dateNote confidence'
).split(' ')
const packNames = 'schema country region name compiled about confidence services'.split(' ')

const readPhone = (fields: Fields | null): ServicePhone | null =>
  fields && {
    number: text(fields, 'number', forms.number),
    tel: text(fields, 'tel', forms.tel),
    confidence: one(fields, 'confidence', confidences, { harmless: 'low' }),
  }

const readNeeds = (fields: Fields): Service['needs'] => {
  const found = list(fields, 'needs', areas.length)
  const known = areas.filter((area) => found.includes(area))
  if (known.length === 0 || known.length !== found.length) fault(fields, 'needs')
  return known
}

const readSources = (fields: Fields): readonly string[] => {
  const found = list(fields, 'extraSources', packLimits.list)
  const addresses = found
    .filter((each) => typeof each === 'string')
    .filter((each) => forms.web.test(each))
  if (addresses.length !== found.length) fault(fields, 'extraSources')
  return addresses
}

const foundBy = ({ name, what, kind, phone }: Omit<Service, 'find'>): string =>
  fold(
    [
      ...Object.values(name),
      ...Object.values(what),
      kind,
      phone?.number ?? '',
      phone?.tel ?? '',
    ].join('\n'),
  )

const readService = (value: unknown, where: string, faults: Faults): Service => {
  const fields = fieldsOf(value, serviceNames, where, faults)
  const service = {
    id: text(fields, 'id', forms.id),
    name: required(fields, 'name'),
    kind: text(fields, 'kind', forms.kind),
    level: one(fields, 'level', levels, { harmless: 'other' }),
    what: required(fields, 'what'),
    needs: readNeeds(fields),
    phone: readPhone(inner(fields, 'phone', ['number', 'tel', 'confidence'])),
    hours: maybe(fields, 'hours', forms.line),
    web: maybe(fields, 'web', forms.web),
    address: maybe(fields, 'address', forms.line),
    next: spoken(fields, 'next'),
    docs: spoken(fields, 'docs'),
    safety: spoken(fields, 'safety'),
    caseNumberLabel: spoken(fields, 'caseNumberLabel'),
    caseNumberExample: maybe(fields, 'caseNumberExample', forms.line),
    caseNumberPattern: maybe(fields, 'caseNumberPattern', forms.line),
    languages: readLanguages(fields),
    scope: text(fields, 'scope', forms.scope),
    audience: one(fields, 'audience', ['survivor', 'perpetrator'], {
      harmless: 'survivor',
      mayMiss: true,
    }),
    urgent: flag(fields, 'urgent'),
    source: text(fields, 'source', forms.text),
    extraSources: readSources(fields),
    date: text(fields, 'date', forms.date),
    dateNote: maybe(fields, 'dateNote', forms.line),
    confidence: one(fields, 'confidence', confidences, { harmless: 'low' }),
  }
  return { ...service, find: foundBy(service) }
}

const parse = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/**
 * Reads a directory pack: JSON of `schema` 1. Every service must tell its source, its date (or
 * "undated") and its confidence, and carry Swedish and English; unknown fields are refused.
 */
export const readPack = (json: string): PackResult => {
  const value = parse(json)
  if (value === undefined) return { ok: false, why: 'unreadable', where: '' }
  const faults: Faults = { first: null }
  const fields = fieldsOf(value, packNames, 'pack', faults)
  isExactly(fields, 'schema', 1)
  const country = text(fields, 'country', forms.country)
  const region = maybe(fields, 'region', forms.region)
  const name = spoken(fields, 'name')
  const compiled = text(fields, 'compiled', forms.day)
  const services = list(fields, 'services', packLimits.services).map((each, at) =>
    readService(each, `services[${at}]`, faults),
  )
  const ids = new Set(services.map(({ id }) => id))
  if (ids.size !== services.length) fault(fields, 'services')
  if (faults.first !== null) return { ok: false, why: 'schema', where: faults.first }
  return { ok: true, pack: { country, region, name, compiled, services } }
}
