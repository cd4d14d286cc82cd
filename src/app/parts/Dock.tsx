import type { ComponentChildren } from 'preact'
import '../../look/dock.css'

export type DockProps = {
  /** A short word over it, said aloud when it changes. */
  readonly said?: string | undefined
  /** One main button; where it is a matter of two ways, a second one. */
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

export type DockedProps = {
  /** The Dock; nothing while there is nothing to do yet. */
  readonly dock: ComponentChildren
  readonly children: ComponentChildren
}

/** All that a long screen shows, and the action that it ends in: in sight wherever she is, also where there is no
 * room beside the exit. What stood outside of it would push the action over the tabs. */
export const Docked = ({ dock, children }: DockedProps) => (
  <div class="docked">
    {children}
    {dock}
  </div>
)
