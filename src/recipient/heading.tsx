import { useLayoutEffect, useRef } from 'preact/hooks'

/**
 * The page's one h1. It takes the focus when the page has moved on, so that a screen reader says
 * where it is; not at first, when the browser itself reads the page from its beginning. Each place has a new one.
 */
export const Heading = (props: { readonly text: string; readonly moved: boolean }) => {
  const place = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    if (props.moved) place.current?.focus()
  }, [])
  return (
    <h1 ref={place} tabIndex={-1} dir="auto">
      {props.text}
    </h1>
  )
}
