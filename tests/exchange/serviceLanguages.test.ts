import { expect, test } from 'vitest'
import { readPack } from '../../src/exchange/pack.ts'
import { languages } from '../../src/i18n/languages.ts'
import { pack, packWith } from './packWith.ts'

const fields = ['name', 'what', 'next', 'docs', 'safety', 'caseNumberLabel'] as const

test('PACK-400 every text of a shipped service stands in each language of the app', () => {
  const texts = pack.services.flatMap((service) => [
    ...fields.map((field) => ({ place: `${service.id}.${field}`, text: service[field] })),
    { place: `${service.id}.languages.note`, text: service.languages?.note ?? null },
  ])
  const lacking = texts.flatMap(({ place, text }) =>
    languages.filter(({ tag }) => text && !text[tag]).map(({ tag }) => `${place}.${tag}`),
  )
  expect(texts.filter(({ text }) => text !== null).length).toBeGreaterThan(200)
  expect(lacking).toEqual([])
})

const spokenIn = (fields: unknown) => {
  const read = readPack(packWith({ languages: fields }))
  return read.ok ? read.pack.services[0]?.languages : read.where
}

test('PACK-401 a language has a number and hours of its own, or neither', () => {
  const arabic = { number: '08-123 130 80', tel: '0812313080', hours: 'daily 08:00-22:00' }
  expect(spokenIn({ ar: arabic, so: {}, note: { sv: 'Tolk', en: 'Interpreter' } })).toEqual({
    each: [
      { tag: 'ar', ...arabic },
      { tag: 'so', number: '', tel: '', hours: '' },
    ],
    note: { sv: 'Tolk', en: 'Interpreter' },
  })
  const advice = pack.services.find(({ id }) => id === '1177')
  expect(advice?.languages?.each.find(({ tag }) => tag === 'ar')).toMatchObject(arabic)
})

test('PACK-401 a line that an earlier pack wrote is read as it stands', () => {
  const line = '08-123 130 80 daily 08-22'
  expect(spokenIn({ ar: line, note: '68 languages' })).toEqual({
    each: [{ tag: 'ar', number: '', tel: '', hours: line }],
    note: { sv: '68 languages', en: '68 languages' },
  })
})

test.each([
  [{ ar: { number: '08-123' } }, 'services[0].languages.ar'],
  [{ ar: { number: '08-123', tel: 'x' } }, 'services[0].languages.ar.tel'],
  [{ ar: { hours: 'a\nb' } }, 'services[0].languages.ar.hours'],
  [{ ar: 7 }, 'services[0].languages.ar'],
  [{ Arabic: {} }, 'services[0].languages.Arabic'],
  [{ note: { sv: 'Tolk' } }, 'services[0].languages.note.en'],
  [['ar'], 'services[0].languages'],
])('PACK-401 languages of the form %j are refused', (fields, where) => {
  expect(spokenIn(fields)).toBe(where)
})
