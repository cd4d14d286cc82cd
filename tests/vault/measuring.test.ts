import { expect, test } from 'vitest'
import { ready } from '../../src/crypto/sodium.ts'
import type { Cost } from '../../src/crypto/cost.ts'
import { findPreamble, type Preamble } from '../../src/vault/preamble.ts'
import { contents, item, keeperOver, type Keeper } from './desk.ts'
import { memoryDisk } from './memoryDisk.ts'

const code = '483+92*7-165'
const sizes = ({ memory }: Cost): number => memory / 1_024

type Speed = {
  /** Milliseconds for 64 MiB. */
  readonly pace: number
  /** GiB that the browser tells of. */
  readonly memory?: number
  /** MiB above which the phone gives none. */
  readonly room?: number
  /** MiB above which it takes three times as long. */
  readonly easy?: number
  readonly start?: Uint8Array
  /** Told of each stretching before it begins, in MiB. */
  readonly tell?: (size: number) => void
}

/** A phone whose time passes only while it stretches, and what it was asked to stretch, in MiB. */
const phoneOf = ({ pace, memory, room = Infinity, easy = Infinity, start, tell }: Speed) => {
  let ms = 0
  const asked: number[] = []
  const stretch = async (typed: string, salt: Uint8Array, cost: Cost): Promise<Uint8Array> => {
    asked.push(sizes(cost))
    tell?.(sizes(cost))
    if (sizes(cost) > room) throw new Error('no memory')
    ms += ((pace * sizes(cost)) / 64) * (sizes(cost) > easy ? 3 : 1)
    const bytes = new TextEncoder().encode(`${sizes(cost)} ${typed}`)
    return (await ready()).crypto_generichash(64, bytes, salt)
  }
  const phone = { now: () => ms, memory: memory ?? null }
  return { keeper: keeperOver(start, stretch, memoryDisk(), 'file', phone), asked }
}

const preambleIn = async (image: Uint8Array): Promise<Preamble> => {
  const preamble = await findPreamble(memoryDisk(image))
  if (!preamble) throw new Error('no beginning')
  return preamble
}

const costIn = async (keeper: Keeper): Promise<number> =>
  sizes((await preambleIn(keeper.disk.image())).cost)

/** A long sum, and what the worker does after its answer. */
const addUp = async (keeper: Keeper): Promise<void> => {
  expect(await keeper.opens('12*3456')).toBe(false)
  while (await keeper.rest()) continue
}

const setUp = async (keeper: Keeper): Promise<void> => {
  await keeper.ask({ ask: 'setUp', code })
  await keeper.ask({ ask: 'commit', put: [item('note/1', 'hers')], drop: [] })
  await keeper.ask({ ask: 'lock' })
}

test.each([
  { pace: 800, memory: 8, most: 64 },
  { pace: 500, memory: 8, most: 64 },
  { pace: 400, memory: 8, most: 96 },
  { pace: 200, memory: 8, most: 128 },
  { pace: 150, memory: 8, most: 256 },
  { pace: 150, memory: 2, most: 128 },
  { pace: 150, most: 128 },
])(
  'VAULT-33 a phone of $pace ms for 64 MiB and $memory GiB does $most MiB',
  async ({ most, ...speed }) => {
    const { keeper, asked } = phoneOf(speed)
    await addUp(keeper)
    expect(await costIn(keeper)).toBe(most)
    // Once for the sum; then what is not likely to stay in time is not even tried.
    expect(asked).toEqual(most === 64 ? [64, 64] : [64, 64, most])
  },
)

test('VAULT-33 what takes longer than it was likely to is not taken', async () => {
  for (const [easy, most] of [
    [64, 64],
    [100, 96],
    [200, 128],
  ] as const) {
    const { keeper } = phoneOf({ pace: 170, memory: 8, easy })
    await addUp(keeper)
    expect(await costIn(keeper)).toBe(most)
  }
})

test('VAULT-33 it is measured once: a faster phone later, or a slower one, opens at the same cost', async () => {
  const { keeper } = phoneOf({ pace: 400 })
  await addUp(keeper)
  await setUp(keeper)
  for (const pace of [100, 2_000]) {
    const { keeper: later, asked } = phoneOf({ pace, start: keeper.disk.image() })
    await addUp(later)
    expect(await later.opens(code)).toBe(true)
    expect(await costIn(later)).toBe(96)
    expect(new Set(asked)).toEqual(new Set([96]))
  }
})

test('VAULT-34 a phone that gives no memory for it keeps what it had, and opens', async () => {
  for (const [room, most] of [
    [64, 64],
    [100, 96],
    [200, 128],
  ] as const) {
    const { keeper } = phoneOf({ pace: 100, memory: 8, room })
    await setUp(keeper)
    expect(await costIn(keeper)).toBe(most)
    expect(await keeper.opens(code)).toBe(true)
    expect(await contents(keeper)).toEqual({ 'note/1': 'hers' })
  }
})

/** What the worker wrote in front of the regions, and where. */
const writtenBy = async (use: (keeper: Keeper) => Promise<void>) => {
  const { keeper } = phoneOf({ pace: 200 })
  await keeper.ask({ ask: 'wake' })
  keeper.disk.writes()
  await use(keeper)
  const written = keeper.disk.writes().filter(({ at }) => at < 8_192)
  const { cost, chances, tried, tries } = await preambleIn(keeper.disk.image())
  return {
    preamble: { cost, chances, tried, tries },
    first: written.slice(0, 3).map(({ at, bytes }) => [at, bytes.length]),
  }
}

test('VAULT-35 a long sum and a set-up leave the same mark, the same cost and one try', async () => {
  const sum = await writtenBy(addUp)
  expect(sum.preamble).toMatchObject({ chances: 0, tried: 1 })
  expect(await writtenBy(setUp)).toEqual(sum)
})

test('VAULT-35 she is not told of the try that her set-up wrote down', async () => {
  const { keeper } = phoneOf({ pace: 200 })
  await setUp(keeper)
  await keeper.opens(code)
  expect(await keeper.ask({ ask: 'tries' })).toEqual({ times: [] })
})

test('VAULT-36 a kill at any write of a measuring set-up leaves a cost that opens what stands', async () => {
  const { keeper: first } = phoneOf({ pace: 200 })
  await first.ask({ ask: 'wake' })
  const before = first.disk.image()
  first.disk.writes()
  await setUp(first)
  const writes = first.disk.writes()
  for (let kept = 0; kept <= writes.length; kept++) {
    const file = memoryDisk(before)
    for (const { at, bytes } of writes.slice(0, kept)) file.write(at, bytes)
    const { chances } = await preambleIn(file.image())
    const { keeper } = phoneOf({ pace: 100, memory: 8, start: file.image() })
    await addUp(keeper)
    const isBegun = await keeper.opens(code)
    // No vault under a cost that may change yet.
    expect(isBegun && chances > 0).toBe(false)
    expect(isBegun).toBe(kept > 4)
    if (!isBegun) await setUp(keeper)
    expect(await keeper.opens(code)).toBe(true)
  }
})

test('VAULT-36 a phone that breaks down over it is asked three times, and then stays', async () => {
  const { keeper } = phoneOf({ pace: 100, memory: 8 })
  await keeper.ask({ ask: 'wake' })
  let image = keeper.disk.image()
  const left: number[] = []
  for (let n = 0; n < 4; n++) {
    // It ends at the second stretching: the first is the sum's own.
    let asked = 0
    let die = (): void => undefined
    const dead = new Promise<void>((resolve) => {
      die = resolve
    })
    const dying = keeperOver(image, async (_, salt) => {
      asked += 1
      if (asked > 1) {
        die()
        return new Promise<never>(() => undefined)
      }
      return (await ready()).crypto_generichash(64, salt, null)
    })
    await dying.opens('12*3456')
    await Promise.race([dying.rest(), dead])
    image = dying.disk.image()
    left.push((await preambleIn(image)).chances)
  }
  expect(left).toEqual([2, 1, 0, 0])
  expect(sizes((await preambleIn(image)).cost)).toBe(64)
})

/** A phone that can do more than the one on which everything began. */
const onAnother = async (speed: Speed, slow: Speed = { pace: 800 }) => {
  const before = phoneOf(slow)
  await setUp(before.keeper)
  return phoneOf({ ...speed, start: before.keeper.disk.image() })
}

const recode = { ask: 'recode', code: '5*5*5-5', others: [], shred: null } as const

test('VAULT-41 a change of codes raises the cost to what the phone can bear', async () => {
  const { keeper } = await onAnother({ pace: 200 })
  await keeper.opens(code)
  expect(await keeper.ask(recode)).toEqual({ ok: true })
  expect(await costIn(keeper)).toBe(128)
  await keeper.ask({ ask: 'lock' })
  expect(await keeper.opens(code)).toBe(false)
  expect(await keeper.opens(recode.code)).toBe(true)
  expect(await contents(keeper)).toEqual({ 'note/1': 'hers' })
})

test('VAULT-41 it is never lowered, and a refused change leaves it', async () => {
  const { keeper } = await onAnother({ pace: 3_000 }, { pace: 150, memory: 8 })
  await keeper.opens(code)
  expect(await keeper.ask(recode)).toEqual({ ok: true })
  expect(await costIn(keeper)).toBe(256)
  const quick = await onAnother({ pace: 200 })
  await quick.keeper.opens(code)
  const others = [{ begin: [item('n', 'x'.repeat(3_000_000))], to: '7*7-7' }]
  expect(await quick.keeper.ask({ ...recode, others })).toEqual({ ok: false, why: 'full' })
  expect(await costIn(quick.keeper)).toBe(64)
  expect(await quick.keeper.ask(recode)).toEqual({ ok: true })
  expect(await costIn(quick.keeper)).toBe(128)
})

test('VAULT-41 a phone that broke down over it is not asked again by that vault', async () => {
  let image: Uint8Array | undefined
  const tell = (size: number): void => {
    if (size === 128) image ??= keeper.disk.image()
  }
  const { keeper } = await onAnother({ pace: 200, tell })
  await keeper.opens(code)
  await keeper.ask(recode)
  const after = phoneOf({ pace: 200, start: image ?? new Uint8Array(0) })
  expect(await after.keeper.opens(code)).toBe(true)
  expect(await after.keeper.ask(recode)).toEqual({ ok: true })
  expect(await costIn(after.keeper)).toBe(64)
  await after.keeper.ask({ ask: 'lock' })
  await after.keeper.opens(recode.code)
  await after.keeper.ask({ ...recode, code: '6*6*6-6' })
  expect(await costIn(after.keeper)).toBe(128)
})
