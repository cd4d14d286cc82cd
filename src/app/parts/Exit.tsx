import { useLayoutEffect, useRef } from 'preact/hooks'
import '../../look/exit.css'
import { Icon } from './Icon.tsx'

export type ExitProps = {
  readonly label: string
  readonly side: 'start' | 'end'
  /** Called once with the button, before it is first painted: the disguise listens on it itself. */
  readonly bind: (el: HTMLElement) => void
}

/** Always there, above everything, where her thumb is. It looks like nothing in particular. */
export const Exit = ({ label, side, bind }: ExitProps) => {
  const button = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    if (button.current) bind(button.current)
  }, [])
  return (
    <button ref={button} type="button" class={`exit ${side}`}>
      <Icon name="leave" />
      <span>{label}</span>
    </button>
  )
}
