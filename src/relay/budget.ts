type Waiter = { readonly who: string; readonly weight: number; readonly enter: () => void }

export type Budget = {
  /** False when there was no room within `seconds`, or never could be. */
  readonly take: (who: string, weight: number, seconds: number) => Promise<boolean>
  /** Takes more at once, or not at all. */
  readonly more: (who: string, weight: number) => boolean
  readonly give: (who: string, weight: number) => void
}

/** What each has; `who` is forgotten when it has nothing. */
const createShares = (most: number, each: number) => {
  const held = new Map<string, number>()
  let used = 0
  const has = (who: string): number => held.get(who) ?? 0
  return {
    isFull: (weight: number): boolean => used + weight > most,
    isGreedy: (who: string, weight: number): boolean => has(who) + weight > each,
    change: (who: string, by: number): void => {
      used += by
      const left = has(who) + by
      if (left > 0) held.set(who, left)
      else held.delete(who)
    },
  }
}

/** Callers in the order of coming. Who has too much alone holds nobody up who comes later. */
const createLine = (shares: ReturnType<typeof createShares>) => {
  let waiting: readonly Waiter[] = []
  const move = (): void => {
    const left: Waiter[] = []
    for (const waiter of waiting) {
      const { who, weight, enter } = waiter
      const isBlocked = left.some((one) => !shares.isGreedy(one.who, one.weight))
      if (isBlocked || shares.isFull(weight) || shares.isGreedy(who, weight)) left.push(waiter)
      else {
        shares.change(who, weight)
        enter()
      }
    }
    waiting = left
  }
  return {
    move,
    isEmpty: (): boolean => waiting.length === 0,
    /** False when nobody made room within `seconds`. */
    wait: (who: string, weight: number, seconds: number): Promise<boolean> =>
      new Promise((resolve) => {
        const enter = (): void => {
          clearTimeout(timer)
          resolve(true)
        }
        const waiter = { who, weight, enter }
        const timer = setTimeout(() => {
          waiting = waiting.filter((one) => one !== waiter)
          resolve(false)
          move()
        }, seconds * 1000)
        waiting = [...waiting, waiter]
        move()
      }),
  }
}

/** Bytes that many callers share, and of which nobody has more than `each`. */
export const createBudget = (most: number, each: number): Budget => {
  const shares = createShares(most, each)
  const line = createLine(shares)
  const more: Budget['more'] = (who, weight) => {
    if (shares.isFull(weight) || shares.isGreedy(who, weight)) return false
    shares.change(who, weight)
    return true
  }
  return {
    more,
    take: async (who, weight, seconds) => {
      if (weight === 0) return true
      if (weight > Math.min(most, each)) return false
      return (line.isEmpty() && more(who, weight)) || line.wait(who, weight, seconds)
    },
    give: (who, weight) => {
      if (weight === 0) return
      shares.change(who, -weight)
      line.move()
    },
  }
}
