import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import '../../look/keypad.css'

export type KeypadKey = {
  readonly id: string
  /** What stands on it. */
  readonly face: ComponentChildren
  /** What a screen reader says, when the face does not say it. */
  readonly label?: string | undefined
  readonly tone?: 'other' | 'strong' | undefined
}

export type KeypadProps = {
  readonly label: string
  /** Rows of four; null leaves a place free. */
  readonly keys: readonly (KeypadKey | null)[]
  readonly onKey: (id: string) => void
  /**
   * Brought into sight, at first and whenever this changes, where nothing above must be read first: on a low screen the
   * exit would lie over keys, and what is said above pushes them under it.
   */
  readonly inSight?: string | undefined
}

/** Buttons alone: what is typed in a form control, browsers may keep in their own files. */
export const Keypad = ({ label, keys, onKey, inSight }: KeypadProps) => {
  const here = useRef<HTMLDivElement>(null)
  // Before what is said brings itself into sight, which has the last word where there is no room for both.
  useLayoutEffect(() => {
    if (inSight !== undefined) here.current?.scrollIntoView({ block: 'end' })
  }, [inSight])
  return (
    <div ref={here} class="keypad" dir="ltr" role="group" aria-label={label}>
      {keys.map((key, at) =>
        key ? (
          <button
            key={key.id}
            type="button"
            class={key.tone}
            aria-label={key.label}
            onClick={() => onKey(key.id)}
          >
            {key.face}
          </button>
        ) : (
          <span key={at} />
        ),
      )}
    </div>
  )
}
