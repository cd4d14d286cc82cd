import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import '../../look/toast.css'

export type ToastProps = {
  readonly text: string
  /** The way back: instead of asking "are you sure?" before. */
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined
  readonly onGone: () => void
  readonly seconds: number
}

/** Counts only while nobody reads it: a finger, a pointer or the focus on it stops the clock. */
const useCountdown = (seconds: number, held: boolean, onGone: () => void) => {
  const gone = useRef(onGone)
  gone.current = onGone
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => gone.current(), seconds * 1000)
    return () => clearTimeout(timer)
  }, [seconds, held])
}

/** Stands there before anything is said: many screen readers say only what changes in a place that they know. */
export const SaidPlace = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="said" role="status">
    {children}
  </div>
)

export const Toast = ({ text, action, onGone, seconds }: ToastProps) => {
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  useCountdown(seconds, pointed || focused, onGone)
  return (
    <div
      class="toast"
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocusIn={() => setFocused(true)}
      onFocusOut={() => setFocused(false)}
    >
      <span>{text}</span>
      {action && (
        <button type="button" onClick={action.onPress}>
          {action.label}
        </button>
      )}
    </div>
  )
}
