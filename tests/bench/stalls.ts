import { once } from 'node:events'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'

/** Milliseconds. */
export type Stalls = {
  /** The longest that this thread was held up, by its own work, a wait for the disk, or the machine. */
  readonly longest: number
  /** The longest that a thread was held up meanwhile which does nothing: that was the machine. */
  readonly idle: number
}

/** Runs `work` and says what held it up. */
export const withStalls = async <T>(work: () => Promise<T>): Promise<readonly [T, Stalls]> => {
  const beside = new Worker(new URL('idle.ts', import.meta.url))
  await once(beside, 'online')
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  try {
    const done = await work()
    // What came last is counted only when the thread is free again.
    await wait(5)
    beside.postMessage('longest')
    const [idle] = await once(beside, 'message')
    return [done, { longest: delay.max / 1e6, idle: Number(idle) }]
  } finally {
    delay.disable()
    await beside.terminate()
  }
}
