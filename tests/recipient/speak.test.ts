import { expect, test } from 'vitest'
import { speak, type Bundle } from '../../src/i18n/words.ts'
import { readBundle } from '../../src/recipient/speak.ts'
import { bundles, tags, wordsIn } from './words.ts'

const keysOf = (bundle: Bundle, before = ''): readonly string[] =>
  Object.entries(bundle).flatMap(([key, inner]) =>
    typeof inner === 'string' ? [before + key] : keysOf(inner, `${before}${key}.`),
  )

const plural = /_(zero|one|two|few|many|other)$/
const numbers = [0, 1, 2, 3, 5, 10, 11, 21, 30, 99, 100, 101, 102, 1_000]
const values = {
  signs: 8,
  recipient: 'A & <b> {{time}} $t(page.foot)',
  time: 'i går',
  host: 'C, 08-1',
  language: 'arabiska',
  opened: '1',
  until: '2',
}

test.each(tags)('RECIPIENT-3 the small mouth says what i18next says, in %s', (tag) => {
  const [small, large] = [wordsIn(tag), speak(tag, bundles[tag])]
  const keys = new Set(keysOf(bundles[tag]).map((key) => key.replace(plural, '')))
  expect(keys.size).toBeGreaterThan(60)
  for (const key of keys) {
    expect(small.t(key, values)).toBe(large.t(key, values))
    for (const count of numbers) {
      expect(small.t(key, { ...values, count })).toBe(large.t(key, { ...values, count }))
    }
  }
  expect(small.t('no.such.key')).toBe(large.t('no.such.key'))
})

test('RECIPIENT-4 every language has every word, and every plural that it needs', () => {
  const bare = tags.map(
    (tag) => new Set(keysOf(bundles[tag]).map((key) => key.replace(plural, ''))),
  )
  const [first, ...others] = bare
  for (const other of others) expect([...other].toSorted()).toEqual([...(first ?? [])].toSorted())
  for (const tag of tags) {
    const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories
    const keys = keysOf(bundles[tag])
    const counted = new Set(
      keys.filter((key) => plural.test(key)).map((k) => k.replace(plural, '')),
    )
    for (const key of counted) {
      for (const form of forms) expect(keys).toContain(`${key}_${form}`)
    }
  }
})

test('RECIPIENT-4 words from the wire are words or nothing', () => {
  expect(readBundle({ a: { b: 'c' } })).toEqual({ a: { b: 'c' } })
  for (const value of [null, 'a', 1, [], { a: 1 }, { a: { b: null } }, { a: ['b'] }]) {
    expect(readBundle(value)).toBeNull()
  }
})
