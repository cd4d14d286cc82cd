/** As slow as a phone's line may be. */
export const bytesPerSecond = 8_192

const milliseconds = 1000

export type Pace = {
  readonly passed: (bytes: number) => void
  readonly end: () => void
}

/**
 * Calls `late` once when bytes pass too slowly: the first may take `patience` seconds, and each buys the
 * time that it needs on a slow line. Nobody can buy more than twice `patience`: who hurries and then stands
 * still holds memory, too.
 */
export const keepPace = (patience: number, late: () => void): Pace => {
  const grace = patience * milliseconds
  let due = performance.now() + grace
  let timer: NodeJS.Timeout | undefined

  const look = (): void => {
    const left = due - performance.now()
    // What has come meanwhile is read first: it may be this process that was late.
    timer = left > 0 ? setTimeout(look, left) : setTimeout(() => judge(), 1)
  }
  const judge = (): void => {
    if (due > performance.now()) look()
    else late()
  }
  look()

  return {
    passed: (bytes) => {
      const bought = due + (bytes / bytesPerSecond) * milliseconds
      due = Math.min(bought, performance.now() + 2 * grace)
    },
    end: () => clearTimeout(timer),
  }
}
