import { beforeAll, expect, test } from 'vitest'
import { regions } from '../../src/vault/layout.ts'
import { rounds } from '../thorough.ts'
import { guessedRight, luck, type Sample } from './guesser.ts'
import { measure, type Measures } from './measures.ts'
import { chance, phone, regionIn } from './phones.ts'

// A stranger who has copies of many phones, and knows of half of them what they hold.

/** Phones that are looked at, how many more when chance has strayed, and so many that it cannot any more. */
const [least, step, most] = [rounds(44, 1_200), 300, rounds(44, 4_800)]
/** The most that a guess may be better or worse than chance; few phones cannot tell so well. */
const margin = (samples: readonly Sample[]): number => rounds(4 * luck(samples), 0.02)
/** Phones on which a planted fault is looked for. */
const spoilt = 240

type Seen = {
  readonly regions: readonly Measures[]
  readonly used: readonly boolean[]
  readonly second: boolean
  /** The same used region with one byte in 64 made even. */
  readonly bent: Measures | null
}

const bend = (bytes: Uint8Array): Uint8Array => {
  const bent = bytes.slice()
  for (let at = 0; at < bent.length; at += 64) bent[at] = (bent[at] ?? 0) & 0xfe
  return bent
}

const look = async (second: boolean, isSpoilt: boolean): Promise<Seen> => {
  const { image, used } = await phone(second ? [chance(), chance()] : [chance()])
  const all = Array.from({ length: regions }, (_, region) => regionIn(image, region))
  const [first] = used
  return {
    regions: all.map(measure),
    used: all.map((_, region) => used.has(region)),
    second,
    bent: isSpoilt ? measure(bend(all[first ?? 0] ?? new Uint8Array(0))) : null,
  }
}

const seen: Seen[] = []

const lookAt = async (count: number): Promise<void> => {
  while (seen.length < count) seen.push(await look(seen.length % 2 === 1, seen.length < spoilt))
}

beforeAll(() => lookAt(least), 1_800_000)

/** Measures of a whole phone, whichever region they are of: the least, the middle and the most. */
const rowOf = (all: readonly Measures[]): readonly number[] =>
  (all[0]?.row ?? []).flatMap((_, column) => {
    const values = all.map(({ row }) => row[column] ?? 0)
    const sum = values.reduce((a, b) => a + b, 0)
    return [Math.min(...values), sum / values.length, Math.max(...values)]
  })

const offChance = (samples: readonly Sample[]): number => Math.abs(guessedRight(samples) - 0.5)

/** Looks at more phones until guessing is at chance: luck passes with their number, and what is there stays. */
const expectChance = async (samplesOf: () => readonly Sample[]): Promise<void> => {
  while (offChance(samplesOf()) > margin(samplesOf()) && seen.length < most)
    await lookAt(seen.length + step)
  expect(offChance(samplesOf())).toBeLessThanOrEqual(margin(samplesOf()))
}

test('CONTAINER-4 no region of any phone is further from chance than chance is', () => {
  const all = seen.flatMap((one) => one.regions)
  expect(all.filter(({ uneven }) => Math.abs(uneven) > 5.5)).toEqual([])
  expect(all.filter(({ worstBlock }) => worstBlock > 7)).toEqual([])
  expect(all.filter(({ ones }) => Math.abs(ones - 0.5) > 0.001)).toEqual([])
  expect(all.filter(({ serial }) => Math.abs(serial) > 0.005)).toEqual([])
  expect(all.filter(({ packed }) => packed < 1)).toEqual([])
})

const wholePhones = (): readonly Sample[] =>
  seen.map(({ regions: all, second }) => ({ row: rowOf(all), is: second }))

const eachRegion = (): readonly Sample[] =>
  seen.flatMap(({ regions: all, used }) =>
    all.map(({ row }, region) => ({ row, is: used[region] === true })),
  )

test('CONTAINER-5 who has learnt from other phones guesses at chance whether there is a second vault', async () => {
  await expectChance(wholePhones)
}, 1_800_000)

test('CONTAINER-5 nor does a guess tell a region that holds a vault from one that holds nothing', async () => {
  await expectChance(eachRegion)
}, 1_800_000)

/** Twelve tosses added up go one standard deviation about their middle. */
const tosses = (): number => Array.from({ length: 12 }, chance).reduce((sum, one) => sum + one, -6)

test('CONTAINER-6 the same guesser finds one more measure that lies a standard deviation higher', () => {
  const higher = rounds(8, 1)
  const leaking = wholePhones().map(({ row, is }) => ({
    row: [...row, tosses() + (is ? higher : 0)],
    is,
  }))
  expect(guessedRight(leaking) - 0.5).toBeGreaterThan(rounds(0.2, 0.02))
})

test('CONTAINER-6 the same looks find a sector of zeros, and one bent bit in five hundred', async () => {
  const { image } = await phone([0.5])
  image.fill(0, 3_000_320, 3_000_320 + 512)
  const spoiled = Array.from({ length: regions }, (_, region) => measure(regionIn(image, region)))
  expect(spoiled.filter(({ worstBlock }) => worstBlock > 7)).toHaveLength(1)
  const samples = seen.flatMap(({ regions: all, used, bent }) => {
    const free = all[used.indexOf(false)]
    if (!bent || !free) return []
    return [
      { row: bent.row, is: true },
      { row: free.row, is: false },
    ]
  })
  expect(guessedRight(samples)).toBeGreaterThan(0.95)
})
