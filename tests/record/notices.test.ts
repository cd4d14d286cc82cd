import { expect, test } from 'vitest'
import { notices, noticesFor } from '../../src/record/notices.ts'
import { recipientTypes } from '../../src/record/recipients.ts'
import { wordsOf } from '../journeys/words.ts'
import { tags, wordsIn } from '../recipient/words.ts'

test.each(recipientTypes)('NOTICE-1 she is told something about: %s', (type) => {
  const ids = noticesFor(type).map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  if (type !== 'other') expect(ids.length).toBeGreaterThan(0)
  expect(ids.at(-1)).toBe('stop')
})

test('NOTICE-1 each notice says where it is from, when, and that no lawyer has looked yet', () => {
  for (const { id, source, date, lawyer, types, country } of notices) {
    if (source === null) expect(['free', 'stop']).toContain(id)
    else expect(source.length).toBeGreaterThan(10)
    expect(date).toMatch(/^20\d\d-[01]\d-[0-3]\d$/)
    expect(lawyer).toBe('no')
    expect(types.length).toBeGreaterThan(0)
    expect(country).toBe('se')
  }
})

test.each(tags)('NOTICE-2 every notice has its words, without a section of law, in %s', (tag) => {
  const { t } = wordsIn(tag)
  const hers = wordsOf('app', tag)
  for (const { id, theirs } of notices) {
    const key = `paper.notice.${id}.theirs`
    expect(t(key) !== key).toBe(theirs)
    for (const text of [hers(`share.notice.${id}`), t(key)]) expect(text).not.toMatch(/§|\d|kap\./)
  }
})
