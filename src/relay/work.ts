import { createHmac, hash, timingSafeEqual } from 'node:crypto'
import { isSolved, tryOf, work, type Work } from '../share/about.ts'

// Proof of work: asked for when the space runs out, of whoever brings something new. It costs a phone a
// second at most, so it makes filling the rest slower and dearer, and stops nobody who has time.

/** Seconds that a seed is given out; it holds for as long again. */
const window = 600

export type Worker = {
  readonly asked: (bits: number, now: number) => Work
  /** The locator that a header's work was done for; null when it was not done. */
  readonly done: (header: string | undefined, bits: number, now: number) => string | null
}

const shape = new RegExp(
  `^([\\w-]{22})\\.([\\w-]{22})\\.(\\d{1,7}(?:-\\d{1,7}){${work.parts - 1}})$`,
)

const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

/** Nothing is kept: a seed is made from `key` and the time, and a share's place is taken only once. */
export const createWork = (key: Uint8Array): Worker => {
  const seedAt = (slot: number): string =>
    createHmac('sha256', key)
      .update(`work ${slot}`)
      .digest()
      .subarray(0, work.seed)
      .toString('base64url')

  const isFresh = (seed: string, now: number): boolean => {
    const slot = Math.floor(now / window)
    return [slot, slot - 1].some((one) => same(seed, seedAt(one)))
  }

  return {
    asked: (bits, now) => ({ seed: seedAt(Math.floor(now / window)), bits }),
    done: (header, bits, now) => {
      const [, seed = '', locator = '', tries = ''] = shape.exec(header ?? '') ?? []
      if (seed === '' || !isFresh(seed, now)) return null
      const solved = tries
        .split('-')
        .every((at, part) =>
          isSolved(hash('sha256', tryOf(seed, locator, part, Number(at)), 'buffer'), bits),
        )
      return solved ? locator : null
    },
  }
}

/** Zero bits of each part, from the level at which work is asked for to that at which nothing is taken. */
export const bitsFor = (level: number, from: number, to: number): number =>
  Math.min(work.most, work.most - 3 + Math.floor((Math.max(0, level - from) / (to - from)) * 4))
