import { deflateRawSync } from 'node:zlib'

// What can be measured of bytes that are said to be random, without knowing any key.

const blockBytes = 65_536
/** A part of the front that is compressed: two headers and the pages that are filled first. */
const squeezed = 262_144

type Counted = {
  /** How often each byte stands there. */
  readonly counts: Float64Array
  /** How far neighbours go together, -1 to 1. */
  readonly serial: number
  readonly doubles: number
  readonly longestRun: number
}

const count = (bytes: Uint8Array): Counted => {
  const counts = new Float64Array(256)
  let [products, doubles, run, longestRun, before] = [0, 0, 1, 1, -1]
  for (const byte of bytes) {
    counts[byte] = (counts[byte] ?? 0) + 1
    products += (byte - 127.5) * (before - 127.5)
    run = byte === before ? run + 1 : 1
    if (run > 1) doubles += 1
    if (run > longestRun) longestRun = run
    before = byte
  }
  return { counts, serial: products / bytes.length / 5_461.25, doubles, longestRun }
}

const spread = (counts: Float64Array): number => {
  const expected = counts.reduce((sum, one) => sum + one, 0) / 256
  const chi2 = counts.reduce((sum, one) => sum + (one - expected) ** 2 / expected, 0)
  return (chi2 - 255) / Math.sqrt(2 * 255)
}

const bitsIn = Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length)

const onesIn = (counts: Float64Array): number =>
  counts.reduce((sum, one, byte) => sum + one * (bitsIn[byte] ?? 0), 0)

const added = (all: readonly Float64Array[]): Float64Array =>
  new Float64Array(256).map((_, byte) => all.reduce((sum, one) => sum + (one[byte] ?? 0), 0))

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** How often the bytes that begin with each of the sixteen half-bytes stand there, 1 when even. */
const halves = (counts: Float64Array, length: number): readonly number[] =>
  Array.from({ length: 16 }, (_, half) => {
    const found = counts.subarray(half * 16, half * 16 + 16).reduce((sum, one) => sum + one, 0)
    return (found * 16) / length
  })

/** How far from even the bytes are spread, in standard deviations. */
export const unevenness = (bytes: Uint8Array): number => spread(count(bytes).counts)

export type Measures = {
  /** Standard deviations from an even spread, over all bytes. */
  readonly uneven: number
  /** The block of 64 KiB that is furthest off. */
  readonly worstBlock: number
  /** Share of bits that are one. */
  readonly ones: number
  readonly serial: number
  /** Packed size by size; random bytes do not shrink. */
  readonly packed: number
  /** All of it as a row of numbers, for somebody who has to guess. */
  readonly row: readonly number[]
}

/** Measures one region. */
export const measure = (bytes: Uint8Array): Measures => {
  const blocks = Array.from({ length: Math.ceil(bytes.length / blockBytes) }, (_, n) =>
    count(bytes.subarray(n * blockBytes, (n + 1) * blockBytes)),
  )
  const counts = added(blocks.map((block) => block.counts))
  const off = blocks.map((block) => spread(block.counts))
  const uneven = spread(counts)
  const ones = onesIn(counts) / bytes.length / 8
  const serial = mean(blocks.map((block) => block.serial))
  const front = bytes.subarray(0, squeezed)
  const packed = deflateRawSync(front, { level: 1 }).length / front.length
  const worstBlock = off.reduce((worst, one) => Math.max(worst, Math.abs(one)), 0)
  const row = [
    uneven,
    Math.abs(uneven),
    worstBlock,
    mean(off),
    ones,
    Math.abs(ones - 0.5),
    serial,
    packed,
    mean(blocks.map((block) => block.doubles)),
    Math.max(...blocks.map((block) => block.longestRun)),
    Math.max(...counts),
    Math.min(...counts),
    counts[0] ?? 0,
    ...halves(counts, bytes.length),
    // The two headers, and what stands first in each of them.
    ...off.slice(0, 4),
    ...bytes.subarray(0, 8),
    mean([...bytes.subarray(0, 24)]),
    mean([...bytes.subarray(16_384, 16_408)]),
    mean([...bytes.subarray(-4_096)]),
  ]
  return { uneven, worstBlock, ones, serial, packed, row }
}
