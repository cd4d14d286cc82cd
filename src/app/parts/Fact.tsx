import type { ComponentChildren } from 'preact'
import '../../look/fact.css'

export type FactProps = {
  readonly label: string
  readonly children: ComponentChildren
  /** Phone numbers, e-mail addresses and case numbers run left to right in every language. */
  readonly ltr?: boolean | undefined
}

export const Fact = ({ label, children, ltr }: FactProps) => (
  <div class="fact">
    <p class="fact-label">{label}</p>
    <div class="fact-value">
      <bdi dir={ltr ? 'ltr' : 'auto'}>{children}</bdi>
    </div>
  </div>
)
