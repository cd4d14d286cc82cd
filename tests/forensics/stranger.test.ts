import { beforeAll, expect, test } from 'vitest'
import { regions } from '../../src/vault/layout.ts'
import { rounds } from '../thorough.ts'
import { guessedRight, luck, type Sample } from './guesser.ts'
import { measure, type Measures } from './measures.ts'
import { chance, phone, regionIn } from './phones.ts'

// A stranger who has copies of many phones, and knows of half of them what they hold.

const phones = rounds(24, 1_200)
/** The most that a guess may be better or worse than chance, where there are enough phones to tell. */
const margin = 0.02

type Seen = {
  readonly regions: readonly Measures[]
  readonly used: readonly boolean[]
  readonly second: boolean
  /** The same used region with one byte in 64 made even. */
  readonly bent: Measures
}

const bend = (bytes: Uint8Array): Uint8Array => {
  const bent = bytes.slice()
  for (let at = 0; at < bent.length; at += 64) bent[at] = (bent[at] ?? 0) & 0xfe
  return bent
}

const look = async (second: boolean): Promise<Seen> => {
  const { image, used } = await phone(second ? [chance(), chance()] : [chance()])
  const all = Array.from({ length: regions }, (_, region) => regionIn(image, region))
  const [first] = used
  return {
    regions: all.map(measure),
    used: all.map((_, region) => used.has(region)),
    second,
    bent: measure(bend(all[first ?? 0] ?? new Uint8Array(0))),
  }
}

let seen: readonly Seen[]

beforeAll(async () => {
  const made: Seen[] = []
  for (let n = 0; n < phones; n++) made.push(await look(n % 2 === 1))
  seen = made
}, 1_800_000)

/** Measures of a whole phone, whichever region they are of: the least, the middle and the most. */
const rowOf = (all: readonly Measures[]): readonly number[] =>
  (all[0]?.row ?? []).flatMap((_, column) => {
    const values = all.map(({ row }) => row[column] ?? 0)
    const sum = values.reduce((a, b) => a + b, 0)
    return [Math.min(...values), sum / values.length, Math.max(...values)]
  })

/** As close to chance as chance itself would be, and within the margin where that is the wider. */
const expectChance = (samples: readonly Sample[]): void => {
  const off = Math.abs(guessedRight(samples) - 0.5)
  expect(off).toBeLessThan(Math.max(margin, 4 * luck(samples)))
}

test('CONTAINER-4 no region of any phone is further from chance than chance is', () => {
  const all = seen.flatMap((one) => one.regions)
  expect(all.filter(({ uneven }) => Math.abs(uneven) > 5.5)).toEqual([])
  expect(all.filter(({ worstBlock }) => worstBlock > 7)).toEqual([])
  expect(all.filter(({ ones }) => Math.abs(ones - 0.5) > 0.001)).toEqual([])
  expect(all.filter(({ serial }) => Math.abs(serial) > 0.005)).toEqual([])
  expect(all.filter(({ packed }) => packed < 1)).toEqual([])
})

test('CONTAINER-5 who has learnt from other phones guesses at chance whether there is a second vault', () => {
  expectChance(seen.map(({ regions: all, second }) => ({ row: rowOf(all), is: second })))
})

test('CONTAINER-5 nor does a guess tell a region that holds a vault from one that holds nothing', () => {
  const samples = seen.flatMap(({ regions: all, used }) =>
    all.map(({ row }, region) => ({ row, is: used[region] === true })),
  )
  expectChance(samples)
})

test('CONTAINER-6 the same looks find a sector of zeros, and one bent bit in five hundred', async () => {
  const { image } = await phone([0.5])
  image.fill(0, 3_000_320, 3_000_320 + 512)
  const spoiled = Array.from({ length: regions }, (_, region) => measure(regionIn(image, region)))
  expect(spoiled.filter(({ worstBlock }) => worstBlock > 7)).toHaveLength(1)
  const samples = seen.flatMap(({ regions: all, used, bent }) => {
    const free = all[used.indexOf(false)]
    return [{ row: bent.row, is: true }, ...(free ? [{ row: free.row, is: false }] : [])]
  })
  expect(guessedRight(samples)).toBeGreaterThan(0.95)
})
