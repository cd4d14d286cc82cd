import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as appointmentForm from '../../src/app/screens/appointment/fields.ts'
import * as contactForm from '../../src/app/screens/contact/fields.ts'
import * as storyForm from '../../src/app/screens/story/fields.ts'
import { appointments, contacts, stories } from '../record/entries.ts'

const now = '2026-11-23T12:00:00Z'

/** As a form leaves it: no stray spaces, no empty numbers. */
const tidy = (text: string): string => text.trim()

test('FORM-1 a form that is opened and saved changes nothing but the time', () => {
  fc.assert(
    fc.property(contacts, (given) => {
      const phones = [{ label: 'work', number: '0520-12 34 56' }]
      const lists = {
        safety: [{ way: 'Box 2', use: 'no' as const, how: 'aldrig' }],
        phones,
        emails: ['a@example.org'],
        addresses: ['Gatan 1', 'Box 2'],
        cases: [
          { kind: 'police' as const, number: '5000-K1-26' },
          { kind: 'other' as const, number: 'SN 2026-1' },
        ],
      }
      const contact = { ...given, ...lists }
      const saved = contactForm.contactOf(contactForm.fieldsOf(contact), contact.id, now, contact)
      expect(saved).toEqual({
        ...contact,
        ...Object.fromEntries(
          Object.entries(contact).map(([name, value]) => [
            name,
            typeof value === 'string' && name in contactForm.fieldsOf(contact)
              ? tidy(value)
              : value,
          ]),
        ),
        edited: now,
      })
    }),
  )
  fc.assert(
    fc.property(stories, (story) => {
      const saved = storyForm.storyOf(storyForm.fieldsOf(story), 'own', story.id, now, story)
      expect(saved).toEqual({ ...story, title: tidy(story.title), edited: now })
    }),
  )
})

test('FORM-1 an appointment that is opened and saved keeps its start, its end and its length', () => {
  fc.assert(
    fc.property(appointments, (given) => {
      const start = given.allDay ? `${given.start.slice(0, 10)}T00:00` : given.start
      const appointment = { ...given, start }
      const fields = appointmentForm.fieldsOf(appointment, null)
      const saved = appointmentForm.appointmentOf(fields, appointment.id, now, appointment)
      const texts = Object.entries(appointment).map(([name, value]) => [
        name,
        typeof value === 'string' && name !== 'uid' && name in fields ? tidy(value) : value,
      ])
      const interpreterIn = tidy(appointment.interpreterIn)
      expect(saved).toEqual({ ...Object.fromEntries(texts), interpreterIn, start, edited: now })
    }),
  )
})

test('FORM-2 an appointment that is moved keeps its length', () => {
  const [sample] = fc.sample(appointments, 1)
  if (!sample) throw new Error('no sample')
  const hour = { ...sample, allDay: false, start: '2026-03-28T23:30', end: '2026-03-29T00:30' }
  const fields = { ...appointmentForm.fieldsOf(hour, null), date: '2026-04-01', from: '08:00' }
  const moved = appointmentForm.appointmentOf(fields, hour.id, now, hour)
  expect(moved).toMatchObject({ start: '2026-04-01T08:00', end: '2026-04-01T09:00' })
})

test('FORM-2 an end before the start lies on the next day, and minutes are read in any digits', () => {
  const night = { date: '2026-12-01', from: '22:00', to: '01:30', travel: '٤٥' }
  const fields = { ...appointmentForm.fieldsOf(undefined, null), ...night }
  expect(appointmentForm.appointmentOf(fields, 'a', now, undefined)).toMatchObject({
    start: '2026-12-01T22:00',
    end: '2026-12-02T01:30',
    travel: 45,
  })
})

test('FORM-2 without a time it takes the whole day', () => {
  const fields = { ...appointmentForm.fieldsOf(undefined, 'c'), date: '2026-12-01' }
  const made = appointmentForm.appointmentOf(fields, 'a', now, undefined)
  expect(made).toMatchObject({ start: '2026-12-01T00:00', end: '', allDay: true, contact: 'c' })
})

test('FORM-3 several numbers stand on lines of their own, and each keeps its label', () => {
  const [sample] = fc.sample(contacts, 1)
  if (!sample) throw new Error('no sample')
  const contact = { ...sample, phones: [{ label: 'mobile', number: '070-1740605' }] }
  const fields = { ...contactForm.fieldsOf(contact), phones: ' 08-46500400 \n\n070-1740605\n' }
  expect(contactForm.contactOf(fields, contact.id, now, contact).phones).toEqual([
    { label: '', number: '08-46500400' },
    { label: 'mobile', number: '070-1740605' },
  ])
})

test('FORM-4 a case number says what kind it looks like, and any other is kept as it stands', () => {
  const told = ['5000-K123456-26', 'AM-12345-26', 'T 1234-26', 'SN 2026-0042', '?', ''].map(
    (number) => contactForm.casesIn(number)[0],
  )
  expect(told.map((one) => one?.kind)).toEqual([
    'police',
    'prosecutor',
    'court',
    'diary',
    'diary',
    'diary',
  ])
  const cases = [
    { kind: 'claim' as const, number: 'court 12' },
    { kind: 'other' as const, number: '' },
  ]
  expect(contactForm.casesIn(contactForm.caseText(cases))).toEqual(cases)
})

test('SAFE-1 what she said of a number goes with the number', () => {
  const [sample] = fc.sample(contacts, 1)
  if (!sample) throw new Error('no sample')
  const said = { way: '070-1740605', use: 'careful' as const, how: 'bara sms' }
  const phones = [{ label: '', number: said.way }]
  const contact = { ...sample, phones, safety: [said] }
  const same = contactForm.contactOf(contactForm.fieldsOf(contact), contact.id, now, contact)
  expect(same.safety).toEqual([said])
  const fields = { ...contactForm.fieldsOf(contact), phones: '08-46500400' }
  expect(contactForm.contactOf(fields, contact.id, now, contact).safety).toEqual([])
})

test('SAFE-200 a number that is spelt otherwise keeps its label and what she said of it', () => {
  const [sample] = fc.sample(contacts, 1)
  if (!sample) throw new Error('no sample')
  const said = { way: '070-1740605', use: 'no' as const, how: 'han svarar' }
  const phones = [{ label: 'mobile', number: said.way }]
  const contact = { ...sample, phones, emails: [], addresses: [], safety: [said] }
  for (const number of ['070-174 06 05', '+46701740605', '070-1740605 (Åsa)', '٠٧٠١٧٤٠٦٠٥']) {
    const fields = { ...contactForm.fieldsOf(contact), phones: number }
    const saved = contactForm.contactOf(fields, contact.id, now, contact)
    expect(saved.phones).toEqual([{ label: 'mobile', number }])
    expect(saved.safety).toEqual([{ ...said, way: number }])
    expect(contactForm.saidAndGone(contact, saved)).toEqual([])
  }
})

test('SAFE-201 it is known when what she said goes with its number', () => {
  const [sample] = fc.sample(contacts, 1)
  if (!sample) throw new Error('no sample')
  const said = { way: '070-1740605', use: 'no' as const, how: '' }
  const phones = [{ label: '', number: said.way }]
  const contact = { ...sample, phones, emails: [], addresses: [], safety: [said] }
  const fields = { ...contactForm.fieldsOf(contact), phones: '070-1740606' }
  const saved = contactForm.contactOf(fields, contact.id, now, contact)
  expect(saved.safety).toEqual([])
  expect(contactForm.saidAndGone(contact, saved)).toEqual([said])
  expect(contactForm.saidAndGone(undefined, saved)).toEqual([])
})

test('FORM-200 days that were taken out of a series move along with it', () => {
  const [sample] = fc.sample(appointments, 1)
  if (!sample) throw new Error('no sample')
  const but = (every: 'week' | 'month', days: readonly string[], date: string) => {
    const repeat = { every, until: '', but: days }
    const before = { ...sample, allDay: false, start: '2026-11-02T10:00', end: '', repeat }
    const fields = { ...appointmentForm.fieldsOf(before, null), date }
    return appointmentForm.appointmentOf(fields, before.id, now, before).repeat.but
  }
  expect(but('week', ['2026-11-09', '2026-11-23'], '2026-11-04')).toEqual([
    '2026-11-11',
    '2026-11-25',
  ])
  expect(but('month', ['2026-12-02', '2027-02-02'], '2026-11-30')).toEqual(['2026-12-30'])
  expect(but('week', ['2026-11-09'], '2026-11-02')).toEqual(['2026-11-09'])
})

test('FORM-201 several can be there, and none stands twice', () => {
  const fields = { ...appointmentForm.fieldsOf(undefined, 'a'), date: '2026-12-01' }
  const made = appointmentForm.appointmentOf({ ...fields, contact: 'a b c' }, 'x', now, undefined)
  expect(made).toMatchObject({ contact: 'a', others: ['b', 'c'] })
  const less = appointmentForm.appointmentOf({ ...fields, contact: 'c' }, 'x', now, made)
  expect(less).toMatchObject({ contact: 'c', others: [] })
})
