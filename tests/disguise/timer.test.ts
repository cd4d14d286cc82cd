import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  blankTimer,
  blankWatch,
  countdown,
  elapsed,
  endsFrom,
  half,
  intervalsOf,
  isTimerKey,
  lap,
  precise,
  press,
  settled,
  standing,
  startOrStop,
  type Timer,
} from '../../src/disguise/timer/timer.ts'

const typed = (keys: string, now = 0, from: Timer = blankTimer): Timer =>
  keys
    .split('')
    .filter(isTimerKey)
    .reduce((timer, key) => press(timer, key, now), from)

const lines = readFileSync(new URL('timer.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')

/** What is shown so many seconds after "Start": the interval, from 1, and its time left. */
const after = (timer: Timer, seconds: number): string => {
  const { run, last } = settled(timer, seconds * 1000)
  const at = run && standing(last, elapsed(run, seconds * 1000))
  return at ? `${at.at + 1}/${countdown(at.left)}` : 'over'
}

describe('golden times', () => {
  test.each(lines.map((line) => line.split(' ')))(
    'TIMER-1 %s is at %s seconds: %s',
    (keys = '', seconds = '', shown = '') => {
      expect(after(typed(keys), Number(seconds))).toBe(shown)
    },
  )
})

test('TIMER-1 the last two digits are seconds, and a plus adds an interval', () => {
  expect(intervalsOf('500+130')).toEqual([300_000, 90_000])
  expect(intervalsOf('90')).toEqual([90_000])
  expect(intervalsOf('0+0')).toEqual([])
  expect(['', '5', '90', '1234', '123456'].map(half)).toEqual([
    '0:00',
    '0:05',
    '0:90',
    '12:34',
    '1234:56',
  ])
})

test('TIMER-2 it is right after any time away, and it stands while it is paused', () => {
  const running = typed('1000=')
  expect(after(running, 599.5)).toBe('1/0:01')
  expect(after(running, 86_400)).toBe('over')
  const paused = press(running, '=', 60_000)
  expect(after(paused, 4_000)).toBe('1/9:00')
  expect(after(press(paused, '=', 500_000), 501)).toBe('1/8:59')
})

test('TIMER-3 bells are due at the end of each interval that is still to end', () => {
  expect(endsFrom(typed('100+30='), 0)).toEqual([60_000, 90_000])
  expect(endsFrom(typed('100+30='), 70_000)).toEqual([20_000])
  expect(endsFrom(typed('100+30'), 0)).toEqual([])
  expect(endsFrom(press(typed('100='), '=', 10_000), 20_000)).toEqual([])
})

test('TIMER-4 a timer of no length does not start, nor does it stop one that runs', () => {
  expect(typed('0+0=')).toEqual(blankTimer)
  const running = typed('500=')
  expect(typed('0+0=', 1000, running)).toEqual(running)
})

test('TIMER-4 what is typed while it runs is for the next one, and only stopping waits for it', () => {
  const running = typed('500=')
  const both = typed('123', 1000, running)
  expect([both.run, both.typed]).toEqual([running.run, '123'])
  expect(typed('C', 1000, both)).toEqual(running)
  expect(typed('BBB', 1000, both)).toEqual(running)
  expect(typed('=', 60_000, running).run?.going).toBe(false)
  expect(typed('C', 0, running)).toEqual(blankTimer)
})

test('TIMER-4 clear takes the interval first and then everything', () => {
  expect(typed('500+130C').typed).toBe('500+')
  expect(typed('500+130CC')).toEqual(blankTimer)
  expect(typed('500+13B').typed).toBe('500+1')
})

test('TIMER-5 laps add up to the time, which goes on after a stop', () => {
  let watch = startOrStop(blankWatch, 1000)
  watch = lap(watch, 3500)
  watch = lap(watch, 4000)
  expect(watch.laps).toEqual([2500, 500])
  watch = startOrStop(watch, 5000)
  expect(lap(watch, 9000)).toEqual(watch)
  watch = startOrStop(watch, 10_000)
  expect(watch.run && elapsed(watch.run, 10_500)).toBe(4500)
  expect([precise(4567, ','), precise(3_725_900, '.')]).toEqual(['0:04,5', '1:02:05.9'])
})
