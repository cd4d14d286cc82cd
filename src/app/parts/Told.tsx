import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** Said at once, and brought into sight: above keys, or in large text, it would stand out of what she sees. */
export const Told = ({ children }: { readonly children: ComponentChildren }) => {
  const here = useRef<HTMLDivElement>(null)
  useEffect(() => here.current?.scrollIntoView({ block: 'nearest' }), [])
  return (
    <div ref={here} role="alert">
      {children}
    </div>
  )
}
