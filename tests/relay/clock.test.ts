import { expect, test } from 'vitest'
import { watchClock } from '../../src/relay/clock.ts'
import { createLog } from '../../src/relay/log.ts'
import type { Store } from '../../src/relay/store.ts'
import { startSweep } from '../../src/relay/sweep.ts'
import { askOf, day, newSecrets, noon, shareOf } from './given.ts'
import { storeHere } from './here.ts'

const here = storeHere()

/** The store, and how many sweeps were asked of it. */
const counted = (of: Store): { readonly counting: Store; readonly swept: () => number } => {
  let swept = 0
  const sweep: Store['sweep'] = (now) => {
    swept += 1
    return of.sweep(now)
  }
  return { counting: { ...of, sweep }, swept: () => swept }
}

test('RELAY-240 a clock that jumps ahead is not believed until it is back', () => {
  const wall = { now: noon }
  const count = { now: 0 }
  const pass = (seconds: number): void => {
    wall.now += seconds
    count.now += seconds * 1000
  }
  const clock = watchClock(
    () => wall.now,
    () => count.now,
  )
  pass(day)
  expect(clock.isSteady()).toBe(true)
  wall.now += 30 * day
  pass(60)
  expect(clock.isSteady()).toBe(false)
  pass(day)
  expect(clock.isSteady()).toBe(false)
  wall.now -= 30 * day
  expect(clock.isSteady()).toBe(true)
  // As a time server sets it: in small steps, or back.
  for (let at = 0; at < 10; at++) {
    wall.now += 200
    pass(60)
    expect(clock.isSteady()).toBe(true)
  }
  wall.now -= 3 * day
  expect(clock.isSteady()).toBe(true)
  wall.now += 3 * day
  expect(clock.isSteady()).toBe(false)
})

test('RELAY-240 no sweep erases anything while the clock has jumped, and the log says so', async () => {
  const secrets = newSecrets()
  await here.store.create(shareOf(secrets))
  const wall = { now: noon }
  const lines: string[] = []
  const log = createLog(
    (line) => lines.push(line),
    () => wall.now,
  )
  const { counting, swept } = counted(here.store)
  const { stop } = startSweep(counting, 0.02, { now: () => wall.now, log })
  await expect.poll(swept).toBeGreaterThan(1)
  wall.now += 20 * day
  const said = (): boolean => {
    log.flush()
    return lines.some((line) => / clock \d+\n$/.test(line))
  }
  await expect.poll(said).toBe(true)
  expect(await here.store.open(askOf(secrets), noon)).not.toBeNull()
  wall.now -= 20 * day
  const before = swept()
  await expect.poll(swept).toBeGreaterThan(before)
  await stop()
  expect(await here.store.open(askOf(secrets), noon)).not.toBeNull()
})

test('RELAY-443 a clock that is set right soon after the start has ended nothing', async () => {
  const secrets = newSecrets()
  await here.store.create(shareOf(secrets))
  const wall = { now: noon + 20 * day }
  const { counting, swept } = counted(here.store)
  const log = createLog(
    () => {},
    () => wall.now,
  )
  const { stop } = startSweep(counting, 0.02, { now: () => wall.now, log })
  wall.now = noon
  await expect.poll(swept).toBeGreaterThan(1)
  await stop()
  expect(await here.store.open(askOf(secrets), noon)).not.toBeNull()
})

test('RELAY-443 a clock that is ahead of the store’s own ends nothing, and the log says so', async () => {
  const secrets = newSecrets()
  await here.store.create(shareOf(secrets))
  const theirs = { now: noon }
  const lines: string[] = []
  const now = (): number => noon + 20 * day
  const log = createLog((line) => lines.push(line), now)
  const other: Store = { ...here.store, clock: async () => theirs.now }
  const { stop } = startSweep(other, 0.02, { now, log })
  const said = (word: RegExp) => (): boolean => {
    log.flush()
    return lines.some((line) => word.test(line))
  }
  await expect.poll(said(/ clock \d+\n$/)).toBe(true)
  expect(await here.store.open(askOf(secrets), noon)).not.toBeNull()
  theirs.now = now() - 60
  await expect.poll(said(/ ended 1\n$/)).toBe(true)
  await stop()
})
