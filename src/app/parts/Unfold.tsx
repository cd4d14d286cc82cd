import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Button } from './Button.tsx'

export type UnfoldProps = {
  /** What the button says that asks for the rest. */
  readonly more: string
  /** Open from the start, where something already stands in it. */
  readonly open?: boolean
  readonly children: ComponentChildren
}

/** The rest of a form or of a screen, behind one button. Whoever pressed it goes on in the first of what came. */
export const Unfold = ({ more, open = false, children }: UnfoldProps) => {
  const rest = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<'open' | 'shut' | 'pressed'>(open ? 'open' : 'shut')
  useLayoutEffect(() => {
    const first = rest.current?.querySelector<HTMLElement>('input, textarea, button')
    if (state === 'pressed') first?.focus()
  }, [state])
  if (state === 'shut')
    return (
      <Button kind="plain" wide onPress={() => setState('pressed')}>
        {more}
      </Button>
    )
  return (
    <div ref={rest} class="unfolded">
      {children}
    </div>
  )
}
