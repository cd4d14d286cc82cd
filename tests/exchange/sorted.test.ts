import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { serviceToContact } from '../../src/exchange/directory.ts'
import { readPack } from '../../src/exchange/pack.ts'
import type { Service } from '../../src/exchange/service.ts'
import { serviceNamed, typeOf } from '../../src/exchange/sorted.ts'
import { textIn } from '../../src/exchange/text.ts'
import { contactTypes } from '../../src/record/reach.ts'

const read = readPack(readFileSync(new URL('../../public/data/se.json', import.meta.url), 'utf8'))
if (!read.ok) throw new Error(`the shipped pack is ${read.why} at ${read.where}`)
const { pack } = read

const serviceOf = (id: string): Service => {
  const found = pack.services.find((service) => service.id === id)
  if (!found) throw new Error(`no service ${id}`)
  return found
}

test('PACK-200 a service becomes a contact of the kind that the times to keep in mind ask for', () => {
  const wanted = {
    'polisen-11414': 'police',
    tingsratt: 'court',
    socialtjanst: 'social',
    'skyddat-boende': 'shelter',
    vardcentral: 'health',
    forsakringskassan: 'money',
    skola: 'school',
    kriminalvarden: 'other',
  }
  for (const [id, type] of Object.entries(wanted))
    expect([id, typeOf(serviceOf(id))]).toEqual([id, type])
  for (const service of pack.services) expect(contactTypes).toContain(typeOf(service))
})

test('PACK-201 a name is known when it begins with a name of the directory, and no other is guessed at', () => {
  const known = (name: string): string | undefined => serviceNamed(pack, name)?.id
  expect(known('Försäkringskassan')).toBe('forsakringskassan')
  expect(known('FÖRSÄKRINGSKASSAN Väst')).toBe('forsakringskassan')
  expect(known('Ekonomiskt bistånd Trollhättan')).toBe('ekonomiskt-bistand')
  for (const name of ['', 'Kassan', 'Min syster', 'Försäkringskassanväst', 'Välj att sluta'])
    expect(known(name)).toBeUndefined()
})

test('PACK-202 what to bring goes into her note', () => {
  const service = serviceOf('ekonomiskt-bistand')
  expect(serviceToContact(service, 'sv').note).toContain(textIn(service.docs, 'sv'))
})
