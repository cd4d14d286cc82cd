import type { ComponentChildren } from 'preact'

/** One named fact; nothing at all when there is nothing to say. */
export const Fact = (props: { readonly name: string; readonly children: ComponentChildren }) =>
  props.children ? (
    <div class="paper-fact">
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  ) : null

/** Numbers and addresses read from left to right, also in a line of Arabic. */
export const Exact = (props: { readonly text: string; readonly href?: string | null }) => (
  <bdi dir="ltr" class="paper-exact">
    {props.href ? <a href={props.href}>{props.text}</a> : props.text}
  </bdi>
)

/** What she wrote, in whatever language and direction; null when it is empty. */
export const own = (text: string) =>
  text ? (
    <span dir="auto" class="paper-own">
      {text}
    </span>
  ) : null
