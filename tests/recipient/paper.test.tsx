import { expect, test } from 'vitest'
import { Paper } from '../../src/recipient/paper.tsx'
import { langOf } from '../../src/recipient/paper/language.ts'
import { plain } from '../../src/recipient/paper/plain.ts'
import { mailOf, telOf } from '../../src/recipient/paper/safe.ts'
import { sectionsOf, spanOf } from '../../src/recipient/paper/shown.ts'
import { phoneLabels } from '../../src/record/phoneLabels.ts'
import { partKinds, shapes } from '../../src/record/parts/table.ts'
import { example, fact } from '../share/example.ts'
import { draw } from './draw.ts'
import { tags, wordsIn } from './words.ts'

const everything = [
  example.why,
  ...example.parts.flatMap(({ facts }) => facts).flatMap(({ text, beside }) => [text, beside]),
]
  .flatMap((text) => text.split('\n'))
  .filter((text) => text !== '' && !/^\d{4}-|^theirs$|^need$/.test(text))

test.each(tags)('RECIPIENT-9 the paper shows all that was chosen, in %s', (tag) => {
  const html = draw(<Paper summary={example} words={wordsIn(tag)} />)
  for (const text of everything) expect(html).toContain(text)
  expect(html).not.toMatch(/paper\.[a-z]+|undefined|\[object/)
})

test.each(tags)('RECIPIENT-10 the plain text holds all that the paper shows, in %s', (tag) => {
  const text = plain(example, wordsIn(tag))
  for (const part of everything) expect(text).toContain(part)
  expect(text).not.toMatch(/paper\.[a-z]+|undefined|\[object/)
})

test('RECIPIENT-11 numbers and addresses read from left to right', () => {
  const html = draw(<Paper summary={example} words={wordsIn('ar')} />)
  for (const exact of ['E-2026-117', '+46 70 000 00 00', 'stod@example.org']) {
    const at = html.indexOf(`>${exact}<`) + 1
    expect(html.slice(0, at)).toMatch(/<bdi dir="ltr"[^>]*>(<a [^>]*>)?$/)
  }
})

test('RECIPIENT-11 isolates stand in plain text only where directions meet', () => {
  const swedish = plain(example, wordsIn('sv'))
  expect(swedish).toContain('Telefon: +46 70 000 00 00 (arbete)')
  expect(swedish).toContain('\u2068مريم\u2069')
  const arabic = plain(example, wordsIn('ar'))
  expect(arabic).toContain('\u2066+46 70 000 00 00\u2069')
  expect(arabic).toContain('\u2068Rad ett\u2069\n\u2068Rad två\u2069')
})

test('RECIPIENT-12 only what is nothing but a number or an address becomes a link', () => {
  expect(telOf('+46 (0)8-123 45')).toBe('tel:+460812345')
  expect(mailOf('a.b+c@example.org')).toBe('mailto:a.b+c@example.org')
  for (const bad of ['javascript:alert(1)', '112;ext=1', '12', 'tel:112', '']) {
    expect(telOf(bad)).toBeNull()
  }
  for (const bad of ['a@b?bcc=c@d', 'a@b,c@d', 'javascript:1@b', ' a@b', 'a b@c', '']) {
    expect(mailOf(bad)).toBeNull()
  }
})

test('RECIPIENT-12 what looks like code is text', () => {
  const facts = [fact('title', '<img src=x>'), fact('text', '<script>')]
  const parts = [{ kind: 'story', at: 0, facts }] as const
  const html = draw(<Paper summary={{ ...example, parts }} words={wordsIn('en')} />)
  expect(html).toContain('&lt;img src=x>')
  expect(html).not.toMatch(/<img|<script/)
})

test('RECIPIENT-13 appointments stand by date, those without one last', () => {
  const starts = ['2027-01-02T08:00', '', '2026-12-31', '2027-01-01T23:00']
  const parts = starts.map((start, at) => ({
    kind: 'appointment' as const,
    at,
    facts: start ? [fact('when', start)] : [],
  }))
  expect(sectionsOf(parts).map((section) => section.parts.map(({ at }) => at))).toEqual([
    [2, 3, 0, 1],
  ])
})

test('RECIPIENT-16 a time from when to when reads from left to right in Arabic too', () => {
  const hour = ['2031-05-06T09:30', '2031-05-06T10:15'] as const
  expect(spanOf(...hour, wordsIn('ar'))).toContain('\u206609:30 – 10:15\u2069')
  expect(spanOf(...hour, wordsIn('sv'))).toMatch(/, 09:30 – 10:15$/)
})

test('RECIPIENT-701 a span over several days names both, and one day or one hour is named once', () => {
  const words = wordsIn('sv')
  const [first, last] = ['2031-05-06', '2031-05-08'].map((day) => words.dates.day(day))
  expect(spanOf('2031-05-06', '2031-05-08', words)).toBe(`${first} – ${last}`)
  for (const end of ['', '2031-05-06']) expect(spanOf('2031-05-06', end, words)).toBe(first)
  expect(spanOf('2031-05-06T09:30', '', words)).toBe(`${first}, 09:30`)
  expect(spanOf('2031-05-06T09:30', '2031-05-08T12:00', words)).toBe(
    `${first}, 09:30 – ${last}, 12:00`,
  )
})

test.each(tags)('RECIPIENT-17 every kind, field and word of a part has a name in %s', (tag) => {
  const { t } = wordsIn(tag)
  const keys = partKinds.flatMap((kind) => [
    `paper.kind.${kind}`,
    ...shapes[kind].fields.flatMap(({ name, spoken, words = [] }) => [
      `paper.fact.${name}`,
      ...words.map((word) => `paper.word.${spoken ?? name}.${word}`),
    ]),
  ])
  expect(keys.filter((key) => t(key) === key)).toEqual([])
})

test('RECIPIENT-18 her words carry her language, except where their script is another', () => {
  expect(langOf('Rad ett', 'sv')).toBe('sv')
  expect(langOf('مريم', 'sv')).toBe(undefined)
  expect(langOf('Socialtjänsten', 'ar')).toBe(undefined)
  expect(langOf('مريم من Malmö', 'ar')).toBe('ar')
  expect(langOf('12 34', 'ar')).toBe('ar')
  const html = draw(<Paper summary={example} words={wordsIn('ar')} />)
  expect(html).toMatch(/<p class="paper-text" dir="auto" lang="sv">Rad ett/)
})

test.each(tags)(
  'RECIPIENT-410 what kind of number it is stands in the language of who reads, in %s',
  (tag) => {
    const words = wordsIn(tag)
    for (const kind of phoneLabels) {
      const facts = [fact('organisation', 'Soc'), fact('phone', '114 14', kind)]
      const summary = { ...example, parts: [{ kind: 'contact' as const, at: 0, facts }] }
      const named = words.t(`paper.phone.${kind}`)
      expect(named).not.toContain('paper.')
      expect(draw(<Paper summary={summary} words={words} />)).toContain(`<bdi>${named}</bdi>`)
      expect(plain(summary, words)).toContain(named)
    }
  },
)
