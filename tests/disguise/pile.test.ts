import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  blankPile,
  endsIn,
  hasEnded,
  isDeaf,
  isGoing,
  pressOn,
  settledPile,
  without,
  type Pile,
} from '../../src/disguise/timer/pile.ts'
import { isTimerKey } from '../../src/disguise/timer/timer.ts'

const typed = (keys: string, now = 0, from: Pile = blankPile): Pile =>
  keys
    .split('')
    .filter(isTimerKey)
    .reduce((pile, key) => pressOn(pile, key, now), from)

const running = ({ top, beneath }: Pile): readonly string[] =>
  [top, ...beneath].flatMap(({ run, last }) => (run ? [last] : []))

test('KEY-401 a plus with nothing before it is no key, neither to the timer nor to a code', () => {
  expect(isDeaf(blankPile, '+')).toBe(true)
  expect(isDeaf(typed('5+'), '+')).toBe(true)
  expect(isDeaf(typed('5'), '+')).toBe(false)
  expect(isDeaf(typed('500='), '+')).toBe(true)
})

test('TIMER-6 another is begun over the one that runs, and clearing it brings that back', () => {
  const first = typed('500=')
  const both = typed('130=', 10_000, first)
  expect(running(both)).toEqual(['130', '500'])
  expect(endsIn(both, 10_000)).toEqual([[90_000], [290_000]])
  expect(typed('C', 20_000, both)).toEqual(first)
  expect(typed('7C', 20_000, both)).toEqual(both)
})

test('TIMER-6 each comes to its own end, and it is said of each', () => {
  const both = typed('10000=', 0, typed('130='))
  expect(hasEnded(both, settledPile(both, 89_000))).toBe(false)
  const one = settledPile(both, 91_000)
  expect(running(one)).toEqual(['10000'])
  expect(hasEnded(both, one)).toBe(true)
  const none = settledPile(one, 6_000_000)
  expect([isGoing(one), isGoing(none)]).toEqual([true, false])
  expect(hasEnded(one, none)).toBe(true)
})

test('TIMER-6 stopping stops the one that is seen, and no other', () => {
  const stopped = typed('=', 5_000, typed('130=', 0, typed('500=')))
  expect([stopped.top.run?.going, stopped.beneath[0]?.run?.going]).toEqual([false, true])
})

test('TIMER-6 a fifth is not heard, nor is it part of a code', () => {
  const four = typed('100=200=300=400=')
  expect(running(four)).toEqual(['400', '300', '200', '100'])
  expect(typed('500+', 0, four)).toEqual(four)
  expect([isDeaf(four, '5'), isDeaf(four, '='), isDeaf(four, 'C')]).toEqual([true, false, false])
})

test('TIMER-7 what the code began and a slip of it are gone, and the rest is as it was', () => {
  const before = typed('1500=')
  const opened = '4213+556+871'
  const slipped = typed('4213+556+817=', 1_000, before)
  const after = typed(`${opened}=`, 2_000, slipped)
  expect(running(after)).toHaveLength(3)
  expect(without(after, opened)).toEqual(before)
  expect(without(typed(`${opened}=`), opened)).toEqual(blankPile)
})

test('TIMER-7 a set-up takes back what is being typed and no timer', () => {
  expect(without(typed('0+0=0+0=0+', 0, typed('500=')), null)).toEqual(typed('500='))
})

test('TIMER-7 no keys, in any order, leave a trace of the code', () => {
  const key = fc.constantFrom(...'0123456789+BC='.split(''))
  const keys = fc.array(key, { maxLength: 60 }).map((all) => all.join(''))
  fc.assert(
    fc.property(keys, keys, (one, other) => {
      const opened = '9213+556+871+44'
      const pile = typed(`${one}=${opened}=${other}`)
      expect(JSON.stringify(without(pile, opened))).not.toContain(opened)
    }),
  )
})
