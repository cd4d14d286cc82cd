import { expect, test } from 'vitest'
import { fieldsWith, partsOf, together } from '../../src/app/screens/share/fields.ts'
import { blankContact } from '../../src/record/contact.ts'
import { shapes } from '../../src/record/parts/table.ts'
import { networkParts, presetOf } from '../../src/record/presets.ts'
import { readEntry } from '../../src/record/read.ts'
import { recipientTypes } from '../../src/record/recipients.ts'
import { all, emptyRecord, put } from '../../src/record/record.ts'
import { summarise } from '../../src/record/summary.ts'
import type { Contact, Part } from '../../src/record/types.ts'

const written = { source: '', written: '', edited: '', addresses: ['Dolda gatan 1'] }

const contact = (id: string, over: Partial<Contact>) =>
  put({ ...blankContact, id, organisation: id, ...written, ...over })

const links = (...to: readonly string[]) => to.map((one) => ({ to: one, kind: 'waits' as const }))

const event = { when: 'Våren 2024', what: 'Det som hände', place: 'Dolda gatan 1', witnesses: 'Mo' }
const incident = readEntry({ kind: 'incident', id: 'i', ...event })
if (!incident) throw new Error('no incident')

const record = all(
  contact('Polisen', { level: 'state', needs: ['protection', 'legal'], links: links('Kommunen') }),
  contact('Kommunen', { status: 'mine', links: links('Polisen', 'Jouren', 'Vännen') }),
  contact('Jouren', { sensitivity: 'careful' }),
  contact('Vännen', { sensitivity: 'never' }),
  put(incident),
)(emptyRecord)

const read = (parts: readonly Part[]) => {
  const grant = { recipient: '', type: 'other', why: '', parts, until: '' } as const
  const { parts: shared } = summarise(record, grant, { made: '2026-11-24T10:00', language: 'sv' })
  return shared.map(({ facts }) => facts.map(({ name, text }) => `${name} ${text}`))
}

test('SHARING-19 the picture of everyone goes along in words, without places and whom she keeps to herself', () => {
  expect(read(networkParts(record))).toEqual([
    ['organisation Polisen', 'level state', 'area protection', 'area legal', 'waitsFor Kommunen'],
    ['organisation Kommunen', 'status mine', 'waitsFor Polisen'],
  ])
})

test('SHARING-19 it goes along beside the least for whoever it is, and what is ticked twice goes once', () => {
  const along = fieldsWith(networkParts(record)).along
  const least = presetOf(record, 'coordinator')
  const parts = together(least, along)
  expect(parts.filter(({ id }) => id === 'Polisen')).toHaveLength(1)
  const police = parts.find(({ id }) => id === 'Polisen')
  expect(police?.fields).toEqual(expect.arrayContaining(['caseNumber', 'next', 'waitsFor']))
  expect(together(least, '')).toEqual(least)
  expect(partsOf(along)).toEqual(networkParts(record))
})

test('SHARING-19 of an incident nothing is chosen for her, and no place or person when she chooses it', () => {
  for (const type of recipientTypes)
    expect(presetOf(record, type).filter(({ kind }) => kind === 'incident')).toEqual([])
  const fields = shapes.incident.usual(record, 'i')
  expect(read([{ kind: 'incident', id: 'i', fields }])).toEqual([
    ['when Våren 2024', 'happened Det som hände'],
  ])
})
