import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isKey } from '../../src/disguise/key.ts'
import { wordsFor } from '../../src/disguise/words.ts'

const page = readFileSync(new URL('../../index.html', import.meta.url), 'utf8')
const keysOn = [...page.matchAll(/data-key="([^"]+)"/g)].map(([, key]) => key ?? '')

test('CALC-12 every key stands on the page once, before any script has run', () => {
  expect(keysOn.every(isKey)).toBe(true)
  expect(keysOn.toSorted().join('')).toBe('0123456789.+-*/%=CBN'.split('').toSorted().join(''))
  expect(page).toMatch(/id="value">0</)
})

test('CALC-12 one neutral title, the same as the installed name', () => {
  const manifest = readFileSync(
    new URL('../../public/manifest.webmanifest', import.meta.url),
    'utf8',
  )
  expect(page.match(/<title>.*<\/title>/g)).toEqual(['<title>Calculator</title>'])
  expect(JSON.parse(manifest)).toMatchObject({ name: 'Calculator', short_name: 'Calculator' })
})

test('CALC-12 no form control holds what is typed, and nothing is inline', () => {
  expect(page).not.toMatch(/<(input|textarea|select|form)\b/)
  expect(page).not.toMatch(/\s(style|on\w+)=/)
  expect(page).not.toMatch(/<style\b|<script(?![^>]*\ssrc=)/)
})

test('CALC-11 the first wish that there are words for wins', async () => {
  const tagFor = async (...wishes: readonly string[]) => (await wordsFor(wishes))[0]
  expect(await tagFor('so', 'sv-SE', 'en')).toBe('sv')
  expect(await tagFor('AR-sy')).toBe('ar')
  expect(await tagFor('so', 'xx')).toBe('en')
  expect(await tagFor()).toBe('en')
})
