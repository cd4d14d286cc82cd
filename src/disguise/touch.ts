/** An element that the page's own text must have. */
export const part = (within: HTMLElement, selector: string): HTMLElement => {
  const found = within.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`the page has no ${selector}`)
  return found
}

const keyOf = (event: Event): readonly [HTMLElement, string] | null => {
  const button = event.target instanceof Element ? event.target.closest('button') : null
  const key = button?.dataset['key']
  return button && key !== undefined ? [button, key] : null
}

type Pressable = Pick<HTMLElement, 'addEventListener'>

/**
 * Calls `onKey` for each key pressed, with its `data-key`. It acts when the finger comes down, because browsers give no
 * click to the second of two thumbs; a click counts only where no finger came before it.
 */
export const listenTo = (keypad: Pressable, onKey: (key: string) => void): void => {
  let under: HTMLElement | null = null
  keypad.addEventListener('pointerdown', (event) => {
    const hit = event.button === 0 ? keyOf(event) : null
    under = hit?.[0] ?? null
    if (hit) onKey(hit[1])
  })
  keypad.addEventListener('click', (event) => {
    const hit = keyOf(event)
    if (hit && (event.detail === 0 || hit[0] !== under)) onKey(hit[1])
    under = null
  })
  // A mouse must not leave the focus on a key, where Enter would press it again.
  keypad.addEventListener('mousedown', (event) => event.preventDefault())
}
