import { expect, test } from 'vitest'
import { blankContact } from '../../src/record/contact.ts'
import { linksAbout, linksIn, toggleLink } from '../../src/record/links.ts'
import { drop, emptyRecord, put } from '../../src/record/record.ts'
import type { ClientRecord } from '../../src/record/types.ts'

const now = '2026-11-23T12:00:00Z'
const record: ClientRecord = ['a', 'b', 'c'].reduce(
  (next, id) => put({ ...blankContact, id, source: 'own', written: now, edited: now })(next),
  emptyRecord,
)

const talk = { from: 'a', to: 'b', kind: 'talk' } as const

test('LINK-1 a link is told once, from both its ends, and goes by a second tap', () => {
  const linked = toggleLink(talk)(record)
  expect(linksIn(linked)).toEqual([talk])
  expect(linksAbout(linked, 'b')).toEqual([talk])
  expect(linksAbout(linked, 'c')).toEqual([])
  expect(linksIn(toggleLink({ ...talk, kind: 'waits' })(linked))).toHaveLength(2)
  expect(linksIn(toggleLink(talk)(linked))).toEqual([])
})

test('LINK-1 a link is silent while an end is gone, and nobody is linked to themselves', () => {
  const linked = toggleLink(talk)(record)
  expect(linksIn(drop('contact', 'b')(linked))).toEqual([])
  expect(toggleLink({ ...talk, to: 'a' })(record)).toBe(record)
  expect(toggleLink({ ...talk, from: 'z' })(record)).toBe(record)
})
