import { bindExit } from '../disguise/exit.ts'

// A phone's own keyboard lies over the page, and what stands at the foot of it lies beneath the keyboard.
// Where the browser makes the page smaller instead, as the pages ask for, there is nothing to do here.

/** Pixels of the room, counted from its foot, that are not seen. */
const hidden = (room: Element, { offsetTop, height }: VisualViewport): number =>
  Math.max(0, Math.round(room.getBoundingClientRect().bottom - offsetTop - height))

/** Tells the styles, as a length, how far up the foot of what is seen is. Until the returned
 * function is called. */
const keepInSight = (room: HTMLElement, seen: VisualViewport): (() => void) => {
  const measure = (): void => room.style.setProperty('--rise', `${hidden(room, seen)}px`)
  measure()
  seen.addEventListener('resize', measure)
  seen.addEventListener('scroll', measure)
  return () => {
    seen.removeEventListener('resize', measure)
    seen.removeEventListener('scroll', measure)
    room.style.removeProperty('--rise')
  }
}

/** Makes the exit work, and keeps it above the phone's keyboard until the returned function is called. */
export const bindInSight = (button: HTMLElement, strip: HTMLElement): (() => void) => {
  bindExit(button, strip)
  const room = strip.closest<HTMLElement>('.room')
  return room && window.visualViewport ? keepInSight(room, window.visualViewport) : () => {}
}
