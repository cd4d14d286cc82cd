import { expect, test } from 'vitest'
import { languages } from '../../src/i18n/languages.ts'
import {
  asked,
  bundles,
  ease,
  formOf,
  placeholders,
  silent,
  spaces,
  wrongForms,
} from './bundles.ts'
import type { Space, Texts } from './bundles.ts'
import { telling } from './telling.ts'
import { readTree } from './tree.ts'
import { meets, wordingOf, type Wording } from './wording.ts'

const none: Texts = new Map()
const tags = languages.map(({ tag }) => tag)

const keysOf = (texts: Texts): ReadonlySet<string> => new Set([...texts.keys()].map(asked))

const english = (space: Space): Texts => bundles(space).get('en') ?? none

test.each(spaces)('LOCALE-1 %s speaks every language, with the same keys', (space) => {
  const all = bundles(space)
  expect([...all.keys()].toSorted()).toEqual(tags.toSorted())
  const wanted = [...keysOf(english(space))].toSorted()
  expect(wanted.length).toBeGreaterThan(0)
  for (const [tag, texts] of all)
    expect([tag, ...[...keysOf(texts)].toSorted()]).toEqual([tag, ...wanted])
})

test.each(spaces)('LOCALE-2 %s has a text for every number, in each language', (space) => {
  const wrong = [...bundles(space)].flatMap(([tag, texts]) =>
    wrongForms(tag, texts).map((key) => `${tag}: ${key}`),
  )
  expect(wrong).toEqual([])
})

test('LOCALE-2 a missing and a needless form are found', () => {
  const texts = new Map([
    ['day_one', '{{count}} day'],
    ['day_few', '{{count}} days'],
  ])
  expect(wrongForms('sv', texts)).toEqual(['day_other is missing', 'day_few is never used'])
})

test.each(spaces)('LOCALE-3 %s fills in the same values in each language', (space) => {
  const valuesOf = (text: string): string => placeholders(text).join(' ')
  const wanted = new Map([...english(space)].map(([key, text]) => [asked(key), valuesOf(text)]))
  const differs = [...bundles(space)].flatMap(([tag, texts]) =>
    [...texts]
      .filter(([key]) => !silent(tag, key))
      .filter(([key, text]) => valuesOf(text) !== wanted.get(asked(key)))
      .map(([key]) => `${tag}: ${key}`),
  )
  expect(differs).toEqual([])
})

test.each(spaces)('LOCALE-3 %s says the number in every form for one', (space) => {
  const mute = [...bundles(space)].flatMap(([tag, texts]) =>
    [...texts]
      .filter(([key]) => formOf(key) === 'one' && !silent(tag, key))
      .filter(([, text]) => !placeholders(text).includes('count'))
      .map(([key]) => `${tag}: ${key}`),
  )
  expect(mute).toEqual([])
})

const rooms: Readonly<Record<Space, Wording>> = {
  disguise: wordingOf(readTree('src/disguise/**/*.{ts,tsx}')),
  app: wordingOf(readTree('src/app/**/*.{ts,tsx}')),
  recipient: wordingOf(readTree('src/recipient/**/*.{ts,tsx}')),
}

/** Her app draws the agency's paper too, so it speaks both; her own words stay with her. */
const spoken: Readonly<Record<Space, readonly Space[]>> = {
  disguise: ['disguise'],
  app: ['app', 'recipient'],
  recipient: ['recipient'],
}

test.each(spaces)('LOCALE-4 every key that %s asks for has a text', (space) => {
  const known = spoken[space].flatMap((one) => [...keysOf(english(one))])
  const missing = [...rooms[space].asked].filter((key) => !known.some((one) => meets(key, one)))
  expect(missing).toEqual([])
})

test.each(spaces)('LOCALE-5 every text of %s is asked for', (space) => {
  const users = spaces.filter((one) => spoken[one].includes(space)).map((one) => rooms[one])
  const wanted = users.flatMap((one) => [...one.asked, ...one.mentioned])
  const patterns = wanted.filter((one) => one.includes('*'))
  const plain = new Set(wanted)
  const unused = [...keysOf(english(space))].filter(
    (key) => !plain.has(key) && !patterns.some((pattern) => meets(pattern, key)),
  )
  expect(unused).toEqual([])
})

test('LOCALE-5 keys are found however they are asked for', () => {
  const text = `t('a.b'); words.t(\`a.\${kind}.c\`, {}); t(yes ? 'd' : 'e'); const f = 'f.g'`
  const { asked: found, mentioned } = wordingOf(new Map([['a.ts', text]]))
  expect([...found]).toEqual(['a.b', 'a.*.c', 'd', 'e'])
  expect(mentioned.has('f.g')).toBe(true)
  expect(['a.x.c', 'a.c', 'a.x.d'].map((key) => meets('a.*.c', key))).toEqual([true, false, false])
})

test('LOCALE-6 no text of her app takes the place of one of the agency page', () => {
  const tops = (space: Space) => [...keysOf(english(space))].map((key) => key.split('.')[0])
  expect(tops('app').filter((top) => tops('recipient').includes(top))).toEqual([])
})

/** What a plain book shows besides contacts and appointments, and what a second code opens therefore. */
const everywhere =
  /^(exit|action|list|draft|trouble|setting|import|backup|code|strength|attachment|decoy|shred|opening|addendum|erase|trash)\./

/** Anybody who sees these screens has seen that they are locked. */
const locks = /^(kod|lås|göm|code|lock|قفل|سري|إخفاء)/

test('DECOY-721 no text of a plain book, but those of its entries, tells more than that it is locked', () => {
  const tell = [...bundles('app')].flatMap(([tag, texts]) =>
    [...texts]
      .filter(([key]) => everywhere.test(key))
      .flatMap(([key, text]) => telling(text).map((word) => ({ key: `${tag}: ${key}`, word })))
      .filter(({ word }) => !locks.test(word)),
  )
  expect(tell).toEqual([])
  expect(telling('hos en kvinnojour').some((word) => !locks.test(word))).toBe(true)
})

test.each(['sv', 'en'])('LOCALE-7 what she reads in %s is easy to read', (tag) => {
  const figures = spaces.map((space) => ({ space, ...ease(bundles(space).get(tag) ?? none) }))
  const hard = figures.filter(({ words, lix }) => words > 10 || lix > 40)
  expect(hard).toEqual([])
})
