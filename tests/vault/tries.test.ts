import { expect, test } from 'vitest'
import { waitAt } from '../../src/vault/tries.ts'
import { keeperOver, type Keeper } from './desk.ts'
import { withVaults } from './vaults.ts'

const minute = 60_000
const [real, decoy] = ['1+1', '2+2']

const times = async (keeper: Keeper): Promise<readonly number[]> => {
  const answer = await keeper.ask({ ask: 'tries' })
  if (!('times' in answer)) throw new Error('no times')
  return answer.times
}

const wrong = async (keeper: Keeper, count: number): Promise<void> => {
  for (let n = 0; n < count; n++) {
    expect(await keeper.opens(`9+${n}`)).toBe(false)
    keeper.clock.now += 1_000
  }
}

test('VAULT-26 tries that did not open this vault are told once, with their minutes', async () => {
  const keeper = await withVaults([decoy, real])
  expect(await times(keeper)).toEqual([])
  const start = Math.floor(keeper.clock.now / minute)
  await wrong(keeper, 1)
  keeper.clock.now += 5 * minute
  await keeper.opens(decoy)
  await keeper.opens(real)
  expect(await times(keeper)).toEqual([start, start + 5])
  expect(await times(keeper)).toEqual([])
  await keeper.ask({ ask: 'lock' })
  await keeper.opens(real)
  expect(await times(keeper)).toEqual([])
})

test('VAULT-26 what was not asked for is told at the next opening, and the last 63 at most', async () => {
  const keeper = await withVaults([decoy, real])
  await wrong(keeper, 2)
  await keeper.opens(real)
  await keeper.ask({ ask: 'lock' })
  await keeper.opens(real)
  expect((await times(keeper)).length).toBe(3)
  await wrong(keeper, 70)
  await keeper.opens(real)
  expect((await times(keeper)).length).toBe(63)
})

test('VAULT-26 a right try is written down like a wrong one: nobody sees that one opened', async () => {
  const written = async (code: string): Promise<{ at: number; length: number }[]> => {
    const keeper = await withVaults([real])
    await keeper.ask({ ask: 'lock' })
    keeper.disk.writes()
    await keeper.opens(code)
    return keeper.disk.writes().map(({ at, bytes }) => ({ at, length: bytes.length }))
  }
  expect(await written(real)).toEqual(await written('9+9'))
  expect((await written('9+9')).length).toBe(1)
})

test('VAULT-27 the first forty tries in an hour wait for nothing; then from 1 s to 60 s', () => {
  const now = 1_700_000_000_000
  const at = Math.floor(now / minute)
  const second = (now % minute) / 1_000
  const after = (count: number) => waitAt({ tries: Array<number>(count).fill(at), second }, now)
  expect([0, 1, 39].map(after)).toEqual([0, 0, 0])
  expect([40, 41, 42, 45, 46, 64].map(after)).toEqual([1_000, 2_000, 4_000, 32_000, 60_000, 60_000])
  const tries = Array<number>(64).fill(at)
  expect(waitAt({ tries, second }, now + 45_000)).toBe(15_000)
  expect(waitAt({ tries, second }, now + 61_000)).toBe(0)
  expect(waitAt({ tries, second }, now + 61 * minute)).toBe(0)
})

test('VAULT-27 the wait outlives the worker, and ends by itself: nothing is ever destroyed', async () => {
  const keeper = await withVaults([real])
  await keeper.ask({ ask: 'lock' })
  await wrong(keeper, 60)
  expect(keeper.clock.waited.filter((ms) => ms > 0).length).toBeGreaterThan(10)
  const later = keeperOver(keeper.disk.image())
  later.clock.now = keeper.clock.now
  expect(await later.opens(real)).toBe(true)
  expect(later.clock.waited.at(-1)).toBeGreaterThan(50_000)
  const nextDay = keeperOver(keeper.disk.image())
  nextDay.clock.now = keeper.clock.now + 3_600_000
  expect(await nextDay.opens(real)).toBe(true)
  expect(nextDay.clock.waited).toEqual([0])
})

test('VAULT-720 tries of days that a clock which was set back has not reached make nobody wait', () => {
  const now = Date.UTC(2026, 10, 26, 9)
  const at = now / 60_000
  const day = 1_440
  const wait = (ahead: readonly number[], since: readonly number[]): number =>
    waitAt({ tries: [...ahead, ...since], second: 0 }, now)
  const ahead = Array.from({ length: 64 }, (_, n) => at + day * (1 + n))
  expect(wait(ahead, [])).toBe(0)
  expect(wait(ahead.slice(1), [at])).toBe(0)
  // Guessing waits as ever, also from a try whose own wait ends in the next minute.
  expect(wait(ahead.slice(40), Array<number>(40).fill(at))).toBe(1_000)
  expect(wait([], Array<number>(46).fill(at + 1))).toBe(60_000)
})
