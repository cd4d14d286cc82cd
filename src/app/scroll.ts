import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/**
 * Brings a screen back where she left it: who opens the thirtieth row and goes back sees the
 * thirtieth row. A screen that she opens anew begins at its top. `depth`: how many steps from home;
 * `first`: how far down the screen that the code brings her back to. Gives how far down this one begins.
 */
export const useScroll = (
  frame: RefObject<HTMLElement | null>,
  screen: string,
  depth: number,
  first: number,
): number => {
  const left = useRef(new Map([[screen, first]]))
  const before = useRef(Infinity)
  const begins = useRef({ screen: '', down: 0 })
  if (begins.current.screen !== screen) {
    const down = depth < before.current ? (left.current.get(screen) ?? 0) : 0
    begins.current = { screen, down }
  }
  const { down } = begins.current
  useLayoutEffect(() => {
    const page = frame.current?.querySelector('.page')
    if (page && depth < before.current) page.scrollTop = down
    before.current = depth
    const note = ({ target }: Event): void => {
      if (target instanceof Element && target.matches('.page'))
        left.current.set(screen, target.scrollTop)
    }
    frame.current?.addEventListener('scroll', note, { capture: true, passive: true })
    return () => frame.current?.removeEventListener('scroll', note, { capture: true })
  }, [screen])
  return down
}
