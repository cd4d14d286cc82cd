import type { Surroundings } from './app.ts'
import { watchClock } from './clock.ts'
import type { Store } from './store.ts'

export type Sweeping = {
  /** Waits for the sweep under way. */
  readonly stop: () => Promise<void>
  /** Seconds since one went well, or since the start. */
  readonly sweptAgo: () => number
}

/**
 * Sweeps at once and then every `seconds`, never two at a time, and not while the clock has jumped.
 */
export const startSweep = (store: Store, seconds: number, { now, log }: Surroundings): Sweeping => {
  const clock = watchClock(now)
  let swept = performance.now()
  const once = async (): Promise<void> => {
    if (!clock.isSteady()) return log.note('clock')
    try {
      const { ended, forgotten } = await store.sweep(now())
      swept = performance.now()
      log.note('ended', ended)
      log.note('forgotten', forgotten)
    } catch {
      log.note('failed')
    }
  }
  let running = once()
  const timer = setInterval(() => {
    running = running.then(once)
  }, seconds * 1000).unref()

  return {
    sweptAgo: () => (performance.now() - swept) / 1000,
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
