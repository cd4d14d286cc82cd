import { expect, test } from 'vitest'
import { lastOpening } from '../../src/app/screens/share/lastOpening.ts'
import { noon } from '../relay/given.ts'

const made = (seconds: number): string => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`

test('SHARING-500 when it was opened last is told as a span, which never begins before the link was made', () => {
  expect(lastOpening(noon, made(noon - 7_200))).toEqual({
    from: made(noon),
    to: made(noon + 3_600),
  })
  expect(lastOpening(noon, made(noon + 2_880))).toEqual({
    from: made(noon + 2_880),
    to: made(noon + 3_600),
  })
  // A phone whose clock is ahead.
  expect(lastOpening(noon, made(noon + 90_000))).toEqual({
    from: made(noon + 3_600),
    to: made(noon + 3_600),
  })
})
