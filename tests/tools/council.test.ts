import fc from 'fast-check'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { format, largest, readCouncilFile, version } from '../../src/exchange/council.ts'
import { groups, halves, said, vocabulary } from '../../src/record/council.ts'
import { tableOf, takeIn, type Given } from '../../tools/councilTable.ts'
import { asCsv, plainText } from '../../tools/councilText.ts'

const root = join(import.meta.dirname, '../..')

const marks = fc.stringMatching(/^[A-Za-z0-9_-]{16}$/)

const sheets = fc.uniqueArray(
  fc.record(
    {
      level: fc.constantFrom(...groups),
      ...Object.fromEntries(said.map((name) => [name, fc.constantFrom(...vocabulary[name])])),
    },
    { requiredKeys: ['level'] },
  ),
  { maxLength: 7, selector: ({ level }) => level },
)

const files = fc.record({
  format: fc.constant(format),
  version: fc.constant(version),
  year: fc.constantFrom('2026', '2027'),
  half: fc.constantFrom(...halves),
  mark: marks,
  sheets,
})

const many = fc.uniqueArray(files, { maxLength: 40, selector: ({ mark }) => mark })

const givenAs = (list: readonly object[]): Given[] =>
  list.map((file, n) => ({ name: `${n}.json`, text: JSON.stringify(file) }))

const tabled = (list: readonly object[], least = 5) => tableOf(takeIn(givenAs(list)).files, least)

const numbersIn = (value: unknown): number[] => {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}

test('COUNCIL-6 nothing is told of fewer than the least, and every number is a multiple of it', () => {
  fc.assert(
    fc.property(many, fc.integer({ min: 1, max: 9 }), (list, wanted) => {
      const { least, rows } = tabled(list, wanted)
      expect(least).toBe(Math.max(5, wanted))
      for (const number of numbersIn(rows)) expect(number % least).toBe(0)
      for (const { period, level, people, said: told } of rows) {
        const here = list
          .filter(({ year, half }) => `${year} ${half}` === period)
          .flatMap((file) => file.sheets.filter((sheet) => sheet.level === level))
        expect(people === null).toBe(here.length < least)
        expect(people ?? 0).toBeLessThanOrEqual(here.length)
        for (const [name, counts] of Object.entries(told)) {
          const voices = here.filter((sheet) => Reflect.get(sheet, name) !== undefined)
          expect(counts === null).toBe(voices.length < least)
        }
      }
    }),
  )
})

test('COUNCIL-6 one file more moves a number by one step at most', () => {
  fc.assert(
    fc.property(many, (list) => {
      const [before, after] = [tabled(list.slice(1)), tabled(list)]
      for (const row of after.rows) {
        const was = before.rows.find(
          ({ period, level }) => period === row.period && level === row.level,
        )
        for (const [name, counts] of Object.entries(row.said))
          for (const [word, count] of Object.entries(counts ?? {})) {
            const first = was?.said[name]?.[word]
            if (first !== undefined) expect(Math.abs(count - first)).toBeLessThanOrEqual(5)
          }
      }
    }),
  )
})

test('COUNCIL-6 nothing of a file but its words is in what is handed out', () => {
  fc.assert(
    fc.property(many, (list) => {
      const table = tabled(list)
      const text = [JSON.stringify(table), asCsv(table), plainText(table)].join('\n')
      for (const { mark } of list) expect(text).not.toContain(mark)
      expect(table.rows.some(({ level }) => level === 'total')).toBe(false)
    }),
  )
})

test('COUNCIL-7 the order of the files does not matter, and a file counts once', () => {
  fc.assert(
    fc.property(many, (list) => {
      const once = tabled(list)
      expect(tabled([...list].toReversed())).toEqual(once)
      expect(tabled([...list, ...list])).toEqual(once)
      expect(takeIn(givenAs([...list, ...list])).refusals).toHaveLength(list.length)
    }),
  )
})

const good = {
  format,
  version,
  year: '2026',
  half: 'second',
  mark: 'abcdefghijklmnop',
  sheets: [{ level: 'region', helped: 'mostly' }],
}

const sheet = { level: 'region', helped: 'mostly' }

test.each([
  ['too large', { ...good, mark: 'a'.repeat(largest) }, 'large', ''],
  ['not ours', [good], 'other', ''],
  ['another format', { ...good, format: 'directory' }, 'other', ''],
  ['another version', { ...good, version: 2 }, 'version', ''],
  ['a field more', { ...good, name: 'Kim' }, 'field', 'name'],
  ['a note in a sheet', { ...good, sheets: [{ ...sheet, note: 'x' }] }, 'field', 'sheets[0].note'],
  ['her own word', { ...good, sheets: [{ ...sheet, knew: 'Kim' }] }, 'field', 'sheets[0].knew'],
  [
    'an exact number',
    { ...good, sheets: [{ ...sheet, contacts: 7 }] },
    'field',
    'sheets[0].contacts',
  ],
  ['a level twice', { ...good, sheets: [sheet, sheet] }, 'field', 'sheets[1].level'],
  ['an exact day', { ...good, year: '2026-11-24' }, 'field', 'year'],
  ['no mark', { ...good, mark: '' }, 'field', 'mark'],
])('COUNCIL-4 it is refused: %s', (_, file, why, where) => {
  expect(readCouncilFile(JSON.stringify(file))).toEqual({ ok: false, why, where })
})

test('COUNCIL-4 whatever comes in, reading never throws', () => {
  const odd = fc.oneof(
    fc.string(),
    fc.json(),
    files.map((file) => JSON.stringify(file).slice(1)),
    fc
      .tuple(files, fc.constantFrom(...Object.keys(good)), fc.jsonValue())
      .map(([file, name, value]) => JSON.stringify({ ...file, [name]: value })),
  )
  fc.assert(fc.property(odd, (text) => typeof readCouncilFile(text).ok === 'boolean'))
})

test('COUNCIL-7 the command says which file it does not count and why, and counts the others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'council-'))
  const put = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const fine = Array.from({ length: 6 }, (_, n) =>
    put(`${n}.json`, JSON.stringify({ ...good, mark: `abcdefghijklmno${n}` })),
  )
  const again = put('again.json', JSON.stringify({ ...good, mark: 'abcdefghijklmno0' }))
  const huge = put('huge.json', ' '.repeat(1_000_000))
  const [json, csv] = [join(folder, 'table.json'), join(folder, 'table.csv')]
  const args = ['tools/council.ts', '--json', json, '--csv', csv, ...fine, again, huge, 'missing']
  const ran = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  expect(ran.status).toBe(1)
  expect(ran.stderr).toContain(`${again}: it is the same summary as ${fine[0]}`)
  expect(ran.stderr).toContain(`${huge}: it is larger than any summary`)
  expect(ran.stderr).toContain('missing: it is not JSON')
  expect(ran.stdout).toContain('2026 second, region: at least 5 people')
  expect(ran.stdout).toMatch(/helped +mostly 5, mixed 0, seldom 0/)
  expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({ least: 5, rows: [{ people: 5 }] })
  expect(readFileSync(csv, 'utf8')).toContain('2026 second,region,5,helped,mostly,5')
  const too = spawnSync(process.execPath, ['tools/council.ts', '--least', '2', ...fine], {
    cwd: root,
    encoding: 'utf8',
  })
  expect([too.status, too.stdout]).toEqual([2, ''])
  rmSync(folder, { recursive: true })
})

test('COUNCIL-8 the schema that is handed out has the fields and the words of the reader', () => {
  const at = (value: unknown, ...path: readonly string[]): unknown =>
    path.reduce<unknown>((here, name) => Reflect.get(Object(here), name), value)
  const schema: unknown = JSON.parse(
    readFileSync(join(root, 'docs/formats/council.schema.json'), 'utf8'),
  )
  expect(Object.keys(Object(at(schema, 'properties')))).toEqual(Object.keys(good))
  expect(at(schema, 'required')).toEqual(Object.keys(good))
  const words = at(schema, 'properties', 'sheets', 'items', 'properties')
  expect(Object.keys(Object(words))).toEqual(['level', ...said])
  expect(at(words, 'level', 'enum')).toEqual(groups)
  for (const name of said) expect(at(words, name, 'enum')).toEqual(vocabulary[name])
  for (const path of [[], ['properties', 'sheets', 'items']])
    expect(at(schema, ...path, 'additionalProperties')).toBe(false)
})
