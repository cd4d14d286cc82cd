import { useEffect, useRef, useState } from 'preact/hooks'

/** Rows drawn at first, and added each time she nears the end. */
const step = 60

/** Pixels before the end at which more are drawn: about two screens, so that none is ever seen empty. */
const ahead = '1600px'

/**
 * How many rows of a long list are drawn: a first screenful, and more before she gets there. `end`
 * belongs on something after the last row; `more` is for whoever does not scroll.
 */
export const useGrowing = (key: string) => {
  const [shown, setShown] = useState({ key, count: step })
  const end = useRef<HTMLDivElement>(null)
  const count = shown.key === key ? shown.count : step
  const more = (): void => setShown({ key, count: count + step })
  const grow = useRef(more)
  grow.current = more
  useEffect(() => {
    const mark = end.current
    if (!mark) return
    const root = mark.closest('.page')
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) grow.current()
      },
      { root, rootMargin: `${ahead} 0px` },
    )
    watch.observe(mark)
    return () => watch.disconnect()
    // Watched anew after each growth: a mark that never left the margin is not told of twice.
  }, [key, count])
  return { count, end, more }
}
