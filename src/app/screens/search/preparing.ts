import { prepare, type Findable } from '../../../record/find.ts'

/** Milliseconds at a time: a letter typed meanwhile still shows in the next frame. */
const most = 8

/** Gets entries ready for the search while she has not typed yet; returns a way to stop. */
export const preparing = (entries: readonly Findable[]): (() => void) => {
  const rest = entries.values()
  let timer: ReturnType<typeof setTimeout>
  const step = (): void => {
    const since = performance.now()
    while (performance.now() - since < most) {
      const next = rest.next()
      if (next.done) return
      prepare(next.value)
    }
    timer = setTimeout(step)
  }
  timer = setTimeout(step)
  return () => clearTimeout(timer)
}
