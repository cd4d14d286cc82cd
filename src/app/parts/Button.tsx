import type { ComponentChildren } from 'preact'
import '../../look/button.css'

export type ButtonProps = {
  /** `main`: the one thing to do here. `quiet`: beside it. `plain`: words only. `careful`: think first. */
  readonly kind: 'main' | 'quiet' | 'plain' | 'careful'
  readonly wide?: boolean | undefined
  /** Work is under way: the button shows it and takes no second tap. */
  readonly busy?: boolean | undefined
  readonly onPress: () => void
  readonly children: ComponentChildren
  /** For a button that shows more and hides it again: whether that is in sight. */
  readonly expanded?: boolean | undefined
  /** For a button whose children are only a picture. */
  readonly label?: string | undefined
}

/** A busy button keeps its place, its width and its focus: nothing jumps while she waits. */
export const Button = ({ kind, wide, busy, onPress, children, expanded, label }: ButtonProps) => (
  <button
    type="button"
    class={`button ${kind} ${wide ? 'wide' : ''} ${label ? 'round' : ''}`}
    aria-label={label}
    aria-expanded={expanded}
    aria-busy={busy ? 'true' : undefined}
    aria-disabled={busy ? 'true' : undefined}
    onClick={() => {
      if (!busy) onPress()
    }}
  >
    <span class="button-words">{children}</span>
    {busy && <span class="button-busy" aria-hidden="true" />}
  </button>
)
