import type { Surroundings } from './app.ts'
import { watchClock } from './clock.ts'
import type { Store } from './store.ts'

/**
 * Sweeps at once and then every `seconds`, never two at a time, and not while the clock has jumped. Returns a stop that waits for the
 * sweep under way.
 */
export const startSweep = (
  store: Store,
  seconds: number,
  { now, log }: Surroundings,
): (() => Promise<void>) => {
  const clock = watchClock(now)
  const once = async (): Promise<void> => {
    if (!clock.isSteady()) return log.note('clock')
    try {
      const swept = await store.sweep(now())
      log.note('ended', swept.ended)
      log.note('forgotten', swept.forgotten)
    } catch {
      log.note('failed')
    }
  }
  let running = once()
  const timer = setInterval(() => {
    running = running.then(once)
  }, seconds * 1000).unref()

  return async () => {
    clearInterval(timer)
    await running
  }
}
