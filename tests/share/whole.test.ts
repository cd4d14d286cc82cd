import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toldOf } from '../../src/app/carrying.ts'
import { partKinds, shapes } from '../../src/record/parts/table.ts'
import { summarise, type Summary } from '../../src/record/summary.ts'
import type { ClientRecord, Grant, Part } from '../../src/record/types.ts'
import { plain } from '../../src/recipient/paper/plain.ts'
import { Paper } from '../../src/recipient/paper.tsx'
import { newSecret } from '../../src/share/link.ts'
import { newOwner, unseal } from '../../src/share/seal.ts'
import { draw as drawn } from '../recipient/draw.ts'
import { wordsIn } from '../recipient/words.ts'
import { recordOf } from '../record/entries.ts'
import { rounds } from '../thorough.ts'
import { keysOf, sealed } from './example.ts'
import { carriedFile, drawEntries, type Draw } from './marked.ts'
import { marksOf, wantedOf, whence, type Wanted } from './whence.ts'

// Any selection of any record of every kind, from her phone to what the agency reads. What must be there is
// told by the marks and by a table of this test's own, never by the code that chooses.

const about = { made: '2026-11-23T16:00:00Z', language: 'sv' }
const grantOf = (parts: readonly Part[]): Grant => ({
  recipient: '',
  type: 'other',
  why: '',
  until: '2026-11-30T16:00:00Z',
  parts,
})

const drawParts = (draw: Draw, record: ClientRecord): readonly Part[] =>
  partKinds.flatMap((kind) =>
    [...record[kind].keys()]
      .filter(() => draw(fc.boolean))
      .map((id) => ({ kind, id, fields: draw(() => fc.subarray(Object.keys(whence[kind]))) })),
  )

const drawFiles = (draw: Draw) => [0, 1, 2].filter(() => draw(fc.boolean)).map(carriedFile)

const keys = { secret: await newSecret(false), passcode: null, owner: newOwner() }
const opening = await keysOf(keys.secret, null)

const openedFrom = async (summary: Summary): Promise<Summary> => {
  const share = await sealed(summary, keys)
  const opened = await unseal(opening, share.opening, share.body)
  if (!opened.ok) throw new Error(opened.why)
  return opened.summary
}

const setOf = (...values: readonly unknown[]): ReadonlySet<string> =>
  new Set(values.flatMap((value) => marksOf(value)))

/** On paper days are written out: there the marks alone are told. */
const texts = (marks: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...marks].filter((mark) => mark.startsWith('@')))

/** Each fact says what its fields say, and there is no other. */
const holdPart = (
  summary: Summary,
  parts: readonly Part[],
  at: number,
  told: ReadonlyMap<string, Wanted>,
): readonly string[] => {
  const facts = summary.parts.find((part) => part.at === at)?.facts ?? []
  expect(new Set(facts.map(({ name }) => name))).toEqual(new Set(told.keys()))
  for (const [name, { marks, words }] of told) {
    const these = facts.filter((fact) => fact.name === name)
    expect(setOf(these)).toEqual(new Set(marks))
    if (words.length > 0) expect(these.map(({ text }) => text)).toEqual(words)
  }
  return [...told.keys()].map((name) => `${parts[at]?.kind}.${name}`)
}

test('SHARE-40 the table of this test names every field that can be shared', () => {
  for (const kind of partKinds)
    expect(Object.keys(whence[kind])).toEqual(shapes[kind].fields.map(({ name }) => name))
})

/** Opens one selection of one record, and holds it to the table. Gives what was shared and said something. */
const holdOne = async (draw: Draw): Promise<readonly string[]> => {
  const record = recordOf(drawEntries(draw))
  const parts = drawParts(draw, record)
  const files = drawFiles(draw)
  const grant = grantOf(parts)
  const told = { ...summarise(record, grant, about), ...toldOf({ files, grant }) }
  const summary = await openedFrom(told)
  const wanted = wantedOf(record, parts)
  const shared = wanted.flatMap((facts, at) => holdPart(summary, parts, at, facts ?? new Map()))
  expect(summary.files ?? []).toEqual(files.map((file) => file.sealed))
  const all = setOf(...wanted.map((facts) => [...(facts?.values() ?? [])]))
  expect(setOf(summary)).toEqual(all)
  const words = wordsIn('sv')
  expect(texts(setOf(drawn(Paper({ summary, words }))))).toEqual(texts(all))
  expect(texts(setOf(plain(summary, words)))).toEqual(texts(all))
  return shared
}

const every = partKinds.flatMap((kind) =>
  Object.keys(whence[kind]).map((name) => `${kind}.${name}`),
)

test('SHARE-40 any selection of any record opens as exactly those parts, and no byte of others', async () => {
  const unseen = new Set(every)
  const property = fc.asyncProperty(fc.gen(), async (gen) => {
    const shared = await holdOne((arbitrary) => gen(arbitrary))
    for (const name of shared) unseen.delete(name)
  })
  // It goes on until no field was left out by chance: each was shared, with something to say.
  for (let turn = 0; turn === 0 || (unseen.size > 0 && turn < 40); turn++)
    await fc.assert(property, { numRuns: rounds(40, 400), endOnFailure: true })
  expect([...unseen]).toEqual([])
})
