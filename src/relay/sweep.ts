import type { Surroundings } from './app.ts'
import { slack, watchClock } from './clock.ts'
import type { Store } from './store.ts'

export type Sweeping = {
  /** Waits for the sweep under way, and begins no other. */
  readonly stop: () => Promise<void>
  /** Seconds since one went well, or since the start. */
  readonly sweptAgo: () => number
}

/** Seconds, at most, until the first sweep: by then a clock that NTP sets is set. */
const soon = 60

const isAhead = async (store: Store, now: () => number): Promise<boolean> => {
  const theirs = await store.clock()
  return theirs !== null && now() > theirs + slack
}

/**
 * Sweeps every `seconds`, never two at a time, not at once, and not while the clock has jumped or is ahead of the
 * store's own.
 */
export const startSweep = (store: Store, seconds: number, { now, log }: Surroundings): Sweeping => {
  const clock = watchClock(now)
  let swept = performance.now()
  let isOver = false
  const once = async (): Promise<void> => {
    if (isOver) return
    try {
      if (!clock.isSteady() || (await isAhead(store, now))) return log.note('clock')
      const { ended, forgotten } = await store.sweep(now())
      swept = performance.now()
      log.note('ended', ended)
      log.note('forgotten', forgotten)
    } catch {
      log.note('failed')
    }
  }
  let running = Promise.resolve()
  const turn = (): void => {
    running = running.then(once)
  }
  let timer = setTimeout(
    () => {
      turn()
      timer = setInterval(turn, seconds * 1000).unref()
    },
    Math.min(seconds, soon) * 1000,
  ).unref()

  return {
    sweptAgo: () => (performance.now() - swept) / 1000,
    stop: async () => {
      isOver = true
      clearTimeout(timer)
      await running
    },
  }
}
