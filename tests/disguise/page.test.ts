import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isKey } from '../../src/disguise/key.ts'
import { isScienceKey } from '../../src/disguise/science/science.ts'
import { isTimerKey } from '../../src/disguise/timer/timer.ts'
import { wordsFor } from '../../src/disguise/words.ts'
import { languages } from '../../src/i18n/languages.ts'
import { telling } from '../rules/telling.ts'

const bytes = (path: string): Buffer => readFileSync(new URL(`../../${path}`, import.meta.url))
const text = (path: string): string => bytes(path).toString('utf8')

const names = ['index.html', 'convert.html', 'timer.html'] as const
const pages = names.map((name) => [name, text(name)] as const)

const keysOn = (page: string): readonly string[] =>
  [...page.matchAll(/data-key="([^"]+)"/g)].map(([, key]) => key ?? '')

const main = (page: string): string => /<div id="keys"[^]*<\/main>/.exec(page)?.[0] ?? ''

test('CALC-12 every key stands on the page once, before any script has run', () => {
  const page = text('index.html')
  const plain = keysOn(main(page))
  expect(plain.every(isKey)).toBe(true)
  expect(plain.toSorted().join('')).toBe('0123456789.+-*/%=CBN'.split('').toSorted().join(''))
  expect(page).toMatch(/id="value">0</)
  const more = keysOn(page).filter((key) => !isKey(key))
  expect(new Set(more).size).toBe(more.length)
  const others = ['MC', 'MR', 'M+', 'M-', 'tape', 'copy', 'deg']
  expect(more.filter((key) => !isScienceKey(key) && !others.includes(key))).toEqual(['(', ')'])
})

test('TOOL-1 a keypad of digits and plus has each of their keys once', () => {
  for (const [name, page] of pages.slice(1)) {
    const keys = keysOn(main(page)).filter((key) => /^[\d+BC=]$/.test(key))
    expect([name, keys.filter(isTimerKey).toSorted().join('')]).toEqual([
      name,
      '0123456789+BC='.split('').toSorted().join(''),
    ])
  }
})

type Manifest = {
  readonly id: string
  readonly name: string
  readonly short_name: string
  readonly start_url: string
  readonly name_localized: Readonly<Record<string, unknown>>
  readonly short_name_localized: Readonly<Record<string, unknown>>
  readonly icons: readonly { readonly src: string; readonly purpose?: string }[]
}

const manifestOf = (page: string): Manifest => {
  const path = /<link rel="manifest" href="\/([^"]+)"/.exec(page)?.[1] ?? ''
  return JSON.parse(text(`public/${path}`))
}

const hash = (path: string): string =>
  createHash('sha256')
    .update(bytes(`public${path}`))
    .digest('hex')
    .slice(0, 16)

const identity = (page: string) => {
  const { icons, ...manifest } = manifestOf(page)
  const apple = /<link rel="apple-touch-icon" href="([^"]+)"/.exec(page)?.[1] ?? ''
  const files = [...icons.map(({ src }) => src), apple]
  return { manifest, icons: Object.fromEntries(files.map((file) => [file, hash(file)])) }
}

test('TOOL-2 nothing that a phone took over at install has changed since', () => {
  const now = Object.fromEntries(pages.map(([name, page]) => [name, identity(page)]))
  expect(now).toEqual(JSON.parse(text('tests/disguise/identity.json')))
})

test('TOOL-3 each has an identity and icons of its own, one of them without corners', () => {
  const manifests = pages.map(([, page]) => manifestOf(page))
  for (const field of ['id', 'name', 'start_url'] as const) {
    expect(new Set(manifests.map((manifest) => manifest[field])).size).toBe(pages.length)
  }
  const icons = pages.flatMap(([, page]) => Object.values(identity(page).icons))
  expect(new Set(icons).size).toBe(icons.length)
  for (const { icons: own } of manifests) {
    expect(own.filter(({ purpose }) => purpose === 'maskable')).toHaveLength(1)
  }
})

test.each(pages)('TOOL-3 %s has one neutral title, the same as the installed name', (_, page) => {
  const { name, short_name: short } = manifestOf(page)
  expect(page.match(/<title>.*<\/title>/g)).toEqual([`<title>${name}</title>`])
  expect(short).toBe(name)
  expect(page).toContain(`<meta name="apple-mobile-web-app-title" content="${name}" />`)
})

test.each(pages)(
  'TOOL-400 %s has a name in each language, and nothing in them tells',
  (_, page) => {
    const { name_localized: names, short_name_localized: short } = manifestOf(page)
    const others = languages.map(({ tag }) => tag).filter((tag) => tag !== 'en')
    expect(Object.keys(names).toSorted()).toEqual(others.toSorted())
    expect(short).toEqual(names)
    expect(names['ar']).toEqual({
      value: expect.stringMatching(/^\p{Script=Arabic}+$/u),
      dir: 'rtl',
    })
    expect(names['sv']).toMatch(/^\p{Lu}\p{Ll}+$/u)
    expect(telling(JSON.stringify(names))).toEqual([])
  },
)

test.each(pages)('CALC-12 no form control of %s holds what is typed', (_, page) => {
  // A list to choose a unit from is no place for what is typed.
  expect(page).not.toMatch(/<(input|textarea|form)\b/)
  expect(page).not.toMatch(/<select\b(?![^>]*autocomplete="off")/)
  expect(page).not.toMatch(/\s(style|on\w+)=/)
  expect(page).not.toMatch(/<style\b|<script(?![^>]*\ssrc=)/)
})

test('TOOL-4 around their tools all pages are one', () => {
  const around = (page: string): string =>
    page
      .replace(/<main[^]*<\/main>/, '')
      .replace(/<title>.*<\/title>|content="#\w+"|content="(Calculator|Units|Timer)"/g, '')
      .replace(/<(link|script)\b[^>]*>/g, '')
      .replace(/\s+/g, ' ')
  const [first = '', ...others] = pages.map(([, page]) => around(page))
  expect(first).toContain('<div id="room" inert></div>')
  for (const other of others) expect(other).toBe(first)
})

test('CALC-11 the first wish that there are words for wins', async () => {
  const tagFor = async (...wishes: readonly string[]) => (await wordsFor(wishes))[0]
  expect(await tagFor('so', 'sv-SE', 'en')).toBe('sv')
  expect(await tagFor('AR-sy')).toBe('ar')
  expect(await tagFor('so', 'xx')).toBe('en')
  expect(await tagFor()).toBe('en')
})
