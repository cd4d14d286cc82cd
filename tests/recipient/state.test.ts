import { expect, test } from 'vitest'
import type { Why } from '../../src/share/client.ts'
import { newSecret, parseLink } from '../../src/share/link.ts'
import { left } from '../../src/recipient/left.ts'
import { answered, begin, press, type Closed } from '../../src/recipient/state.ts'
import { example } from '../share/example.ts'

const closed = async (passcode: boolean): Promise<Closed> => {
  const secret = await newSecret(passcode)
  const state = begin(`#${secret}`, await parseLink(secret))
  if (state.at !== 'closed') throw new Error(state.at)
  return state
}

const refused = (why: Why) => ({ ok: false, why }) as const

test('RECIPIENT-5 a page without a link, and one with a damaged link, say so', async () => {
  const empty = { at: 'empty', busy: false, problem: null, count: 0 }
  expect(begin('', null)).toEqual(empty)
  expect(begin('#', null)).toEqual(empty)
  expect(begin('#1damaged', null)).toEqual({ at: 'damaged' })
  expect(await closed(false)).toMatchObject({ busy: false, problem: null })
})

test('RECIPIENT-6 without a code that is needed nothing is asked of the relay', async () => {
  const state = await closed(true)
  for (const typed of ['', '  ', '–']) {
    expect(press(state, typed)).toMatchObject({ busy: false, problem: 'typed' })
  }
  expect(press(state, '١')).toMatchObject({ busy: true, problem: null })
  expect(press(await closed(false), '')).toMatchObject({ busy: true })
})

test('RECIPIENT-7 a wrong code can be tried again; without a code, gone is gone', async () => {
  const coded = press(await closed(true), '1')
  expect(answered(coded, refused('gone'), 1, 0)).toMatchObject({ busy: false, problem: 'code' })
  expect(answered(await closed(false), refused('gone'), 1, 0)).toEqual({ at: 'gone' })
})

test('RECIPIENT-7 what may pass is tried again with the link still at hand', async () => {
  for (const why of ['offline', 'slow', 'full', 'refused'] as const) {
    const state = press(await closed(false), '')
    const next = answered(state, refused(why), 1, 0)
    expect(next).toEqual({ ...state, busy: false, problem: why })
  }
  for (const why of ['damaged', 'older'] as const) {
    expect(answered(await closed(false), refused(why), 1, 0)).toEqual({ at: why })
  }
})

test('RECIPIENT-7 what was opened stands with its end and its hour', async () => {
  const result = { ok: true, summary: example, until: 20, counter: 1 } as const
  const before = await closed(false)
  const next = answered(before, result, 1, 10)
  const { link } = before
  expect(next).toEqual({ at: 'open', link, summary: example, until: 20, opened: 10 })
})

test('RECIPIENT-8 the time that is left is never said to be more than it is', () => {
  const day = 86_400
  expect(left(10, 10)).toBeNull()
  expect(left(40, 10)).toEqual({ unit: 'minutes', count: 1 })
  expect(left(7_199, 0)).toEqual({ unit: 'minutes', count: 119 })
  expect(left(7_200, 0)).toEqual({ unit: 'hours', count: 2 })
  expect(left(2 * day - 1, 0)).toEqual({ unit: 'hours', count: 47 })
  expect(left(2 * day, 0)).toEqual({ unit: 'days', count: 2 })
  expect(left(7 * day - 1, 0)).toEqual({ unit: 'days', count: 6 })
})

test('RECIPIENT-24 an older version than this browser has shown is not shown again', async () => {
  const state = press(await closed(false), '')
  const given = (counter: number) => ({ ok: true, summary: example, until: 20, counter }) as const
  expect(answered(state, given(2), 3, 10)).toEqual({ at: 'stale' })
  for (const counter of [3, 4]) {
    expect(answered(state, given(counter), 3, 10)).toMatchObject({ at: 'open' })
  }
})

test('RECIPIENT-25 what has ended is not shown, whatever the relay gives out', async () => {
  const state = press(await closed(false), '')
  const given = { ok: true, summary: example, until: 10_000, counter: 1 } as const
  expect(answered(state, given, 1, 10_000 + 3_600)).toMatchObject({ at: 'open' })
  expect(answered(state, given, 1, 10_000 + 3_601)).toEqual({ at: 'gone' })
})
