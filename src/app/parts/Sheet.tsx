import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import '../../look/sheet.css'
import { Icon } from './Icon.tsx'

export type SheetProps = {
  readonly title: string
  readonly onClose: () => void
  readonly closeLabel: string
  readonly children: ComponentChildren
}

/** Focus that strays behind the sheet is led back; the exit button stays within reach. */
const keepFocus = (sheet: HTMLElement) => (event: FocusEvent) => {
  const { target } = event
  if (!(target instanceof Element) || sheet.contains(target) || target.closest('.exit')) return
  sheet.focus()
}

const useSheet = (onClose: () => void) => {
  const sheet = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    const panel = sheet.current
    if (!panel) return
    const before = document.activeElement
    const lead = keepFocus(panel)
    // Never stopped or prevented: the exit counts Escape too, and must see every one of them.
    const escape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current()
    }
    panel.focus({ preventScroll: true })
    document.addEventListener('focusin', lead)
    document.addEventListener('keydown', escape)
    return () => {
      document.removeEventListener('focusin', lead)
      document.removeEventListener('keydown', escape)
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])
  return sheet
}

/** A second question over the first. No <dialog>: its top layer would cover the exit button. */
export const Sheet = ({ title, onClose, closeLabel, children }: SheetProps) => {
  const id = useId()
  const sheet = useSheet(onClose)
  return (
    <div class="sheet">
      <div class="sheet-shade" onClick={onClose} />
      <div ref={sheet} class="sheet-panel" role="dialog" aria-labelledby={id} tabIndex={-1}>
        <header class="sheet-head">
          <h2 id={id}>{title}</h2>
          <button type="button" class="sheet-close" aria-label={closeLabel} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </div>
  )
}
