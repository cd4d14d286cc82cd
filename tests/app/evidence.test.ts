import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heldBy, leavesOf, makeStatement, numberOf, proofText } from '../../src/app/evidence.ts'
import { addendaOf, dropWhole } from '../../src/record/attached.ts'
import { canonical, provableIn, saltOf } from '../../src/record/evidence.ts'
import { all, emptyRecord, put } from '../../src/record/record.ts'
import type { Addendum, Owner, Statement } from '../../src/record/hanging.ts'
import { readIncident } from '../../src/record/incident.ts'
import { findAll } from '../../src/record/find.ts'
import { shapes } from '../../src/record/parts/table.ts'
import { beginning, leaveFrom } from '../../src/app/place.ts'
import { unfinished } from '../../src/app/screens/home/drafts.ts'
import { firstView } from '../../src/app/view.ts'
import type { ClientRecord, Story } from '../../src/record/types.ts'
import { appointments, records, stories } from '../record/entries.ts'
import { rounds } from '../thorough.ts'
import { checks } from '../vault/proofChecker.ts'

const [one, two] = fc.sample(stories, { numRuns: 2, seed: 3 })
const [visit] = fc.sample(appointments, { numRuns: 1, seed: 4 })
if (!one || !two || !visit) throw new Error('no samples')
const kept = all(put(one), put(two), put(visit))(emptyRecord)
const now = '2026-11-23T16:00:00Z'

const stated = async (
  record: ClientRecord,
  id = 'abcdefghijklmnop',
): Promise<{ readonly record: ClientRecord; readonly statement: Statement }> => {
  const { change, statement } = await makeStatement(record, { id, now })
  return { record: change(record), statement }
}

test('PROOF-2 whatever she keeps, each entry that can be shown passes the second checker', async () => {
  await fc.assert(
    fc.asyncProperty(records, async (before) => {
      const { record, statement } = await stated(before)
      for (const entry of provableIn(record)) {
        const text = await proofText(record, entry, statement)
        const proof = JSON.parse(text ?? 'null')
        expect(proof.root).toBe(await numberOf(statement))
        expect(proof.entry).toBe(canonical(entry))
        expect(checks(proof)).toBe(true)
      }
    }),
    { numRuns: rounds(15, 150) },
  )
})

test('PROOF-3 a changed entry is in no statement, and gets a new salt; the others keep theirs', async () => {
  const { record, statement } = await stated(kept)
  const changed: Story = { ...one, text: `${one.text}.`, edited: now }
  const after = put(changed)(record)
  expect(await heldBy(after, two)).toEqual([statement])
  expect(await heldBy(after, changed)).toEqual([])
  expect(await proofText(after, changed, statement)).toBeNull()
  const next = await stated(after, 'bbbbbbbbbbbbbbbb')
  expect(saltOf(next.record, changed)).not.toBe(saltOf(record, one))
  expect(saltOf(next.record, two)).toBe(saltOf(record, two))
  expect(await heldBy(next.record, two)).toHaveLength(2)
  expect(await heldBy(next.record, changed)).toEqual([next.statement])
})

test('PROOF-4 a deleted entry takes its salt along and leaves only filling', async () => {
  const { record, statement } = await stated(kept)
  const after = dropWhole({ kind: 'story', id: one.id })(record)
  expect([...after.proof.keys()].toSorted()).toEqual(
    [`appointment/${visit.id}`, `story/${two.id}`].toSorted(),
  )
  expect(JSON.stringify([...after.statement.values()])).not.toContain(one.id)
  expect(await heldBy(after, two)).toEqual([statement])
})

test('PROOF-5 a statement over nothing looks like one over sixty-four entries', async () => {
  const many = fc.sample(stories, { numRuns: 64, seed: 5 })
  const few = await stated(emptyRecord)
  const full = await stated(all(...many.map(put))(emptyRecord))
  expect(leavesOf(few.statement)).toHaveLength(64)
  expect(leavesOf(full.statement)).toHaveLength(64)
  const again = await stated(emptyRecord)
  expect(await numberOf(again.statement)).not.toBe(await numberOf(few.statement))
})

test('PROOF-6 what is added later stands under the entry and leaves it as it was', async () => {
  const { record, statement } = await stated(kept)
  const addendum: Addendum = {
    kind: 'addendum',
    id: 'cccccccccccccccc',
    of: { kind: 'story', id: one.id },
    text: 'It was a Tuesday.',
    written: now,
  }
  const after = put(addendum)(record)
  expect(addendaOf(after, { kind: 'story', id: one.id })).toEqual([addendum])
  expect(await heldBy(after, one)).toEqual([statement])
  expect(await heldBy(after, addendum)).toEqual([])
  expect(dropWhole({ kind: 'story', id: one.id })(after).addendum.size).toBe(0)
})

const owners = [one, visit, readIncident('happened1', {})]

const ownerOf = ({ kind, id }: (typeof owners)[number]) => ({ kind, id })

const addedTo = (of: Owner): Addendum => ({
  kind: 'addendum',
  id: `to ${of.id}`,
  of,
  text: 'Det var en tisdag i mars',
  written: '2026-11-24T10:00:00Z',
})

test.each(owners)(
  'PROOF-200 to $kind is added what is found, and gone on with, where it stands',
  (entry) => {
    const of = ownerOf(entry)
    const screen = { at: 'addendumForm', of } as const
    const record = all(put(entry), put(addedTo(of)))(emptyRecord)
    expect(findAll(record, 'tisdag mars')).toEqual([addedTo(of)])
    const left = leaveFrom({ ...firstView, path: [{ at: 'home' }, screen] }, 0)(record)
    expect(beginning(left).view.path.at(-1)).toEqual(screen)
    const draft = {
      kind: 'draft',
      id: `addendum:${of.id}`,
      fields: { text: 'Och' },
      edited: now,
    } as const
    expect(unfinished(put(draft)(record))).toMatchObject([{ kind: of.kind, text: 'Och', screen }])
  },
)

test('PROOF-200 where only a part of the story could be added to, she is still brought back', () => {
  const path = JSON.stringify([{ at: 'home' }, { at: 'addendumForm', story: one.id }])
  const record = put({ kind: 'place', id: 'place', path, scroll: 0 })(emptyRecord)
  const of = { kind: 'story', id: one.id }
  expect(beginning(record).view.path.at(-1)).toEqual({ at: 'addendumForm', of })
})

test.each(owners)('PROOF-201 what is added to $kind goes along only when she says so', (entry) => {
  const of = ownerOf(entry)
  const { kind } = of
  const record = all(put(entry), put(addedTo(of)))(emptyRecord)
  expect(shapes[kind].usual(record, of.id)).not.toContain('added')
  const around = { record, parts: [], next: () => null }
  expect(shapes[kind].facts(around, of.id, ['added'])).toEqual([
    { name: 'added', text: 'Det var en tisdag i mars', beside: '' },
  ])
})
