import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as leaving from '../../src/disguise/leaving.ts'

/** A page that notes what happens to it, in order; its next frame comes when the test says so. */
const page = () => {
  const notes: string[] = []
  const frames: (() => void)[] = []
  const seen = { hidden: false, back: () => {} }
  const note = (what: string) => () => void notes.push(what)
  const here = leaving.stand({
    flip: (top) => void notes.push(`flip ${top}`),
    reach: (layer) => void notes.push(`reach ${layer}`),
    guard: note('guard'),
    afterPaint: (then) => void frames.push(then),
    isHidden: () => seen.hidden,
    empty: note('empty'),
    tellOthers: note('tell'),
    lock: async () => void notes.push('lock'),
    goOn: note('onward'),
    watchBack: (then) => {
      seen.back = then
      return note('unwatch')
    },
  })
  const frame = () => frames.splice(0).forEach((then) => then())
  const taken = () => notes.splice(0)
  return { here, seen, frame, taken }
}

const openPage = async () => {
  const all = page()
  await leaving.admit(all.here, async () => true)
  all.taken()
  return all
}

const cleanUp = ['empty', 'reach tool', 'tell', 'lock']

/** An errand that lasts until the test ends it. */
const errandOn = (here: leaving.Stand) => {
  const ends: (() => void)[] = []
  const done = leaving.errand(here, () => new Promise<void>((resolve) => ends.push(resolve)))
  return async () => {
    ends.forEach((end) => end())
    await done
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('EXIT-1 the flip and the guard come first and the rest after the frame', async () => {
  const { here, frame, taken } = await openPage()
  leaving.conceal(here)
  expect(taken()).toEqual(['flip tool', 'guard', 'unwatch'])
  frame()
  expect(taken()).toEqual(cleanUp)
})

test('EXIT-1 a second exit in the same frame adds nothing', async () => {
  const { here, frame, taken } = await openPage()
  leaving.conceal(here)
  leaving.conceal(here)
  frame()
  expect(taken()).toEqual(['flip tool', 'guard', 'unwatch', ...cleanUp])
})

test("EXIT-1 the system's Back leaves like the button", async () => {
  const { seen, frame, taken } = await openPage()
  seen.back()
  frame()
  expect(taken()).toEqual(['flip tool', 'guard', 'unwatch', ...cleanUp])
})

test('EXIT-2 every listener runs once, before the room is emptied, even when one fails', async () => {
  const { here, frame, taken } = await openPage()
  const last = vi.fn<() => void>(() => expect(taken()).not.toContain('empty'))
  here.listeners.add(() => {
    throw new Error('one that fails')
  })
  here.listeners.add(last)
  leaving.conceal(here)
  expect(last).not.toHaveBeenCalled()
  frame()
  leaving.conceal(here)
  frame()
  expect(last).toHaveBeenCalledTimes(1)
})

test('EXIT-3 a hidden page cleans up at once', async () => {
  const { here, seen, taken } = await openPage()
  seen.hidden = true
  leaving.away(here)
  expect(taken()).toEqual(['flip tool', 'guard', 'unwatch', ...cleanUp])
})

test('EXIT-3 a page that hides before its next frame cleans up once', async () => {
  const { here, frame, taken } = await openPage()
  leaving.away(here)
  leaving.conceal(here, { atOnce: true })
  expect(taken().slice(3)).toEqual(cleanUp)
  frame()
  expect(taken()).toEqual([])
})

test('EXIT-4 leaving during a trial locks, and its late success shows nothing', async () => {
  const { here, taken } = page()
  const ends: ((drawn: boolean) => void)[] = []
  const opened = leaving.admit(here, () => new Promise((resolve) => ends.push(resolve)))
  leaving.away(here)
  expect(taken()).toContain('lock')
  ends.forEach((end) => end(true))
  expect(await opened).toBe(false)
  expect(taken()).toEqual(['empty', 'reach tool', 'lock'])
  expect(here.state).toBe('shut')
})

test('EXIT-4 the late end of an earlier trial does not touch a later one', async () => {
  const { here, taken } = page()
  const ends: ((drawn: boolean) => void)[] = []
  const first = leaving.admit(here, () => new Promise((resolve) => ends.push(resolve)))
  leaving.away(here)
  expect(await leaving.admit(here, async () => true)).toBe(true)
  taken()
  ends.forEach((end) => end(true))
  expect(await first).toBe(false)
  expect([here.state, taken()]).toEqual(['open', []])
})

test('EXIT-4 a page that is hidden when the room is ready does not open', async () => {
  const { here, seen, taken } = page()
  seen.hidden = true
  await leaving.admit(here, async () => true)
  expect(here.state).toBe('shut')
  expect(taken()).toContain('lock')
})

test('EXIT-5 an errand covers and uncovers, and the room stays', async () => {
  const { here, taken } = await openPage()
  const end = errandOn(here)
  leaving.away(here)
  leaving.away(here)
  leaving.back(here)
  expect(taken()).toEqual(['flip tool', 'flip room'])
  await end()
  leaving.away(here)
  expect(taken()).toEqual(['flip tool', 'guard', 'unwatch'])
})

test('EXIT-5 an errand that ends before she is back still uncovers', async () => {
  const { here, taken } = await openPage()
  const end = errandOn(here)
  leaving.away(here)
  await end()
  leaving.back(here)
  expect(taken()).toEqual(['flip tool', 'flip room'])
  leaving.away(here)
  expect(here.state).toBe('shut')
})

test('EXIT-5 an errand gives its value and its failure', async () => {
  const { here } = await openPage()
  expect(await leaving.errand(here, async () => 7)).toBe(7)
  await expect(leaving.errand(here, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  leaving.away(here)
  expect(here.state).toBe('shut')
})

test('EXIT-6 two minutes away are an exit', async () => {
  const { here, taken, frame } = await openPage()
  errandOn(here)
  leaving.away(here)
  await vi.advanceTimersByTimeAsync(leaving.longestErrand - 1)
  expect(here.state).toBe('covered')
  await vi.advanceTimersByTimeAsync(1)
  frame()
  expect(here.state).toBe('shut')
  expect(taken()).toContain('lock')
  leaving.back(here)
  expect(here.state).toBe('shut')
})

test('EXIT-500 a machine that slept while she was away for an errand shows the disguise to whoever wakes it', async () => {
  for (const slept of [leaving.longestErrand, 3 * 3_600_000]) {
    const { here, taken, frame } = await openPage()
    errandOn(here)
    leaving.away(here)
    taken()
    // The time of day goes on, and no timer does.
    vi.setSystemTime(Date.now() + slept)
    leaving.back(here)
    frame()
    expect(here.state).toBe('shut')
    const seen = taken()
    expect(seen).not.toContain('flip room')
    expect(seen).toContain('lock')
  }
})

test('EXIT-6 an errand that never ends is forgotten when she is back, without an exit', async () => {
  const { here } = await openPage()
  errandOn(here)
  await vi.advanceTimersByTimeAsync(leaving.longestErrand)
  expect(here.state).toBe('open')
  leaving.away(here)
  expect(here.state).toBe('shut')
})

test('EXIT-6 any other way of leaving ends the errand', async () => {
  const { here, frame } = await openPage()
  errandOn(here)
  leaving.away(here)
  leaving.conceal(here)
  frame()
  leaving.back(here)
  expect([here.state, here.errand]).toEqual(['shut', null])
})

test('EXIT-11 what another tab told is not told again', async () => {
  const { here, frame, taken } = await openPage()
  leaving.conceal(here, { quietly: true })
  frame()
  expect(taken()).toEqual(['flip tool', 'guard', 'unwatch', 'empty', 'reach tool', 'lock'])
})

test('EXIT-12 a room that fails to be drawn is cleared away unseen', async () => {
  const { here, taken } = page()
  expect(await leaving.admit(here, () => Promise.reject(new Error('broken')))).toBe(false)
  expect([here.state, taken()]).toEqual(['shut', ['empty', 'reach tool', 'lock']])
})

test('EXIT-14 the chosen page follows her own exit, after the lock, and no other exit', async () => {
  for (const [how, follows] of [
    [{ onward: true }, true],
    [{}, false],
    [{ quietly: true }, false],
  ] as const) {
    const { here, frame, taken } = await openPage()
    leaving.conceal(here, how)
    frame()
    expect(taken()).not.toContain('onward')
    await vi.advanceTimersByTimeAsync(0)
    expect(taken()).toEqual(follows ? ['onward'] : [])
  }
})
