import { expect, test } from 'vitest'
import { presetOf } from '../../src/record/presets.ts'
import {
  afterThis,
  firstFields,
  grantOf,
  inTurn,
  turnOf,
  type ShareFields,
} from '../../src/app/screens/share/fields.ts'
import { logText } from '../../src/app/screens/share/log.ts'
import { speak } from '../../src/i18n/words.ts'
import {
  emptyLog,
  fileAway,
  givenIn,
  isErased,
  listedIn,
  overIn,
  retellingsSpared,
  sharedWith,
} from '../../src/record/given.ts'
import { all, emptyRecord, put } from '../../src/record/record.ts'
import type { Part, Share } from '../../src/record/types.ts'
import app from '../../locales/app/sv.json' with { type: 'json' }
import { plainShare } from '../record/shares.ts'
import { wordsIn } from '../recipient/words.ts'
import { kept, story } from './line.ts'

const now = '2026-11-23T16:00:00Z'
const told: Part = { kind: 'story', id: story.id, fields: ['topic', 'text'] }

const share = (id: string, over: Partial<Share>, parts: readonly Part[] = [told]): Share =>
  plainShare({
    id,
    grant: { ...grantOf(firstFields, now), type: 'police', why: 'Anmälan', parts },
    passcode: '123456',
    made: now,
    ...over,
  })

const office: Part = { kind: 'contact', id: 'c', fields: ['organisation'] }
const record = all(
  put(share('a', {})),
  put(share('b', { made: '' })),
  put(share('c', { stopped: now, made: '2026-11-24T16:00:00Z' })),
  put(share('d', {}, [office])),
)(kept)

test('SHARING-14 an entry knows whom it was given to, also after a stop, and not what was never sent', () => {
  expect(sharedWith(record, told).map(({ id }) => id)).toEqual(['c', 'a'])
  expect(sharedWith(record, office).map(({ id }) => id)).toEqual(['d'])
  expect(sharedWith(record, { kind: 'contact', id: story.id })).toEqual([])
})

test('SHARING-15 a retelling is spared for each who was given her words to read', () => {
  expect(retellingsSpared(record)).toBe(2)
  expect(retellingsSpared(emptyRecord)).toBe(0)
})

test('SHARING-16 the log says who, why, what kind and until when, and no word of what was shared', () => {
  const text = logText(record, speak('sv', app), wordsIn('sv'))
  expect(text.match(/Polisen/g)).toHaveLength(3)
  for (const said of ['Anmälan', 'Med personens egna ord 1', 'Hela texten', 'Stoppad'])
    expect(text).toContain(said)
  expect(text).not.toContain(story.text)
  for (const secret of ['the-secret', 'the-owner', '123456']) expect(text).not.toContain(secret)
})

test('SHARING-18 what is taken off the list stays in the log, and nothing stays that could open it', () => {
  const ended = record.share.get('c')
  if (!ended) throw new Error('no share')
  const after = put(fileAway(ended, now))(record)
  expect(listedIn(after).map(({ id }) => id)).not.toContain('c')
  expect(givenIn(after)).toHaveLength(givenIn(record).length)
  expect(sharedWith(after, told).map(({ id }) => id)).toEqual(['c', 'a'])
  expect(retellingsSpared(after)).toBe(2)
  const text = JSON.stringify(after.share.get('c'))
  for (const secret of ['the-secret', 'the-owner', '123456']) expect(text).not.toContain(secret)
  expect(logText(after, speak('sv', app), wordsIn('sv'))).toContain('Stoppad')
})

test('SHARING-18 only emptying the log takes a grant out of it, and what is still open stays', () => {
  const after = emptyLog(overIn(record, now))(record)
  expect(givenIn(after).map(({ id }) => id)).toEqual(['a', 'd'])
  expect(after.share.has('b')).toBe(true)
  const later = '2031-01-01T00:00:00Z'
  expect(overIn(record, later).map(({ id }) => id)).toEqual(['c', 'a', 'd'])
  // The phone's clock alone takes nothing out that could still be open.
  expect(givenIn(emptyLog(overIn(record, later))(record)).map(({ id }) => id)).toEqual(['a', 'd'])
  const ended = put(share('d', { ended: now }, [office]))(record)
  expect(givenIn(emptyLog(overIn(ended, later))(ended)).map(({ id }) => id)).toEqual(['a'])
})

test('SHARING-608 a link is past bringing back when she stopped it, not when a relay says that it has ended', () => {
  expect(isErased(share('a', {}))).toBe(false)
  expect(isErased(share('a', { ended: now, stopping: now }))).toBe(false)
  expect(isErased(share('a', { stopped: now }))).toBe(true)
  expect(isErased(fileAway(share('a', {}), now))).toBe(true)
})

test('SHARING-17 several recipients come one after the other, each with their own least', () => {
  const begin = (type: Parameters<typeof presetOf>[1]) => presetOf(record, type)
  const first: ShareFields = {
    ...firstFields,
    ...inTurn(['police', 'bank', 'other'], begin),
    total: '3',
    why: 'Samma skäl',
  }
  expect([first.type, first.queue, turnOf(first)]).toEqual([
    'police',
    'bank other',
    { current: 1, total: 3 },
  ])
  const second: ShareFields = { ...first, ...afterThis(first, begin) }
  expect([second.type, second.why, second.step]).toEqual(['bank', 'Samma skäl', 'parts'])
  const third: ShareFields = { ...second, ...afterThis(second, begin) }
  expect([third.type, third.parts, turnOf(third)]).toEqual(['other', '', { current: 3, total: 3 }])
  expect(afterThis(third, begin)).toBeNull()
  expect(turnOf(firstFields)).toBeNull()
})
