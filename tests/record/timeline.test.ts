import { expect, test } from 'vitest'
import { readEntry } from '../../src/record/read.ts'
import { momentKinds, timelineOf, type Moment } from '../../src/record/timeline.ts'
import { recordOf } from './entries.ts'

const kept = [
  { kind: 'contact', id: 'socialtjänst', status: 'theirs', edited: '2026-11-20T09:00:00Z' },
  { kind: 'contact', id: 'skola', links: [{ to: 'socialtjänst', kind: 'talk' }] },
  {
    kind: 'contact',
    id: 'polis',
    waits: [
      { from: '2026-09-01', to: '2026-09-01' },
      { from: '2026-09-01', to: '2026-09-21' },
    ],
  },
  { kind: 'appointment', id: 'samtal', contact: 'socialtjänst', start: '2026-10-01T10:00' },
  {
    kind: 'appointment',
    id: 'nätverk',
    contact: 'skola',
    others: ['polis', 'socialtjänst'],
    start: '2026-10-08T10:00',
    repeat: { every: 'month', until: '2026-11-10', but: [] },
  },
  { kind: 'appointment', id: 'tandläkare', start: '2026-10-02T10:00' },
  { kind: 'incident', id: 'händelse', on: '2026-08-01' },
  {
    kind: 'child',
    id: 'barn',
    contacts: ['skola'],
    appointments: ['nätverk', 'tandläkare'],
  },
].flatMap((one) => readEntry({ written: '2026-08-20T09:00:00Z', ...one }) ?? [])

const record = recordOf(kept)

const told = ({ entry, day, wait }: Moment): string =>
  wait ? `${entry.id} ${wait.from}–${wait.to}` : `${entry.id} ${day}`

const of = (whose: { readonly contact?: string; readonly child?: string }): readonly string[] =>
  timelineOf(record, momentKinds, '2026-11-23', { contact: '', child: '', ...whose })
    .map(told)
    .toSorted()

test('TIMELINE-250 of one contact stand its meetings, its waits, and those it is linked with', () => {
  expect(of({ contact: 'socialtjänst' })).toEqual([
    'nätverk 2026-10-08',
    'nätverk 2026-11-08',
    'samtal 2026-10-01',
    'skola 2026-08-20',
    'socialtjänst 2026-08-20',
    'socialtjänst 2026-11-20–',
  ])
  expect(of({ contact: 'polis' })).toEqual([
    'nätverk 2026-10-08',
    'nätverk 2026-11-08',
    'polis 2026-08-20',
    'polis 2026-09-01–2026-09-01',
    'polis 2026-09-01–2026-09-21',
  ])
})

test('TIMELINE-250 of one child stands what is about that child; with both, what is about both', () => {
  expect(of({ child: 'barn' })).toEqual([
    'nätverk 2026-10-08',
    'nätverk 2026-11-08',
    'skola 2026-08-20',
    'tandläkare 2026-10-02',
  ])
  expect(of({ child: 'barn', contact: 'socialtjänst' })).toEqual([
    'nätverk 2026-10-08',
    'nätverk 2026-11-08',
    'skola 2026-08-20',
  ])
})

test('TIMELINE-250 of nobody, or of one that is gone, stands everything, and no waits', () => {
  const all = timelineOf(record, momentKinds, '2026-11-23').map(told).toSorted()
  expect(all).toHaveLength(8)
  expect(of({ contact: 'borta', child: 'borta' })).toEqual(all)
  expect(of({})).toEqual(all)
})
