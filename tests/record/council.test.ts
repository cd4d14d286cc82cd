import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCouncilFile, writeCouncilFile } from '../../src/exchange/council.ts'
import { groups, halves, said, vocabulary } from '../../src/record/council.ts'
import { glean, keepSheets, periodOf, periodsIn, sheetsOf } from '../../src/record/gleaning.ts'
import { partKinds, shapes } from '../../src/record/parts/table.ts'
import { presetOf } from '../../src/record/presets.ts'
import { blankRating, type Rating } from '../../src/record/rating.ts'
import { readEntry } from '../../src/record/read.ts'
import { summarise } from '../../src/record/summary.ts'
import type { ClientRecord, Contact, Entry, Part } from '../../src/record/types.ts'
import { contacts, entries, recordOf } from './entries.ts'

const now = '2026-11-24T12:00:00Z'
const period = { year: '2026', half: 'second' } as const
const making = { period, mark: 'abcdefghijklmnop', now }

const answer = fc.constantFrom('', 'yes', 'partly', 'no')

/** Contacts and what was said of them, all within one half year. */
const cases = fc.array(
  fc.record({
    contact: contacts,
    said: fc.array(
      fc.record({
        day: fc.integer({ min: 1, max: 28 }),
        facts: fc.record({
          listened: answer,
          knew: answer,
          influence: answer,
          helped: answer,
          retold: fc.constantFrom('', 'yes', 'no'),
        }),
      }),
      { maxLength: 8 },
    ),
  }),
  { maxLength: 5 },
)

const ratingOf = (contact: string, day: number, facts: object): Rating => {
  const on = `2026-09-${String(day).padStart(2, '0')}`
  const blank = blankRating({ contact, appointment: null, on }, now)
  const read = readEntry({ ...blank, ...facts, kind: 'rating', id: blank.id })
  if (read?.kind !== 'rating') throw new Error('no rating')
  return read
}

type Case = { readonly contact: Contact; readonly said: readonly { day: number; facts: object }[] }

/** The entries of a case; `move` gives each day another place in the half year. */
const entriesOf = (list: readonly Case[], move = 0): Entry[] =>
  list.flatMap(({ contact, said: told }, n) => {
    const one: Contact = { ...contact, id: `contact${n}`, waits: [], status: 'none' }
    const days = new Map(told.map(({ day, facts }) => [day, facts]))
    const ratings = [...days].map(([day, facts]) =>
      ratingOf(one.id, ((day + move) % 28) + 1, facts),
    )
    return [one, ...ratings]
  })

const inFile = (record: ClientRecord): string =>
  writeCouncilFile(sheetsOf(keepSheets(making)(record), period)) ?? ''

const closed = new Set<string>([...groups, ...halves, ...said, ...Object.values(vocabulary).flat()])

test('COUNCIL-1 two records that agree in nothing but the answers make the same', () => {
  fc.assert(
    fc.property(cases, contacts, fc.nat(27), (list, stranger, move) => {
      const renamed = list.map((one) => ({
        ...one,
        contact: { ...stranger, level: one.contact.level },
      }))
      const one = inFile(recordOf(entriesOf(list)))
      expect(inFile(recordOf(entriesOf(renamed, move)))).toBe(one)
    }),
  )
})

test('COUNCIL-2 whatever is in the record, the file has no word that is not on the list', () => {
  fc.assert(
    fc.property(fc.array(entries, { maxLength: 12 }), cases, (others, list) => {
      const text = inFile(recordOf([...others, ...entriesOf(list)]))
      if (text === '') return
      const own = ['format', 'client council summary', 'version', 'year', '2026', 'half', 'mark']
      for (const [, word = ''] of text.matchAll(/"([^"]*)"/g))
        expect(closed.has(word) || [...own, making.mark, 'sheets', 'level'].includes(word)).toBe(
          true,
        )
      expect(text.replace(/"[^"]*"/g, '')).toMatch(/^[\s{}[\]:,1]*$/)
    }),
  )
})

test('COUNCIL-2 a share for a council takes nothing else along, whatever was named', () => {
  fc.assert(
    fc.property(fc.array(entries, { maxLength: 12 }), cases, (others, list) => {
      const record = keepSheets(making)(recordOf([...others, ...entriesOf(list)]))
      const parts = partKinds.flatMap((kind): Part[] =>
        [...record[kind].keys()].map((id) => ({
          kind,
          id,
          fields: shapes[kind].fields.map(({ name }) => name),
        })),
      )
      const grant = { recipient: '', type: 'council', why: '', parts, until: now } as const
      const summary = summarise(record, grant, { made: now, language: 'sv' })
      for (const { kind, facts } of summary.parts) {
        expect(kind).toBe('council')
        for (const { name, text } of facts)
          expect(
            name === 'period' ? /^(\d{4})?-\d\d – (\d{4})?-\d\d$/.test(text) : closed.has(text),
          ).toBe(true)
      }
      expect(presetOf(record, 'council').every(({ kind }) => kind === 'council')).toBe(true)
    }),
  )
})

const office = (change: Partial<Contact>): Contact => {
  const read = readEntry({ kind: 'contact', id: 'office', organisation: 'Kommunen Påhitt' })
  if (read?.kind !== 'contact') throw new Error('no contact')
  return { ...read, level: 'municipality', ...change }
}

const yes = { listened: 'yes', retold: 'yes' }

test('COUNCIL-3 fewer than three of anything say nothing', () => {
  const two = [office({}), ratingOf('office', 1, yes), ratingOf('office', 2, yes)]
  expect(glean(recordOf(two), making)).toEqual([])
  const three = [...two, ratingOf('office', 3, { ...yes, helped: 'no' })]
  expect(glean(recordOf(three), making)).toMatchObject([
    { level: 'municipality', listened: 'mostly', helped: '', knew: '', waited: '' },
    { level: 'all', retellings: '0–4', spared: '0–4', contacts: '0–4' },
  ])
  const other = ratingOf('gone', 4, yes)
  expect(glean(recordOf([...two, other]), making)).toMatchObject([{ level: 'all', listened: '' }])
})

test('COUNCIL-3 whom she keeps to herself does not count', () => {
  const shut = [
    office({ sensitivity: 'never' }),
    ...[1, 2, 3, 4].map((day) => ratingOf('office', day, yes)),
  ]
  expect(glean(recordOf(shut), making)).toEqual([])
})

test('COUNCIL-1 waits and answers are told roughly', () => {
  const waits = [1, 2, 3].map((n) => ({ from: `2026-0${6 + n}-01`, to: `2026-0${6 + n}-2${n}` }))
  const list = [
    office({ waits }),
    ...['yes', 'no', 'partly'].map((listened, n) => ratingOf('office', n + 1, { listened })),
  ]
  expect(glean(recordOf(list), making)[0]).toMatchObject({ listened: 'mixed', waited: '14–31' })
  expect(glean(recordOf(list), { ...making, period: { year: '2026', half: 'first' } })).toEqual([])
  expect([periodOf('2026-06-30').half, periodOf('2026-07-01').half]).toEqual(['first', 'second'])
  expect(periodsIn(recordOf(list))).toEqual([period])
})

test('COUNCIL-1 made again it takes the place of what stood there, under the same mark', () => {
  const list = [office({}), ...[1, 2, 3].map((day) => ratingOf('office', day, yes))]
  const once = keepSheets(making)(recordOf(list))
  const again = keepSheets({ ...making, mark: 'ponmlkjihgfedcba' })(once)
  expect(again.council).toEqual(once.council)
  const fewer = keepSheets(making)(recordOf([...again.council.values(), ...list.slice(0, 2)]))
  expect(fewer.council.size).toBe(0)
})

test('COUNCIL-4 the file is read back as it was', () => {
  fc.assert(
    fc.property(cases, (list) => {
      const record = keepSheets(making)(recordOf(entriesOf(list)))
      const text = writeCouncilFile(sheetsOf(record, period))
      if (text === null) return
      const read = readCouncilFile(text)
      if (!read.ok) throw new Error(read.where)
      expect(read.file).toMatchObject({ ...period, mark: making.mark })
      expect(read.file.sheets).toHaveLength(record.council.size)
      for (const { level, ...words } of read.file.sheets)
        expect(record.council.get(`2026.second.${level}`)).toMatchObject(words)
    }),
  )
})
