import { expect, test } from 'vitest'
import { isDue, isUntouched, openShares } from '../../src/app/screens/home/ahead.ts'
import { unfinished } from '../../src/app/screens/home/drafts.ts'
import { snippet } from '../../src/app/screens/search/snippet.ts'
import { contactOf, fieldsOf } from '../../src/app/screens/contact/fields.ts'
import { storyOf } from '../../src/app/screens/story/fields.ts'
import { nextSteps } from '../../src/record/order.ts'
import { all, emptyRecord, put } from '../../src/record/record.ts'
import type { Draft } from '../../src/record/draft.ts'
import { firstSetting } from '../../src/record/setting.ts'
import type { Share } from '../../src/record/types.ts'
import { plainShare } from '../record/shares.ts'

const now = '2026-11-23T16:00:00Z'

const contact = contactOf({ ...fieldsOf(undefined), organisation: 'Skolan' }, 'c1', now, undefined)
const story = storyOf(
  { title: '', text: 'En vinter.', brief: '' },
  'happened',
  's1',
  now,
  undefined,
)

const draft = (id: string, fields: Draft['fields'] = {}, edited = now): Draft => ({
  kind: 'draft',
  id,
  fields,
  edited,
})

const share = (
  id: string,
  { until, ...change }: Partial<Share> & { readonly until?: string },
): Share => {
  const plain = plainShare({ id, ...change })
  return { ...plain, grant: { ...plain.grant, until: until ?? '2026-11-30T00:00:00Z' } }
}

test.each([
  ['2026-11-22', true],
  ['2026-11-23', false],
  ['2026-11-24', false],
  ['', false],
])('HOME-1 a step for "%s" was due: %s', (nextOn, due) => {
  expect(isDue({ ...contact, nextOn }, '2026-11-23T16:00')).toBe(due)
})

test('HOME-200 a contact with a day and no words comes up too, until it has ended', () => {
  const dated = { ...contact, next: '', nextOn: '2026-11-30' }
  const titles = (one: typeof contact) => nextSteps(put(one)(emptyRecord)).map(({ id }) => id)
  expect(titles(dated)).toEqual(['c1'])
  expect(titles({ ...dated, status: 'ended' })).toEqual([])
  expect(titles({ ...dated, nextOn: '' })).toEqual([])
})

test('HOME-2 only links that open now are counted', () => {
  const record = all(
    put(share('open', {})),
    put(share('stopped', { stopped: now })),
    put(share('ended', { until: '2026-11-22T00:00:00Z' })),
    put(share('unsent', { made: '' })),
  )(emptyRecord)
  expect(openShares(record, now)).toBe(1)
  expect(openShares(emptyRecord, now)).toBe(0)
})

test('HOME-3 the latest writing comes first, with its own words and its form', () => {
  const record = all(
    put(draft('contact:new', { organisation: ' Soc  Norr ' }, '2026-11-21T00:00:00Z')),
    put(draft('story:before', { title: '', text: 'Vi  träffades\nen höst' })),
  )(emptyRecord)
  expect(unfinished(record)).toEqual([
    {
      id: 'story:before',
      kind: 'story',
      text: 'Vi träffades en höst',
      screen: { at: 'storyForm', id: null, topic: 'before' },
    },
    {
      id: 'contact:new',
      kind: 'contact',
      text: 'Soc Norr',
      screen: { at: 'contactForm', id: null },
    },
  ])
})

test('HOME-3 writing about an entry goes on in the form of that entry', () => {
  const record = all(
    put(contact),
    put(story),
    ...['contact:c1', 'story:s1', 'appointment:new', 'share:new'].map((id) => put(draft(id))),
  )(emptyRecord)
  expect(unfinished(record).map(({ screen }) => screen)).toEqual([
    { at: 'contactForm', id: 'c1' },
    { at: 'storyForm', id: 's1', topic: 'happened' },
    { at: 'appointmentForm', id: null, contact: null },
    { at: 'shareForm' },
  ])
})

test('HOME-3 writing whose entry is gone is left out', () => {
  const names = ['contact:gone', 'appointment:gone', 'story:gone', 'other:new', '']
  expect(unfinished(all(...names.map((id) => put(draft(id))))(emptyRecord))).toEqual([])
})

test('HOME-4 first steps are shown until something is kept, settings aside', () => {
  expect(isUntouched(put(firstSetting)(emptyRecord))).toBe(true)
  expect(isUntouched(put(contact)(emptyRecord))).toBe(false)
  expect(isUntouched(put(draft('contact:new'))(emptyRecord))).toBe(false)
})

test('HOME-5 a part of the story is shown by the sentence that was found', () => {
  const text = 'Det var vinter.\nSedan kom våren. Åsa ringde!'
  expect(snippet(text, 'asa')).toBe('Åsa ringde!')
  expect(snippet(text, 'vintern')).toBe('Det var vinter.')
  expect(snippet('', 'asa')).toBe('')
})

test('HOME-5 a long sentence is shortened', () => {
  expect(snippet('a'.repeat(100), 'a', 10)).toBe(`${'a'.repeat(10)}…`)
  expect(snippet('a'.repeat(10), 'a', 10)).toBe('a'.repeat(10))
})
