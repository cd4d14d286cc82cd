import { readFileSync } from 'node:fs'
import { readPack } from '../../src/exchange/pack.ts'
import { joinPacks } from '../../src/exchange/packs.ts'
import type { Pack } from '../../src/exchange/service.ts'

export const textOf = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

export const [json, local] = [textOf('public/data/se.json'), textOf('public/data/se-1488.json')]

export const readShipped = (text: string): Pack => {
  const read = readPack(text)
  if (!read.ok) throw new Error(`the shipped pack is ${read.why} at ${read.where}`)
  return read.pack
}

export const trollhattan = readShipped(local)
/** What ships, the country's and the municipality's joined. */
export const pack = joinPacks(readShipped(json), [trollhattan])

/** A pack with one service, with some of its fields replaced; undefined takes a field away. */
export const packWith = (fields: Readonly<Record<string, unknown>>): string => {
  const service = {
    id: 'a',
    name: { sv: 'A', en: 'A' },
    kind: 'police',
    level: 'state',
    what: { sv: 'a', en: 'a' },
    needs: ['legal'],
    scope: 'national',
    source: 'https://a.example',
    date: 'undated',
    confidence: 'low',
    ...fields,
  }
  return JSON.stringify({ schema: 1, country: 'SE', compiled: '2026-11-23', services: [service] })
}
