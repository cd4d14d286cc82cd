// A share that a sweep erases never comes back, so a sweep must not believe a clock that has jumped ahead.

/**
 * Seconds by which the clock on the wall and the one that only counts may part between two looks, or it and the
 * clock of another machine.
 */
export const slack = 300

export type Clock = {
  /** Whether the time is to be believed; once it has jumped ahead, not before it is back, or a new start. */
  readonly isSteady: () => boolean
}

/** `now` in seconds since 1970, `counted` in milliseconds since any moment. */
export const watchClock = (
  now: () => number,
  counted: () => number = () => performance.now(),
): Clock => {
  const aheadNow = (): number => now() - counted() / 1000
  let ahead = aheadNow()
  return {
    isSteady: () => {
      const jumped = aheadNow() - ahead
      if (jumped > slack) return false
      // Small steps, and a clock that goes back: neither ends anything early.
      ahead += jumped
      return true
    },
  }
}
