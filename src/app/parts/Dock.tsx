import type { ComponentChildren } from 'preact'
import '../../look/dock.css'

export type DockProps = {
  /** A short word over it, said aloud when it changes. */
  readonly said?: string | undefined
  /** One main button. */
  readonly children: ComponentChildren
}

/** The main action of a long screen: beside the exit, where the thumb is, however far she scrolled.
 * Where there is no room for both it stands where it is written. */
export const Dock = ({ said, children }: DockProps) => (
  <div class="dock">
    {said !== undefined && (
      <p class="dock-said" aria-live="polite">
        {said}
      </p>
    )}
    {children}
  </div>
)
