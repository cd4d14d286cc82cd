import { expect, test } from 'vitest'
import { hoursIn } from '../../src/app/screens/contact/hours.ts'
import { speak } from '../../src/i18n/words.ts'
import { read } from '../rules/tree.ts'

const wordsIn = (tag: string) => speak(tag, JSON.parse(read(`locales/app/${tag}.json`)))
const plain = (text: string): string => text.replace(/[\u2066\u2069]/g, '')

const shipped: readonly string[] = ['se', 'se-1488']
  .flatMap((name): readonly { readonly hours?: string }[] => {
    const pack: { readonly services: readonly { readonly hours?: string }[] } = JSON.parse(
      read(`public/data/${name}.json`),
    )
    return pack.services
  })
  .flatMap(({ hours }) => (hours ? [hours] : []))

test('OPEN-202 hours of the directory are said in her language, and none stays English', () => {
  expect(shipped.length).toBeGreaterThan(10)
  for (const tag of ['sv', 'ar'])
    for (const hours of shipped)
      expect(hoursIn(hours, wordsIn(tag))).not.toMatch(/mon|fri|daily|week|local|typ/i)
  expect(plain(hoursIn('mon-fri 08:00-16:30', wordsIn('sv')))).toBe('måndag–fredag 08:00–16:30')
  expect(plain(hoursIn('daily 07:00-21:00', wordsIn('sv')))).toBe('Varje dag 07:00–21:00')
  expect(hoursIn('00:00-24:00', wordsIn('ar'))).toBe('على مدار الساعة')
  expect(plain(hoursIn('mon-thu 8-12, 13-16; fri 8-12', wordsIn('en')))).toBe(
    'Monday–Thursday 08:00–12:00, 13:00–16:00; Friday 08:00–12:00',
  )
})

test('OPEN-202 what she wrote herself stays as she wrote it', () => {
  for (const hours of ['mån–fre 8–16.30', 'ring först', '', 'Monday, but not always'])
    expect(hoursIn(hours, wordsIn('sv'))).toBe(hours)
})
