import { clearsEntry, isKey, shown, sum, type Calculator, type Key } from './calculator.ts'
import { signOf, type Figures } from './figures.ts'
import type { DisguiseWords } from './words.ts'

/** The display and the keys on the screen. */
export type Panel = {
  readonly draw: (calculator: Calculator) => void
  /** Tells a screen reader what the display shows: after "=" only, since keys speak themselves. */
  readonly say: (text: string) => void
  readonly speak: (tag: string, words: DisguiseWords) => void
  readonly text: () => string
}

const labels = {
  '+': 'plus',
  '-': 'minus',
  '*': 'times',
  '/': 'dividedBy',
  '%': 'percent',
  '=': 'equals',
  '.': 'point',
  N: 'changeSign',
  B: 'back',
} as const

const part = (within: HTMLElement, selector: string): HTMLElement => {
  const found = within.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`the calculator has no ${selector}`)
  return found
}

const keyOf = (event: Event): readonly [HTMLElement, Key] | null => {
  const button = event.target instanceof Element ? event.target.closest('button') : null
  const key = button?.dataset['key'] ?? ''
  return button && isKey(key) ? [button, key] : null
}

type Pressable = Pick<HTMLElement, 'addEventListener'>

/**
 * Calls `onKey` for each key pressed. It acts when the finger comes down, because browsers give no
 * click to the second of two thumbs; a click counts only where no finger came before it.
 */
export const listenTo = (keypad: Pressable, onKey: (key: Key) => void): void => {
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

const sumText = (calculator: Calculator, { show }: Figures): string =>
  sum(calculator)
    .map((piece) => signOf(piece) ?? show(piece))
    .join(' ')

export const createPanel = (tool: HTMLElement, figures: Figures, first: DisguiseWords): Panel => {
  const [value, line, said] = ['#value', '#sum', '#said'].map((id) => part(tool, id))
  const clear = part(tool, '[data-key="C"]')
  if (!value || !line || !said) throw new Error('the calculator has no display')
  let words = first
  part(tool, '[data-key="."]').textContent = figures.decimal

  const draw = (calculator: Calculator) => {
    const text = calculator.stuck ? words.impossible : figures.show(shown(calculator))
    value.textContent = text
    value.style.setProperty('--length', String(Math.max(text.length, 6)))
    line.textContent = sumText(calculator, figures)
    const entry = clearsEntry(calculator)
    clear.textContent = entry ? 'C' : 'AC'
    clear.ariaLabel = entry ? words.clear : words.clearAll
    said.textContent = ''
  }
  const speak = (tag: string, chosen: DisguiseWords) => {
    words = chosen
    tool.lang = tag
    for (const [key, word] of Object.entries(labels)) {
      part(tool, `[data-key="${key}"]`).ariaLabel = chosen[word]
    }
  }
  const say = (text: string) => {
    said.textContent = text
  }
  return { draw, say, speak, text: () => value.textContent ?? '' }
}
