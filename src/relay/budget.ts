type Waiter = { readonly weight: number; readonly enter: () => void }

/** Callers in the order of coming; `admits` says whether the next one may enter. */
const createLine = (admits: (weight: number) => boolean) => {
  let waiting: Waiter[] = []
  return {
    isEmpty: (): boolean => waiting.length === 0,
    /** False when nobody made room within `seconds`. */
    wait: (weight: number, seconds: number): Promise<boolean> =>
      new Promise((resolve) => {
        const enter = (): void => {
          clearTimeout(timer)
          resolve(true)
        }
        const waiter = { weight, enter }
        const timer = setTimeout(() => {
          waiting = waiting.filter((one) => one !== waiter)
          resolve(false)
        }, seconds * 1000)
        waiting.push(waiter)
      }),
    move: (): void => {
      for (let [next] = waiting; next && admits(next.weight); [next] = waiting) {
        waiting = waiting.slice(1)
        next.enter()
      }
    },
  }
}

/** Bytes that many callers share: who finds no room waits for some. */
export const createBudget = (most: number) => {
  let used = 0
  const admits = (weight: number): boolean => {
    if (used + weight > most) return false
    used += weight
    return true
  }
  const line = createLine(admits)

  return {
    /** False when there was no room within `seconds`, or never could be. */
    take: async (weight: number, seconds: number): Promise<boolean> => {
      if (weight === 0) return true
      if (weight > most) return false
      return (line.isEmpty() && admits(weight)) || line.wait(weight, seconds)
    },
    give: (weight: number): void => {
      used -= weight
      line.move()
    },
  }
}
