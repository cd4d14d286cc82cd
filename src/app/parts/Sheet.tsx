import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import '../../look/sheet.css'
import { Icon } from './Icon.tsx'
import { longestIn } from './longest.ts'

export type SheetProps = {
  readonly title: string
  readonly onClose: () => void
  readonly closeLabel: string
  readonly children: ComponentChildren
}

const stops = (panel: HTMLElement): readonly HTMLElement[] =>
  [...panel.querySelectorAll<HTMLElement>('button, input, textarea, a[href]')].filter(
    ({ tabIndex }) => tabIndex >= 0,
  )

/** Where Tab leads at the edges: from the sheet to the exit and back, never behind the sheet.
 * Null inside, where the browser knows best. */
const beyond = (panel: HTMLElement, back: boolean): HTMLElement | null => {
  const here = document.activeElement
  const inside = stops(panel)
  const exit = document.querySelector<HTMLElement>('.exit')
  const [first, last] = [inside[0] ?? panel, inside.at(-1) ?? panel]
  if (!panel.contains(here)) return back ? last : first
  if (here === (back ? first : last) || (back && here === panel))
    return exit ?? (back ? last : first)
  return null
}

const listen = (panel: HTMLElement, close: () => void) => {
  const onKey = (event: KeyboardEvent) => {
    // Never stopped or prevented: the exit counts Escape too, and must see every one of them.
    if (event.key === 'Escape') close()
    const next = event.key === 'Tab' ? beyond(panel, event.shiftKey) : null
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  document.addEventListener('keydown', onKey)
  return () => document.removeEventListener('keydown', onKey)
}

/** All that is behind it is out of reach of a screen reader as well; the exit stays, and what is said in passing. */
const hush = (sheet: HTMLElement): (() => void) => {
  const behind: HTMLElement[] = []
  const leave = (one: Element, from: Element): void => {
    const stays = one === from || one.matches('.swipe, .said')
    if (!stays && one instanceof HTMLElement && !one.inert) behind.push(one)
  }
  let here: Element = sheet
  while (here.parentElement && !here.matches('.room')) {
    for (const one of here.parentElement.children) leave(one, here)
    here = here.parentElement
  }
  for (const one of behind) one.inert = true
  return () => {
    for (const one of behind) one.inert = false
  }
}

const useSheet = (onClose: () => void) => {
  const sheet = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  close.current = onClose
  useLayoutEffect(() => {
    const panel = sheet.current
    if (!panel) return
    const before = document.activeElement
    const deaf = listen(panel, () => close.current())
    panel.focus({ preventScroll: true })
    const unhush = hush(panel.parentElement ?? panel)
    return () => {
      deaf()
      unhush()
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
          <h2 id={id} style={{ '--longest': longestIn(title) }}>
            {title}
          </h2>
          <button type="button" class="sheet-close" aria-label={closeLabel} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </div>
  )
}
