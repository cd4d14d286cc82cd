import type { ComponentChildren } from 'preact'
import '../../look/empty.css'
import { Icon, type IconName } from './Icon.tsx'

export type EmptyProps = {
  readonly icon?: IconName | undefined
  readonly title: string
  /** What this place is for, in one or two sentences. */
  readonly children: ComponentChildren
  readonly action?: ComponentChildren
}

/** A place with nothing in it yet: says what it will do for her, and how to begin. */
export const Empty = ({ icon, title, children, action }: EmptyProps) => (
  <section class="empty">
    {icon && (
      <span class="empty-icon">
        <Icon name={icon} />
      </span>
    )}
    <h2>{title}</h2>
    <div class="empty-words">{children}</div>
    {action}
  </section>
)
