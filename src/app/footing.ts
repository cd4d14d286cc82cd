import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'

// A button may go with its own press: what it asked for stands in its place. Whoever stood on it by a key or heard
// it by a screen reader would be nowhere then, and would begin at the top.

const headings = 'h1, h2, h3'

const isBefore = (one: Node, other: Node): boolean =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0

const headingIn = (node: Node): HTMLElement | null => {
  if (!(node instanceof HTMLElement) || !node.isConnected) return null
  return node.matches(headings) ? node : node.querySelector<HTMLElement>(headings)
}

const isSaid = (node: Node): boolean => node instanceof Element && node.closest('.said') !== null

/** The heading of what came in its place, or else the last one above it that is still there. */
const headingFor = (
  frame: HTMLElement,
  gone: Element,
  changes: readonly MutationRecord[],
): HTMLElement | null => {
  const all = [...frame.querySelectorAll<HTMLElement>(headings)].filter(
    (one) => !one.closest('[inert]'),
  )
  const taken = changes.findLast(
    ({ target, removedNodes }) =>
      target.isConnected && [...removedNodes].some((node) => node.contains(gone)),
  )
  // What was said in passing stands behind all headings, and near none of them.
  if (!taken || isSaid(taken.target)) return all[0] ?? null
  const came = changes
    .filter(({ target }) => target === taken.target)
    .flatMap(({ addedNodes }) => [...addedNodes])
    .map(headingIn)
    .find((heading) => heading !== null)
  const { target, previousSibling } = taken
  const edge = previousSibling?.isConnected ? previousSibling : target
  const above = all.filter((one) => isBefore(one, edge) || (edge !== target && edge.contains(one)))
  return came ?? above.at(-1) ?? all[0] ?? null
}

/** A heading, because a second press of the same key does nothing there. */
const standOn = (heading: HTMLElement): void => {
  if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}

/** Whenever what has the focus goes, the focus stays near where it was. */
export const useFooting = (frame: RefObject<HTMLElement | null>): void => {
  useLayoutEffect(() => {
    const room = frame.current
    if (!room) return
    let last: Element | null = null
    const note = ({ target }: FocusEvent): void => {
      last = target instanceof Element ? target : null
    }
    const watcher = new MutationObserver((changes) => {
      if (!last || last.isConnected || document.activeElement !== document.body) return
      const heading = headingFor(room, last, changes)
      if (heading) standOn(heading)
    })
    watcher.observe(room, { childList: true, subtree: true })
    room.addEventListener('focusin', note)
    return () => {
      watcher.disconnect()
      room.removeEventListener('focusin', note)
    }
  }, [])
}
