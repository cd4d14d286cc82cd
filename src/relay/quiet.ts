import { setTimeout as wait } from 'node:timers/promises'

/** Milliseconds; longer than a durable write, so that a counted wrong try does not show. */
export const even = 25

/** Holds every null back to the same moment, so that its reason cannot be read off a clock. */
export const evenly = async <T>(asked: Promise<T | null>): Promise<T | null> => {
  const start = performance.now()
  const answer = await asked
  if (answer === null) await wait(Math.max(0, even - (performance.now() - start)))
  return answer
}
