import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createIdle } from '../../src/disguise/idle.ts'
import { createGuard } from '../../src/disguise/stage.ts'
import { listenTo } from '../../src/disguise/touch.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const at = (target: EventTarget, type: string, rest: object = {}): boolean => {
  const event = new Event(type, { cancelable: true })
  for (const [name, value] of Object.entries(rest)) Object.defineProperty(event, name, { value })
  return target.dispatchEvent(event)
}

test('EXIT-9 taps are swallowed for 600 ms, and no longer', () => {
  const target = new EventTarget()
  const guard = createGuard(target)
  const heard = vi.fn<() => void>()
  target.addEventListener('click', heard)
  at(target, 'click')
  expect(heard).toHaveBeenCalledTimes(1)
  const now = performance.now()
  guard()
  expect(at(target, 'click', { timeStamp: now + 590 })).toBe(false)
  expect(heard).toHaveBeenCalledTimes(1)
  at(target, 'click', { timeStamp: now + 650 })
  expect(heard).toHaveBeenCalledTimes(2)
})

test('EXIT-9 a press that was swallowed takes its late click with it', () => {
  const target = new EventTarget()
  const guard = createGuard(target)
  const heard = vi.fn<() => void>()
  target.addEventListener('click', heard)
  const now = performance.now()
  guard()
  at(target, 'pointerdown', { timeStamp: now + 580 })
  at(target, 'click', { timeStamp: now + 700 })
  expect(heard).not.toHaveBeenCalled()
})

test('EXIT-10 five minutes without a touch leave, and each touch begins them anew', () => {
  const leave = vi.fn<() => void>()
  const { touch } = createIdle(leave)
  touch()
  vi.advanceTimersByTime(4 * 60_000)
  touch()
  vi.advanceTimersByTime(5 * 60_000 - 1)
  expect(leave).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(leave).toHaveBeenCalledTimes(1)
})

test('EXIT-10 the minutes can be chosen, and 0 is never', () => {
  const leave = vi.fn<() => void>()
  const { touch, setMinutes } = createIdle(leave)
  setMinutes(0)
  touch()
  vi.advanceTimersByTime(600 * 60_000)
  expect(leave).not.toHaveBeenCalled()
  setMinutes(1)
  vi.advanceTimersByTime(60_000)
  expect(leave).toHaveBeenCalledTimes(1)
})

test('EXIT-480 a machine that slept past the minutes leaves soon after it woke, or at the first touch', () => {
  // While it sleeps no timer goes on, only the time of day.
  const sleep = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000)
  const leave = vi.fn<() => void>()
  const { touch, begin } = createIdle(leave)
  begin()
  vi.advanceTimersByTime(60_000)
  sleep(3)
  touch()
  expect(leave).not.toHaveBeenCalled()
  sleep(6)
  vi.advanceTimersByTime(5_000)
  expect(leave).toHaveBeenCalledTimes(1)
  begin()
  sleep(600)
  touch()
  expect(leave).toHaveBeenCalledTimes(2)
  // What is opened after that has its own minutes, whatever was before.
  sleep(600)
  begin()
  touch()
  expect(leave).toHaveBeenCalledTimes(2)
})

/** As much of a button as the keypad looks at. */
class FakeButton extends EventTarget {
  readonly dataset: Readonly<Record<string, string>>
  constructor(key: string) {
    super()
    this.dataset = { key }
  }
  closest() {
    return this
  }
}

const keypad = () => {
  vi.stubGlobal('Element', FakeButton)
  const heard: string[] = []
  const pad = new EventTarget()
  listenTo(pad, (key) => heard.push(key))
  const on = (button: FakeButton, type: string, rest: object = {}) =>
    at(pad, type, { target: button, button: 0, detail: 1, ...rest })
  return { heard, on }
}

test('CALC-9 a tap counts once, when the finger comes down', () => {
  const { heard, on } = keypad()
  const seven = new FakeButton('7')
  on(seven, 'pointerdown')
  expect(heard).toEqual(['7'])
  on(seven, 'click')
  expect(heard).toEqual(['7'])
})

test('CALC-9 two thumbs at once are two keys', () => {
  const { heard, on } = keypad()
  const [seven, eight] = [new FakeButton('7'), new FakeButton('8')]
  on(seven, 'pointerdown')
  on(eight, 'pointerdown')
  expect(heard).toEqual(['7', '8'])
})

test('CALC-9 a click from a keyboard or a screen reader counts, too', () => {
  const { heard, on } = keypad()
  const seven = new FakeButton('7')
  on(seven, 'click', { detail: 0 })
  on(seven, 'click', { detail: 0 })
  on(seven, 'pointerdown', { button: 2 })
  expect(heard).toEqual(['7', '7'])
})
