export type Places = {
  /** False when no place came free within `milliseconds`. */
  readonly take: (milliseconds: number) => Promise<boolean>
  readonly give: () => void
}

/** So many at a time; who comes then waits in the order of coming. */
export const createPlaces = (most: number): Places => {
  let free = most
  const waiting = new Set<() => void>()
  return {
    take: (milliseconds) =>
      new Promise((resolve) => {
        if (free > 0) {
          free -= 1
          resolve(true)
          return
        }
        const enter = (): void => {
          clearTimeout(timer)
          resolve(true)
        }
        const timer = setTimeout(() => {
          waiting.delete(enter)
          resolve(false)
        }, milliseconds)
        waiting.add(enter)
      }),
    give: () => {
      const [next] = waiting
      if (!next) free += 1
      else {
        waiting.delete(next)
        next()
      }
    },
  }
}
