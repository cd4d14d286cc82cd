import { useLayoutEffect, useRef } from 'preact/hooks'
import '../../look/exit.css'
import { Icon } from './Icon.tsx'

export type ExitProps = {
  readonly label: string
  readonly side: 'start' | 'end'
  /** Called once with the button and its strip, before they are first painted: the disguise listens
   * on them itself. What it returns is called when they go. */
  readonly bind: (button: HTMLElement, strip: HTMLElement) => () => void
}

/** Always there, above everything, where her thumb is: to press, or to push aside. */
export const Exit = ({ label, side, bind }: ExitProps) => {
  const [button, strip] = [useRef<HTMLButtonElement>(null), useRef<HTMLDivElement>(null)]
  useLayoutEffect(
    () => (button.current && strip.current ? bind(button.current, strip.current) : undefined),
    [],
  )
  return (
    <div ref={strip} class={`swipe ${side}`}>
      <div class="swipe-here">
        <button ref={button} type="button" class={`exit ${side}`}>
          <Icon name="leave" />
          <span>{label}</span>
        </button>
      </div>
      <div class="swipe-away" />
    </div>
  )
}
