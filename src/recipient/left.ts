// How long a link can still be opened, in the largest unit that is honest.

export type Left = { readonly unit: 'days' | 'hours' | 'minutes'; readonly count: number }

const [minute, hour, day] = [60, 3_600, 86_400] as const

/** Whole units, rounded down; null when the time is over. Both in seconds since 1970. */
export const left = (until: number, now: number): Left | null => {
  const seconds = until - now
  if (seconds <= 0) return null
  if (seconds >= 2 * day) return { unit: 'days', count: Math.floor(seconds / day) }
  if (seconds >= 2 * hour) return { unit: 'hours', count: Math.floor(seconds / hour) }
  return { unit: 'minutes', count: Math.max(1, Math.floor(seconds / minute)) }
}
