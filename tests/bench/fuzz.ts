import { readdirSync, readFileSync } from 'node:fs'
import { readCalendar } from '../../src/exchange/calendar.ts'
import { readPack } from '../../src/exchange/pack.ts'
import { readVcards } from '../../src/exchange/vcard.ts'
import type { Row } from './figures.ts'

// Files made worse at random, for ten minutes or as long as somebody wants: `npm run bench -- fuzz`, or
// `FUZZ_MINUTES=1 npm run bench -- fuzz`. A reader that throws ends it, with the seed that did it.

const samples = new URL('../exchange/samples/', import.meta.url)

const seeds: readonly Uint8Array[] = readdirSync(samples).map(
  (name) => new Uint8Array(readFileSync(new URL(name, samples))),
)
const pack = new Uint8Array(
  readFileSync(new URL('../../public/data/se-1488.json', import.meta.url)),
)

/** Numbers that look random and are the same again for the same seed. */
const numbers = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

type Pick = (below: number) => number

const sharp = [
  'BEGIN:VCARD\r\n',
  'END:VCARD',
  '=\r\n',
  ';',
  ':',
  '\\',
  '\u202e',
  '"',
  '{',
  '\0',
].map((text) => new TextEncoder().encode(text))

const joined = (...pieces: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** One wound: a piece cut out, doubled, replaced by something sharp, or one byte turned. */
const wound = (bytes: Uint8Array, pick: Pick): Uint8Array => {
  const from = pick(bytes.length + 1)
  const to = Math.min(bytes.length, from + pick(60))
  const [before, middle, after] = [
    bytes.subarray(0, from),
    bytes.subarray(from, to),
    bytes.subarray(to),
  ]
  switch (pick(4)) {
    case 0:
      return joined(before, after)
    case 1:
      return joined(before, middle, middle, after)
    case 2:
      return joined(before, sharp[pick(sharp.length)] ?? middle, after)
    default:
      return joined(before, Uint8Array.of(pick(256)), after)
  }
}

const wounded = (whole: Uint8Array, pick: Pick): Uint8Array => {
  let bytes = whole
  for (let left = 1 + pick(12); left > 0; left--) bytes = wound(bytes, pick)
  return bytes
}

const readAll = (seed: number): void => {
  const pick = numbers(seed)
  const bytes = wounded(seeds[pick(seeds.length)] ?? pack, pick)
  readVcards(bytes)
  readCalendar(bytes)
  readPack(new TextDecoder().decode(wounded(pack, pick)))
}

/** Throws what a reader threw, after the seed that made it. */
export const benchFuzz = async (): Promise<Row[]> => {
  const minutes = Number(process.env['FUZZ_MINUTES'] ?? '10')
  const end = Date.now() + minutes * 60_000
  let slowest = 0
  let seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000_000)
  const first = seed
  for (; Date.now() < end; seed++) {
    const start = process.cpuUsage()
    try {
      readAll(seed)
    } catch (fault) {
      throw new Error(`FUZZ_SEED=${seed} makes a reader throw`, { cause: fault })
    }
    // The processor's time and not the clock's: other work on the machine is no fault of a reader.
    slowest = Math.max(slowest, process.cpuUsage(start).user / 1_000)
  }
  return [
    { name: 'damaged files read, none of which threw', value: (seed - first) * 3, unit: 'files' },
    { name: 'the slowest three of them', value: slowest, unit: 'ms' },
  ]
}
