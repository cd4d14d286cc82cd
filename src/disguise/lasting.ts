/** Both clocks, in ms: one stands still while the machine sleeps, and the other can be set back. */
const clocks = (): readonly number[] => [performance.now(), Date.now()]

/** Begins to measure. What it returns tells the ms since then, by the clock that has gone further. */
export const measure = (): (() => number) => {
  const since = clocks()
  return () => Math.max(...clocks().map((now, at) => now - (since[at] ?? now)))
}
