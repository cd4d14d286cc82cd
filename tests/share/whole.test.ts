import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partKinds, shapes } from '../../src/record/parts/table.ts'
import { summarise } from '../../src/record/summary.ts'
import type { ClientRecord, Grant, Part, PartKind } from '../../src/record/types.ts'
import { plain } from '../../src/recipient/paper/plain.ts'
import { Paper } from '../../src/recipient/paper.tsx'
import { newSecret } from '../../src/share/link.ts'
import { newOwner, unseal } from '../../src/share/seal.ts'
import { draw } from '../recipient/draw.ts'
import { wordsIn } from '../recipient/words.ts'
import { appointments, contacts, recordOf, stories } from '../record/entries.ts'
import { rounds } from '../thorough.ts'
import { keysOf, sealed } from './example.ts'

// Any selection of any record, from her phone to what the agency reads: each text of the record is a mark
// of its own, and what is opened is searched for every one of them.

const own = ['contact', 'appointment', 'story', 'incident'] as const
const asTheyStand =
  'kind id needs status topic start end every until childCare interpreter type level sensitivity use edited written nextOn to'.split(
    ' ',
  )

/** Every text becomes "@entry.field@"; what must stay a word or a date stays. */
const markAll = (id: string, name: string, value: unknown): unknown => {
  if (asTheyStand.includes(name)) return value
  if (Array.isArray(value)) return value.map((one) => markAll(id, name, one))
  if (typeof value === 'string') return `@${id}.${name}@`
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([inner, one]) => [inner, markAll(id, inner, one)]),
  )
}

const marked = <T extends { readonly id: string }>(entry: T): T =>
  // Shapes stay; only texts are others.
  Object.assign({}, entry, markAll(entry.id, '', entry))

const isPart = (kind: string): kind is PartKind => partKinds.some((one) => one === kind)

const anyRecord = fc
  .uniqueArray(fc.oneof(contacts, appointments, stories), {
    minLength: 1,
    maxLength: 9,
    selector: ({ id }) => id,
  })
  .map((list) => recordOf(list.map((entry) => marked(entry))))

const anyPart = (kind: PartKind, id: string): fc.Arbitrary<Part | null> =>
  fc.option(
    fc.record({
      kind: fc.constant(kind),
      id: fc.constant(id),
      fields: fc.subarray(shapes[kind].fields.map(({ name }) => name)),
    }),
  )

const partsOf = (record: ClientRecord): fc.Arbitrary<readonly Part[]> =>
  fc
    .tuple(
      ...own.flatMap((kind) =>
        isPart(kind) ? [...record[kind].keys()].map((id) => anyPart(kind, id)) : [],
      ),
    )
    .map((parts) => parts.flatMap((part) => part ?? []))

const anyCase = anyRecord.chain((record) =>
  fc.record({ record: fc.constant(record), parts: partsOf(record) }),
)

const about = { made: '2026-11-23T16:00:00Z', language: 'sv' }
const grantOf = (parts: readonly Part[]): Grant => ({
  recipient: '',
  type: 'other',
  why: '',
  until: '2026-11-30T16:00:00Z',
  parts,
})

const marksIn = (text: string): ReadonlySet<string> => new Set(text.match(/@[^@]+@/g))

/** What the shapes say that these parts hold, taken entry by entry. */
const wantedOf = (record: ClientRecord, parts: readonly Part[]): ReadonlySet<string> =>
  marksIn(
    parts
      .flatMap(({ kind, id, fields }) =>
        shapes[kind].facts({ record, parts, now: '2026-11-23T16:00' }, id, fields),
      )
      .map((one) => JSON.stringify(one))
      .join(' '),
  )

test('SHARE-40 any selection of any record opens as exactly those parts, and no byte of others', async () => {
  const keys = { secret: await newSecret(false), passcode: null, owner: newOwner() }
  const opening = await keysOf(keys.secret, null)
  await fc.assert(
    fc.asyncProperty(anyCase, async ({ record, parts }) => {
      const share = await sealed(summarise(record, grantOf(parts), about), keys)
      const opened = await unseal(opening, share.opening, share.body)
      if (!opened.ok) throw new Error(opened.why)
      const wanted = wantedOf(record, parts)
      expect(marksIn(JSON.stringify(opened.summary))).toEqual(wanted)
      const words = wordsIn('sv')
      const paper = draw(Paper({ summary: opened.summary, words }))
      expect(marksIn(paper)).toEqual(wanted)
      expect(marksIn(plain(opened.summary, words))).toEqual(wanted)
      const named = new Set(parts.map(({ id }) => id))
      for (const mark of wanted) expect(named).toContain(mark.slice(1).split('.')[0])
    }),
    { numRuns: rounds(60, 1_000) },
  )
})
