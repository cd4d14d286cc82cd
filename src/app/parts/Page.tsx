import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import '../../look/tokens.css'
import '../../look/app.css'
import '../../look/page.css'
import { Icon } from './Icon.tsx'
import { longestIn } from './longest.ts'

export type PageProps = {
  readonly title: string
  /** Of a title that is not in the language of the screen. */
  readonly lang?: string | undefined
  /** `label` says where back leads. */
  readonly back?: { readonly label: string; readonly go: () => void } | undefined
  /** Beside the heading: at most one small button. */
  readonly action?: ComponentChildren
  readonly children: ComponentChildren
}

/** One screen. Its heading takes the focus, so that a screen reader says where she now is,
 * unless something on it has taken it. */
export const Page = ({ title, lang, back, action, children }: PageProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  const page = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!page.current?.contains(document.activeElement))
      heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <main ref={page} class="page">
      <div class="page-column">
        {back && (
          <button type="button" class="page-back" onClick={back.go}>
            <Icon name="back" />
            <span>{back.label}</span>
          </button>
        )}
        <header class="page-head">
          <h1 ref={heading} tabIndex={-1} lang={lang} style={{ '--longest': longestIn(title) }}>
            {title}
          </h1>
          {action}
        </header>
        {children}
      </div>
    </main>
  )
}
