import { expect, test } from 'vitest'
import { checkFirst, searchServices, serviceToContact } from '../../src/exchange/directory.ts'
import { readPack } from '../../src/exchange/pack.ts'
import { joinPacks, packId } from '../../src/exchange/packs.ts'
import type { Service } from '../../src/exchange/service.ts'
import { confidences } from '../../src/exchange/service.ts'
import { levels, areas } from '../../src/record/areas.ts'
import { textIn } from '../../src/exchange/text.ts'
import { json, local, pack, packWith, readShipped, textOf, trollhattan } from './packWith.ts'

const serviceOf = (id: string): Service => {
  const found = pack.services.find((service) => service.id === id)
  if (!found) throw new Error(`no service ${id}`)
  return found
}

const ids = (query: string, need: Parameters<typeof searchServices>[1]['need'] = null) =>
  searchServices(pack, { query, need, language: 'sv' }).map(({ id }) => id)

test('PACK-1 the shipped directory is read whole', () => {
  expect(pack).toMatchObject({ country: 'SE', compiled: '2026-11-23' })
  expect(pack.services.length).toBe(80)
})

test('PACK-1 every service tells its source, its date and how sure we are', () => {
  for (const { source, date, confidence } of pack.services) {
    expect(source).toMatch(/^https?:\/\/|general knowledge|not read/)
    expect(date).toMatch(/^(undated|\d{4}(-\d\d-\d\d)?)$/)
    expect(['high', 'medium', 'low']).toContain(confidence)
  }
  // What nobody read anywhere is never more than weak, unless other sources agree on it.
  const unread = pack.services.filter(({ source }) => source.startsWith('general knowledge'))
  expect(unread.map(({ confidence }) => confidence)).toEqual(unread.map(() => 'low'))
})

test('PACK-2 a small pack is read', () => {
  expect(readPack(packWith({}))).toMatchObject({ ok: true })
})

test.each([
  [{ source: undefined }, 'services[0].source'],
  [{ date: undefined }, 'services[0].date'],
  [{ date: 'last year' }, 'services[0].date'],
  [{ confidence: undefined }, 'services[0].confidence'],
  [{ confidence: 'sure' }, 'services[0].confidence'],
  [{ name: { sv: 'A' } }, 'services[0].name.en'],
  [{ name: undefined }, 'services[0].name'],
  [{ what: { sv: 'a', en: 'a\nb' } }, 'services[0].what.en'],
  [{ needs: ['luck'] }, 'services[0].needs'],
  [{ phone: { number: '112', tel: '112' } }, 'services[0].phone.confidence'],
  [{ phone: { number: 'ring', tel: '112', confidence: 'high' } }, 'services[0].phone.number'],
  [{ web: 'javascript:alert(1)' }, 'services[0].web'],
  [{ audience: 'all' }, 'services[0].audience'],
  [{ urgent: 'yes' }, 'services[0].urgent'],
  [{ extraSources: ['a book'] }, 'services[0].extraSources'],
  [{ altPhone: '116 016' }, 'services[0].altPhone'],
  [{ id: 'A b' }, 'services[0].id'],
])('PACK-2 a service with %j is refused', (fields, where) => {
  expect(readPack(packWith(fields))).toEqual({ ok: false, why: 'schema', where })
})

test('PACK-2 other JSON, and no JSON, are refused', () => {
  expect(readPack('{')).toEqual({ ok: false, why: 'unreadable', where: '' })
  expect(readPack('[]')).toMatchObject({ why: 'schema', where: 'pack' })
  expect(readPack('null')).toMatchObject({ why: 'schema', where: 'pack' })
  expect(readPack(packWith({}).replace('"schema":1', '"schema":2'))).toMatchObject({
    where: 'pack.schema',
  })
  const twice = packWith({}).replace(/\[(\{"id".*\})\]/, '[$1,$1]')
  expect(readPack(twice)).toMatchObject({ why: 'schema', where: 'pack.services' })
})

test('PACK-3 no number that nobody could confirm is shipped', () => {
  expect(json + local).not.toMatch(/altPhone|116 ?016/)
})

test('PACK-3 a number from a weak source is marked', () => {
  expect(pack.services.filter(checkFirst).map(({ id }) => id)).toEqual(['csn'])
  expect(serviceToContact(serviceOf('csn'), 'sv').phones).toEqual([
    { label: 'check', number: '0771-276 000' },
  ])
  expect(serviceToContact(serviceOf('sos-112'), 'sv').phones).toEqual([
    { label: '', number: '112' },
  ])
})

test('PACK-4 help for those who use violence is apart', () => {
  expect(ids('')).not.toContain('valj-att-sluta')
  expect(ids('välj att sluta')).not.toContain('valj-att-sluta')
  const apart = searchServices(pack, {
    query: '',
    need: null,
    language: 'sv',
    audience: 'perpetrator',
  })
  expect(apart.map(({ id }) => id)).toEqual([
    'valj-att-sluta',
    'fyrbodal-samtalsmottagning-utovare',
  ])
})

test('PACK-5 search finds by words, marks or not, number and need', () => {
  expect(ids('socialtjanst')[0]).toBe('socialtjanst')
  expect(ids('SOCIALTJÄNST')[0]).toBe('socialtjanst')
  expect(ids('114 14')).toContain('polisen-11414')
  expect(ids('11414')).toContain('polisen-11414')
  expect(ids('police report')).toContain('polisen-11414')
  expect(ids('bris')[0]).toBe('bris')
  expect(ids('finns inte')).toEqual([])
  const children = ids('', 'children')
  expect(children).toContain('bris')
  expect(children.every((id) => serviceOf(id).needs.includes('children'))).toBe(true)
})

test('PACK-5 without a query what is urgent comes first', () => {
  const first = ids('').slice(0, 4)
  expect(first.every((id) => serviceOf(id).urgent)).toBe(true)
})

test('PACK-500 where nothing was asked for, who answers or hides stands before who decides and punishes', () => {
  expect(ids('', 'protection').slice(0, 4)).toContain('kvinnofridslinjen')
  const kinds = ids('')
    .map(serviceOf)
    .flatMap(({ urgent, kind }) => (urgent ? [] : kind))
  for (const near of ['helpline', 'shelter-network', 'shelter-ngo', 'social'])
    for (const far of ['justice', 'police']) {
      expect(kinds).toContain(near)
      expect(kinds.lastIndexOf(near), `${near}, ${far}`).toBeLessThan(kinds.indexOf(far))
    }
})

test('PACK-501 no number in an Arabic text is broken by a space that would turn it round', () => {
  const arabicIn = (value: unknown): string[] =>
    Object.entries(Object(value)).flatMap(([key, one]) =>
      typeof one === 'object'
        ? arabicIn(one)
        : key === 'ar' && typeof one === 'string'
          ? [one]
          : [],
    )
  const arabic = pack.services.flatMap(arabicIn)
  expect(arabic.length).toBeGreaterThan(100)
  expect(arabic.filter((text) => /\d \d/.test(text))).toEqual([])
})

test('PACK-6 a text is shown in her language, else in English', () => {
  const text = { sv: 'skydd', en: 'protection', ar: 'حماية' }
  expect(textIn(text, 'ar')).toBe('حماية')
  expect(textIn(text, 'sv-SE')).toBe('skydd')
  expect(textIn(text, 'fa-AF')).toBe('protection')
  expect(textIn({ sv: 'skydd' }, 'constructor')).toBe('skydd')
  expect(textIn(null, 'sv')).toBe('')
})

test('PACK-7 a service becomes a contact under its Swedish name', () => {
  expect(serviceToContact(serviceOf('kriminalvarden'), 'ar')).toMatchObject({
    organisation: 'Kriminalvården',
    source: 'directory:kriminalvarden',
    note: expect.stringContaining('مصلحة السجون والمراقبة'),
  })
  const swedish = serviceToContact(serviceOf('sos-112'), 'sv')
  expect(swedish.note).not.toContain('SOS Alarm 112')
  expect(swedish.note).toContain('samtalslista')
})

test('PACK-8 the contact centre of Trollhättan is in the directory', () => {
  expect(serviceOf('trollhattan-kontaktcenter')).toMatchObject({
    address: 'Gärdhemsvägen 9, 461 83 Trollhättan',
    hours: 'mon-fri 08:00-16:30',
    phone: null,
    date: '2023-05-24',
    confidence: 'high',
  })
})

test('PACK-8 it ships as the first pack of a municipality', () => {
  expect(trollhattan).toMatchObject({ region: '1488', name: { sv: 'Trollhättan och grannar' } })
  expect(trollhattan.services.map(({ id }) => id)).toContain('trollhattan-kontaktcenter')
  expect(packId(trollhattan)).toBe('se-1488')
})

test('PACK-8 where one number answers both partners, its entry says so before she calls', () => {
  const both = pack.services.filter(({ phone }) => phone?.tel === '0520495400')
  const numbers = both.filter(({ audience }) => audience === 'survivor')
  expect(both).toHaveLength(2)
  expect(numbers.map(({ safety }) => textIn(safety, 'en'))).toEqual([
    expect.stringContaining('those who use violence'),
  ])
})

test('PACK-9 a later pack takes the place of a service, and loses none', () => {
  const later = readShipped(packWith({ id: 'bris', kind: 'later' }))
  const joined = joinPacks(pack, [later])
  expect(joined.services).toHaveLength(pack.services.length)
  expect(joined.services.find(({ id }) => id === 'bris')?.kind).toBe('later')
})

const schema: unknown = JSON.parse(textOf('docs/formats/pack.schema.json'))

/** The value at a path of names; undefined where there is none. */
const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (here, name) =>
      typeof here === 'object' && here !== null ? Reflect.get(here, name) : undefined,
    value,
  )

const namesAt = (...path: readonly string[]): string[] => Object.keys(Object(at(schema, ...path)))

test('PACK-10 the schema that is handed out names the fields that are read, and no others', () => {
  const read: readonly unknown[] = [json, local].flatMap((text) => {
    const services = at(JSON.parse(text), 'services')
    return Array.isArray(services) ? services : []
  })
  const used = new Set(read.flatMap((service) => Object.keys(Object(service))))
  const documented = namesAt('$defs', 'service', 'properties')
  expect(new Set(documented)).toEqual(used)
  expect(namesAt('properties').toSorted()).toEqual(
    [...new Set([json, local].flatMap((text) => Object.keys(JSON.parse(text))))].toSorted(),
  )
})

test('PACK-10 what the schema requires is required, and its words are the words', () => {
  const required = at(schema, '$defs', 'service', 'required')
  expect(Array.isArray(required)).toBe(true)
  for (const name of Array.isArray(required) ? required : [])
    expect(readPack(packWith({ [String(name)]: undefined })).ok, String(name)).toBe(false)
  const enumOf = (...path: readonly string[]) =>
    at(schema, '$defs', 'service', 'properties', ...path, 'enum')
  expect(enumOf('level')).toEqual(levels)
  expect(enumOf('needs', 'items')).toEqual(areas)
  expect(enumOf('confidence')).toEqual(confidences)
})
