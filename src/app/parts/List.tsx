import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import '../../look/row.css'

export type ListProps = {
  readonly label: string
  /** The label is for screen readers alone: the page's heading says it already. */
  readonly unseen?: boolean | undefined
  /** Rows. */
  readonly children: ComponentChildren
}

export const List = ({ label, unseen, children }: ListProps) => {
  const id = useId()
  return (
    <section class="list">
      <h2 id={id} class={unseen ? 'unseen' : 'list-label'}>
        {label}
      </h2>
      {/* Safari forgets that an unstyled list is a list; the role reminds it. */}
      <ul role="list" aria-labelledby={id}>
        {children}
      </ul>
    </section>
  )
}
