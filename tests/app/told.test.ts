import fc from 'fast-check'
import { expect, test } from 'vitest'
import { saidBefore } from '../../src/app/screens/trash/told.ts'
import { speak } from '../../src/i18n/words.ts'
import { bare } from '../../src/record/appointment.ts'
import { blankContact } from '../../src/record/contact.ts'
import { readEntry } from '../../src/record/read.ts'
import type { Appointment, Contact, Entry } from '../../src/record/types.ts'
import { contacts, recordOf } from '../record/entries.ts'
import { read } from '../rules/tree.ts'

const now = '2026-11-23T12:00:00Z'
const words = speak('sv', JSON.parse(read('locales/app/sv.json')))
const stamp = { source: 'own', written: now, edited: now }
const other: Contact = { ...blankContact, ...stamp, id: 'other', organisation: 'Polisen' }
const contact: Contact = {
  ...blankContact,
  ...stamp,
  id: 'one',
  organisation: 'Kommunen',
  phones: [{ label: 'work', number: '070-1740605' }],
  emails: ['a@example.org'],
  addresses: ['Gatan 1'],
  cases: [{ kind: 'diary', number: 'SN 1' }],
  safety: [{ way: '070-1740605', use: 'no', how: 'han svarar' }],
  needs: ['legal'],
  links: [{ to: 'other', kind: 'talk' }],
  type: 'social',
  level: 'municipality',
  status: 'theirs',
  sensitivity: 'never',
  favourite: true,
  nextOn: '2026-12-01',
}

const gone = (before: Entry, after: Entry): readonly string[] =>
  saidBefore(before, after, { record: recordOf([contact, other]), words }).map(({ text }) => text)

test.each([
  ['phones', [], '070-1740605'],
  ['emails', [], 'a@example.org'],
  ['addresses', [], 'Gatan 1'],
  ['cases', [], 'SN 1'],
  ['safety', [], '070-1740605 · Använd inte · han svarar'],
  ['needs', [], words.t('directory.need.legal')],
  ['links', [], `${words.t('contact.links.kind.talk')} · Polisen`],
  ['type', 'police', words.t('contact.typeName.social')],
  ['level', '', words.t('contact.levelName.municipality')],
  ['status', 'active', words.t('contact.status.theirs')],
  ['sensitivity', 'ordinary', words.t('contact.sensitivityName.never')],
  ['favourite', false, words.t('contact.arrange.favourite')],
  ['nextOn', '', words.dates.day('2026-12-01')],
  ['organisation', 'Region', 'Kommunen'],
])('PAST-201 of a contact whose %s changed it is told what stood there', (field, value, told) => {
  const changed = readEntry({ ...contact, [field]: value })
  if (!changed) throw new Error('no contact')
  expect(gone(contact, changed)).toContain(told)
})

test('PAST-201 of an appointment days, people and how it comes again are told in words', () => {
  const before: Appointment = {
    ...bare,
    ...stamp,
    kind: 'appointment',
    id: 'm',
    title: 'Möte',
    start: '2026-11-24T10:00',
    end: '',
    allDay: false,
    place: '',
    contact: 'one',
    others: ['other'],
    bring: '',
    note: '',
    uid: '',
    repeat: { every: 'week', until: '', but: [] },
  }
  const after = { ...before, start: '2026-11-25T10:00', others: [], repeat: bare.repeat }
  expect(gone(before, after).toSorted()).toEqual([
    'Polisen',
    words.t('appointment.every.week'),
    `${words.dates.day('2026-11-24')} 10:00`,
  ])
})

test('PAST-201 where nothing that she wrote is gone, nothing is told', () => {
  fc.assert(
    fc.property(contacts, (one) => {
      expect(gone(one, { ...one, edited: now })).toEqual([])
      expect(gone(one, { ...one, emails: [...one.emails, 'ny@example.org'] })).toEqual([])
    }),
  )
})

test('PAST-460 each thing that stood there is called what she filled it in as, in every language', () => {
  const around = { record: recordOf([contact, other]), words }
  const empty = { ...blankContact, ...stamp, id: 'one', organisation: 'Kommunen' }
  const told = saidBefore({ ...contact, next: 'Ringa' }, empty, around)
  const next = told.find(({ text }) => text === 'Ringa')
  expect(words.t(next?.label ?? '')).toBe('Nästa steg')
  for (const tag of ['sv', 'en', 'ar']) {
    const { t } = speak(tag, JSON.parse(read(`locales/app/${tag}.json`)))
    const named = told.filter(({ label }) => label !== 'past.else')
    expect(named.length).toBeGreaterThan(10)
    for (const { label } of named) expect(t(label)).not.toBe(label)
  }
})
