/** Milliseconds at a time: a letter typed meanwhile still shows in the next frame. */
const most = 8

/** Does `work` for each of thousands, a little at a time, while nobody waits for it; returns a way to stop. */
export const gradually = <T>(all: Iterable<T>, work: (one: T) => void): (() => void) => {
  const rest = all[Symbol.iterator]()
  let timer: ReturnType<typeof setTimeout>
  const step = (): void => {
    const since = performance.now()
    while (performance.now() - since < most) {
      const next = rest.next()
      if (next.done) return
      work(next.value)
    }
    timer = setTimeout(step)
  }
  timer = setTimeout(step)
  return () => clearTimeout(timer)
}
