import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPutAway, lyingSince, type Lie } from '../../src/app/faceDown.ts'
import { beginning, leaveFrom } from '../../src/app/place.ts'
import { siteFrom, sites } from '../../src/app/sites.ts'
import { firstView, placeName, type Screen } from '../../src/app/view.ts'
import { emptyRecord, put } from '../../src/record/record.ts'
import { firstSetting } from '../../src/record/setting.ts'

const home: Screen = { at: 'home' }

const screens: readonly Screen[] = [
  { at: 'contacts' },
  {
    at: 'contacts',
    as: {
      by: 'need',
      sieve: ['none'],
      needs: ['legal'],
      levels: ['state'],
      types: [],
      query: 'åsa',
    },
  },
  { at: 'timeline', only: ['appointment'], whose: { contact: 'c1', child: 'k1' } },
  { at: 'timeline', only: [] },
  { at: 'directory', need: 'legal', as: { level: 'state', query: '' } },
  { at: 'directory' },
  { at: 'contact', id: 'c1' },
  { at: 'contactForm', id: null },
  { at: 'appointmentForm', id: 'a1', contact: 'c1' },
  { at: 'storyForm', id: null, topic: 'latest' },
  { at: 'service', id: 's1' },
  { at: 'shareForm' },
  { at: 'search' },
  { at: 'search', as: { query: 'åsa' } },
  { at: 'grants', as: { query: 'skola' } },
  { at: 'consent', id: 's1' },
  { at: 'merge', id: 'c1', other: 'c2' },
]

test.each(screens)('RETURN-1 she is back at $at', (screen) => {
  const path = [home, screen]
  const record = leaveFrom({ ...firstView, path }, 79.6)(emptyRecord)
  expect(beginning(record)).toEqual({ view: { ...firstView, path }, scroll: 80 })
})

test('RETURN-200 a list that is laid out otherwise is the same place', () => {
  const name = (screen: Screen): string => placeName({ path: [home, screen] })
  const as = { by: 'need', sieve: [], needs: [], levels: [], types: [], query: 'a' } as const
  expect(name({ at: 'contacts', as })).toBe(name({ at: 'contacts' }))
  expect(name({ at: 'timeline', only: ['incident'] })).toBe(name({ at: 'timeline', only: [] }))
  const whose = { contact: 'c1', child: '' }
  expect(name({ at: 'timeline', only: [], whose })).toBe(name({ at: 'timeline', only: [] }))
  expect(name({ at: 'search', as: { query: 'a' } })).toBe(name({ at: 'search' }))
  expect(name({ at: 'contact', id: 'a' })).not.toBe(name({ at: 'contact', id: 'b' }))
})

test('RETURN-2 who begins at home leaves no place behind', () => {
  const left = leaveFrom({ ...firstView, path: [home, { at: 'setting' }] }, 5)(emptyRecord)
  const chosen = put({ ...firstSetting, resume: false })(left)
  expect(beginning(chosen)).toEqual({ view: firstView, scroll: 0 })
  expect(leaveFrom(firstView, 0)(chosen).place.size).toBe(0)
})

const withPath = (path: string) => put({ kind: 'place', id: 'place', path, scroll: 0 })(emptyRecord)

test('RETURN-4 whatever stands there, she begins somewhere', () => {
  const unknown = JSON.stringify([home, { at: 'contact' }, { at: 'tomorrow' }])
  expect(beginning(withPath(unknown)).view).toEqual(firstView)
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (path) => {
      expect(beginning(withPath(path)).view.path.length).toBeGreaterThan(0)
    }),
  )
})

test('SITE-2 only a page of the list, and at first none', () => {
  expect(siteFrom(firstSetting.site)).toBe('')
  expect(siteFrom('https://elsewhere.example/')).toBe('')
  for (const site of sites)
    expect([siteFrom(site), new URL(site).protocol]).toEqual([site, 'https:'])
})

const leaves = (lies: readonly Lie[]): boolean => {
  let since: Lie | null = null
  return lies.some((lie) => {
    since = lyingSince(since, lie)
    return isPutAway(since, lie)
  })
}

/** A reading every 50 ms for a second. */
const second = (beta: (n: number) => number, gamma: (n: number) => number): readonly Lie[] =>
  Array.from({ length: 21 }, (_, n) => ({ beta: beta(n), gamma: gamma(n), time: n * 50 }))

test('FACE-1 a phone on its face on a table leaves, also where half a turn has two signs', () => {
  expect(
    leaves(
      second(
        () => 178,
        () => 1,
      ),
    ),
  ).toBe(true)
  expect(
    leaves(
      second(
        (n) => (n % 2 ? 179.8 : -179.8),
        () => 0,
      ),
    ),
  ).toBe(true)
})

test('FACE-1 one that is held, turned or on its back does not', () => {
  expect(
    leaves(
      second(
        (n) => 172 + (n % 3) * 2,
        () => 3,
      ),
    ),
  ).toBe(false)
  expect(
    leaves(
      second(
        (n) => 100 + n * 4,
        () => 0,
      ),
    ),
  ).toBe(false)
  expect(
    leaves(
      second(
        () => 0,
        () => 0,
      ),
    ),
  ).toBe(false)
  expect(
    leaves(
      second(
        () => 178,
        () => 1,
      ).slice(0, 12),
    ),
  ).toBe(false)
})
