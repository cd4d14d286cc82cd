import { performance } from 'node:perf_hooks'
import { median, quantile } from './figures.ts'

/** Calls in a second, and the milliseconds of one. */
export type Timed = Readonly<Record<'rate' | 'p50' | 'p99', number>>

/** Goes through all of them, as many at a time as there are lanes. */
export const goAll = async <T, L>(
  all: readonly T[],
  lanes: readonly L[],
  go: (one: T, lane: L) => Promise<unknown>,
): Promise<Timed> => {
  const waiting = all.values()
  const took: number[] = []
  const begin = performance.now()
  const run = async (lane: L): Promise<void> => {
    for (const one of waiting) {
      const start = performance.now()
      await go(one, lane)
      took.push(performance.now() - start)
    }
  }
  await Promise.all(lanes.map(run))
  const rate = (all.length * 1000) / (performance.now() - begin)
  return { rate, p50: median(took), p99: quantile(took, 0.99) }
}
