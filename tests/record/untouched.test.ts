import fc from 'fast-check'
import { expect, test } from 'vitest'
import { childFieldsOf, childOf } from '../../src/app/screens/child/fields.ts'
import { addendaOf, attachmentsOf, dropOne, dropWhole } from '../../src/record/attached.ts'
import type { Addendum, Attachment } from '../../src/record/hanging.ts'
import { mergeContacts } from '../../src/record/merging.ts'
import { needId, type Need } from '../../src/record/need.ts'
import { needsOf } from '../../src/record/plan.ts'
import { all, listOf, put } from '../../src/record/record.ts'
import { bringBack, remembering, trashOf } from '../../src/record/trash.ts'
import { attachments, contacts, recordOf, stories } from './entries.ts'

const now = '2026-11-23T12:00:00Z'

const sampleOf = <T>(some: fc.Arbitrary<T>): T => {
  const [one] = fc.sample(some, 1)
  if (one === undefined) throw new Error('no sample')
  return one
}

/** Owners that share a kind or an id, and are three nevertheless. */
const owners = [
  { kind: 'story', id: 'one' },
  { kind: 'story', id: 'two' },
  { kind: 'contact', id: 'one' },
] as const

type Hanging = { readonly attachment: Attachment; readonly addendum: Addendum }

const hanging = (): readonly Hanging[] =>
  owners.map((of, at) => ({
    attachment: { ...sampleOf(attachments), id: `photo ${at}`, of },
    addendum: { kind: 'addendum', id: `more ${at}`, of, text: `Mer ${at}`, written: now },
  }))

test('RECORD-600 an entry that goes takes what hangs on it, and nothing that hangs on another', () => {
  const hung = hanging()
  const record = recordOf([
    { ...sampleOf(stories), id: 'one' },
    { ...sampleOf(stories), id: 'two' },
    { ...sampleOf(contacts), id: 'one' },
    ...hung.flatMap(({ attachment, addendum }) => [attachment, addendum]),
  ])
  for (const [at, owner] of owners.entries()) {
    const { attachment, addendum } = hung[at] ?? {}
    expect(attachmentsOf(record, owner)).toEqual([attachment])
    expect(addendaOf(record, owner)).toEqual([addendum])
    const after = dropWhole(owner)(record)
    expect([...after.attachment.values()]).toEqual(
      [...record.attachment.values()].filter((one) => one !== attachment),
    )
    expect([...after.addendum.values()]).toEqual(
      [...record.addendum.values()].filter((one) => one !== addendum),
    )
    expect(after.story.size + after.contact.size).toBe(2)
  }
})

test('RECORD-600 what is brought back leaves in the trash what went at another time', () => {
  const [one, other] = [
    { ...sampleOf(stories), id: 'one' },
    { ...sampleOf(stories), id: 'two' },
  ]
  const changed = remembering(put({ ...other, text: 'Ny text' }), '2026-11-23T11:00:00Z')
  const first = remembering(dropOne('story', 'one'), now)
  const second = remembering(dropOne('story', 'two'), '2026-11-23T13:00:00Z')
  const before = recordOf([one, other])
  const after = [changed, first, second].reduce((record, change) => change(record), before)
  const gone = trashOf(after).find(({ at }) => at === now)
  if (!gone) throw new Error('nothing to bring back')
  const back = bringBack(gone)(after)
  expect([...back.story.values()]).toEqual([one])
  expect(trashOf(back)).toEqual(trashOf(after).filter(({ at }) => at !== now))
  // What the other one was before its change is still there, too.
  expect(listOf(back, 'past').filter(({ gone: isGone }) => !isGone)).toHaveLength(1)
})

test('RECORD-600 two contacts that become one change no third one, nor what names it', () => {
  const some = (id: string) => ({ ...sampleOf(contacts), id, links: [] })
  const child = (id: string, names: readonly string[]) => ({
    ...childOf(childFieldsOf(undefined), id, now, undefined),
    contacts: names,
  })
  const children = [
    child('k1', ['third', 'goes']),
    child('k2', ['third']),
    child('k3', ['stays', 'goes']),
  ]
  const third = some('third')
  const record = all(
    ...children.map((one) => put(one)),
    put(third),
  )(recordOf([some('stays'), some('goes')]))
  const after = mergeContacts({ one: 'stays', other: 'goes' }, new Set(), now)(record)
  const named = (id: string) => after.child.get(id)?.contacts
  expect(['k1', 'k2', 'k3'].map(named)).toEqual([['third', 'stays'], ['third'], ['stays']])
  expect(after.contact.get('third')).toEqual(third)
})

test('RECORD-600 her own needs and those of each child stand apart', () => {
  const need = (child: string | null, state: Need['state']): Need => ({
    kind: 'need',
    id: needId(child, 'housing', state === 'met' ? 'long' : 'now'),
    child,
    area: 'housing',
    horizon: state === 'met' ? 'long' : 'now',
    state,
    text: '',
    written: now,
    edited: now,
  })
  const [hers, over, theirs] = [need(null, 'open'), need(null, 'met'), need('k1', 'going')]
  const record = recordOf([hers, over, theirs, need('k1', 'met')])
  expect(needsOf(record, null)).toEqual([hers])
  expect(needsOf(record, 'k1')).toEqual([theirs])
  expect(needsOf(record, 'k2')).toEqual([])
})
