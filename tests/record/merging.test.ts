import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linksIn } from '../../src/record/links.ts'
import { differing, facts, mergeContacts, merged } from '../../src/record/merging.ts'
import { openWith } from '../../src/record/partsMoved.ts'
import { uses, type Safety } from '../../src/record/reach.ts'
import { drop, listOf } from '../../src/record/record.ts'
import type { Contact, Part, Share } from '../../src/record/types.ts'
import { saidOf } from '../../src/record/ways.ts'
import { appointments, contacts, recordOf } from './entries.ts'
import { plainShare } from './shares.ts'

const now = '2026-11-24T12:00:00Z'
const two = fc.tuple(contacts, contacts).filter(([one, other]) => one.id !== other.id)

test('MERGE-7 of two that are one she chooses where they differ, and nothing else is lost', () => {
  fc.assert(
    fc.property(two, fc.subarray([...facts]), ([one, other], chosen) => {
      const whole = merged(one, other, new Set(chosen), now)
      for (const fact of differing(one, other))
        expect(whole[fact]).toBe((chosen.includes(fact) ? other : one)[fact])
      for (const fact of facts)
        if (one[fact] === '' && other[fact] !== '') expect(whole[fact]).toBe(other[fact])
      for (const need of [...one.needs, ...other.needs]) expect(whole.needs).toContain(need)
      for (const { number } of one.phones)
        expect(whole.phones.map((phone) => phone.number)).toContain(number)
      if ([one, other].some(({ sensitivity }) => sensitivity === 'careful'))
        expect(whole.sensitivity).not.toBe('ordinary')
    }),
  )
})

test('MERGE-7 a number in two spellings stands once', () => {
  const [sample] = fc.sample(contacts, 1)
  if (!sample) throw new Error('no sample')
  const phones = (number: string) => [{ label: '', number }]
  const one = { ...sample, phones: phones('070-174 06 05') }
  const other = { ...sample, id: 'other', phones: phones('+46 70 174 06 05') }
  expect(merged(one, other, new Set(), now).phones).toEqual(one.phones)
})

test('MERGE-8 what named the one that goes names the one that stays', () => {
  fc.assert(
    fc.property(two, contacts, appointments, ([one, other], third, meeting) => {
      fc.pre(![one.id, other.id].includes(third.id))
      const linked = { ...third, links: [{ to: other.id, kind: 'talk' as const }] }
      const record = recordOf([one, other, linked, { ...meeting, contact: other.id }])
      const after = mergeContacts({ one: one.id, other: other.id }, new Set(), now)(record)
      expect(after.contact.has(other.id)).toBe(false)
      expect(listOf(after, 'appointment').map(({ contact }) => contact)).toEqual([one.id])
      expect(linksIn(after).some(({ from, to }) => from === third.id && to === one.id)).toBe(true)
      expect(linksIn(after).every(({ from, to }) => from !== to)).toBe(true)
      const again = mergeContacts({ one: one.id, other: other.id }, new Set(), now)(after)
      expect(again).toBe(after)
      expect(drop('contact', other.id)(after)).toBe(after)
    }),
  )
})

const spellings = [
  '070-174 06 05',
  '+46 (0)70 1740605',
  '0046701740605',
  '٠٧٠١٧٤٠٦٠٥',
  '08-1',
  '08 1',
]
const said = fc
  .uniqueArray(
    fc.record({
      way: fc.constantFrom(...spellings, 'Gatan 1', 'gatan 1'),
      use: fc.constantFrom(...uses),
      how: fc.constantFrom('', 'bara sms'),
    }),
    { maxLength: 5, selector: ({ way }) => way },
  )
  .map((safety): Pick<Contact, 'safety' | 'phones' | 'addresses'> => {
    const ways = safety.map(({ way }) => way)
    const [phones, addresses] = [
      ways.filter((way) => !/gatan/i.test(way)).map((number) => ({ label: '', number })),
      ways.filter((way) => /gatan/i.test(way)),
    ]
    return { safety, phones, addresses }
  })

test('MERGE-200 no word that a way is not safe is lost, however it is spelt', () => {
  fc.assert(
    fc.property(two, said, said, ([one, other], ours, theirs) => {
      const whole = merged({ ...one, ...ours }, { ...other, ...theirs }, new Set(), now)
      for (const { way, use } of [...ours.safety, ...theirs.safety]) {
        const word = saidOf(whole, way)?.use ?? 'yes'
        expect(uses.indexOf(word)).toBeGreaterThanOrEqual(uses.indexOf(use))
      }
    }),
  )
})

test('MERGE-200 the strictest word stands beside the spelling that stays, with its how', () => {
  const [sample] = fc.sample(contacts, 1)
  if (!sample) throw new Error('no sample')
  const with_ = (number: string, safety: Omit<Safety, 'way'>): Contact => ({
    ...sample,
    phones: [{ label: '', number }],
    emails: [],
    addresses: [],
    safety: [{ way: number, ...safety }],
  })
  const one = with_('070-174 06 05', { use: 'yes', how: 'när som helst' })
  const other = { ...with_('+46 70 174 06 05', { use: 'no', how: 'han svarar' }), id: 'other' }
  expect(merged(one, other, new Set(), now).safety).toEqual([
    { way: '070-174 06 05', use: 'no', how: 'han svarar' },
  ])
})

const part = (id: string, fields: readonly string[]): Part => ({ kind: 'contact', id, fields })

const shareOf = (id: string, parts: readonly Part[], change: Partial<Share> = {}): Share => {
  const living = { mark: 'm', behind: '', asked: '' }
  const plain = plainShare({ id, living, ...change })
  return { ...plain, grant: { ...plain.grant, parts } }
}

test('MERGE-201 a share that held the one that goes holds the one that stays, and no new place', () => {
  const [sample] = fc.sample(contacts, 1)
  if (!sample) throw new Error('no sample')
  const one = { ...sample, id: 'one', addresses: ['Gatan 1'] }
  const other = { ...sample, id: 'other', addresses: ['Box 2'] }
  const record = recordOf([
    one,
    other,
    shareOf('only', [part('other', ['organisation', 'address'])]),
    shareOf('both', [
      part('one', ['organisation', 'address']),
      part('x', []),
      part('other', ['phone', 'address']),
    ]),
    shareOf('none', [part('one', ['role'])]),
    shareOf('over', [part('other', ['role'])], { stopped: now }),
  ])
  expect(openWith(record, other, now).map(({ id }) => id)).toEqual(['only', 'both'])
  const after = mergeContacts({ one: 'one', other: 'other' }, new Set(), now)(record)
  const parts = (id: string) => after.share.get(id)?.grant.parts
  expect(parts('only')).toEqual([part('one', ['organisation'])])
  expect(parts('both')).toEqual([part('one', ['organisation', 'address', 'phone']), part('x', [])])
  expect(after.share.get('none')).toBe(record.share.get('none'))
  expect(parts('over')).toEqual([part('one', ['role'])])
  const known = recordOf([
    one,
    { ...other, addresses: ['Gatan 1'] },
    shareOf('s', [part('other', ['address'])]),
  ])
  const kept = mergeContacts({ one: 'one', other: 'other' }, new Set(), now)(known)
  expect(kept.share.get('s')?.grant.parts).toEqual([part('one', ['address'])])
})

test('MERGE-202 of two waits that run one runs on, since the earlier', () => {
  fc.assert(
    fc.property(two, fc.constantFrom('theirs', 'active'), ([one, other], status) => {
      const ours = {
        ...one,
        status,
        waits: [...one.waits.slice(0, 1), { from: '2026-11-03', to: '' }],
      }
      const theirs = { ...other, status, waits: [{ from: '2026-11-01', to: '' }] }
      const { waits } = merged(ours, theirs, new Set(), '2026-11-24T23:30:00Z')
      const running = waits.filter(({ to }) => to === '')
      if (status === 'theirs') {
        expect(running).toHaveLength(1)
        expect((running[0]?.from ?? '9') <= '2026-11-01').toBe(true)
      } else {
        expect(running).toEqual([])
        // It is the next day already on the wall.
        expect(waits.at(-1)?.to).toBe('2026-11-25')
      }
    }),
  )
})

test('MERGE-203 both places in the directory stay known', () => {
  const [sample] = fc.sample(contacts, 1)
  if (!sample) throw new Error('no sample')
  const from = (source: string) => ({ ...sample, id: source, source })
  const source = (one: string, other: string): string =>
    merged(from(one), from(other), new Set(), now).source
  expect(source('own', 'directory:polisen')).toBe('own directory:polisen')
  expect(source('directory:a', 'directory:b')).toBe('directory:a directory:b')
  expect(source('reply:a', 'phone')).toBe('reply:a')
})

test('MERGE-8 of a meeting of several, the one that stays stands there once', () => {
  const [one, other, meeting] = [
    ...fc.sample(two, 1).flat(),
    ...fc.sample(appointments, 1),
  ] as const
  if (
    !one ||
    !other ||
    !meeting ||
    !('safety' in one) ||
    !('safety' in other) ||
    !('bring' in meeting)
  )
    throw new Error('no sample')
  const record = recordOf([one, other, { ...meeting, contact: 'x', others: [other.id, one.id] }])
  const after = mergeContacts({ one: one.id, other: other.id }, new Set(), now)(record)
  expect(after.appointment.get(meeting.id)).toMatchObject({ contact: 'x', others: [one.id] })
})
