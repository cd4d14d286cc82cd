import type { ComponentChildren } from 'preact'
import '../../look/card.css'

export type CardProps = {
  readonly title?: string | undefined
  /** `warm` for the one card that answers the screen's question; `quiet` for what can wait. */
  readonly tone?: 'plain' | 'warm' | 'quiet' | undefined
  readonly children: ComponentChildren
  readonly action?: ComponentChildren
}

export const Card = ({ title, tone = 'plain', children, action }: CardProps) => (
  <section class={`card ${tone}`}>
    {title && <h2 class="card-title">{title}</h2>}
    <div class="card-body">{children}</div>
    {action && <div class="card-action">{action}</div>}
  </section>
)
