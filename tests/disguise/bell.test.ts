import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createBell } from '../../src/disguise/timer/bell.ts'

const second = 1000
const day = 86_400 * second

let starts: number[]
/** Seconds from which on this browser throws, as Firefox does. */
let most: number

const inTime = (at: number): void => {
  if (at > most) throw new RangeError('The start time must be non-negative.')
}

const value = () => ({
  value: 0,
  setValueAtTime: (_: number, at: number) => inTime(at),
  exponentialRampToValueAtTime: (_: number, at: number) => inTime(at),
})

/** As much of it as a bell is made of. */
class Sound {
  readonly currentTime = 1
  readonly destination = {}
  readonly close = (): Promise<void> => Promise.resolve()
  readonly createGain = () => ({ gain: value(), connect: () => ({}) })
  readonly createOscillator = () => ({
    frequency: value(),
    connect: (next: unknown) => next,
    start: (at: number) => starts.push(at),
    stop: inTime,
    disconnect: () => {},
  })
}

beforeEach(() => {
  starts = []
  most = 8_700_000
  vi.stubGlobal('window', { AudioContext: Sound })
  vi.stubGlobal('AudioContext', Sound)
})
afterEach(() => vi.unstubAllGlobals())

test('TIMER-401 what ends in months rings no bell, and what ends before it does', () => {
  createBell().plan([[10 * second, 120 * day]])
  expect(starts).toEqual([11])
})

test('TIMER-401 a browser that cannot give a sound gives none, and nothing is thrown', () => {
  most = 5
  const bell = createBell()
  expect(() => bell.plan([[10 * second]])).not.toThrow()
  most = 100
  bell.plan([[10 * second]])
  expect(starts.map(Math.round)).toEqual([11, 12, 12, 13])
})
