import { useLayoutEffect, useRef } from 'preact/hooks'

/** Listens to the keyboard beside a keypad; a focused button takes Enter and space itself. */
export const useKeyboard = (
  keyFor: (pressed: string) => string | null,
  onKey: (key: string) => void,
): void => {
  const latest = useRef({ keyFor, onKey })
  latest.current = { keyFor, onKey }
  // At once, not after the paint: the first key may come with the first frame.
  useLayoutEffect(() => {
    const onDown = (event: KeyboardEvent) => {
      const onButton = event.target instanceof Element && event.target.matches('button')
      const isHeld = event.ctrlKey || event.metaKey || event.altKey || event.isComposing
      const isTaken = isHeld || (onButton && event.key === 'Enter')
      const key = isTaken ? null : latest.current.keyFor(event.key)
      if (!key) return
      event.preventDefault()
      latest.current.onKey(key)
    }
    window.addEventListener('keydown', onDown)
    return () => window.removeEventListener('keydown', onDown)
  }, [])
}
