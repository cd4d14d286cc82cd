import { signOf, type Figures } from './figures.ts'
import type { View } from './machine.ts'
import { part } from './touch.ts'
import type { DisguiseWords } from './words.ts'

/** The display and the keys on the screen. */
export type Panel = {
  readonly draw: (view: View) => void
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

/** The line above the number, with signs and numbers as people write them. */
export const lineText = (pieces: readonly string[], { show }: Figures): string =>
  pieces
    .map((piece) => signOf(piece) ?? (/^-?[\d.]/.test(piece) ? show(piece) : piece))
    .join(' ')
    .replace(/([(√∛]|sin\S*|cos\S*|tan\S*|ln|log|\^) (?=[(\d])/g, '$1')
    .replace(/ (?=[)²³!])/g, '')

/** The digits on the keys, where the phone has other ones than the page. */
export const writeDigits = (tool: HTMLElement, { digits }: Figures): void => {
  for (const key of tool.querySelectorAll<HTMLElement>('#keys [data-key]')) {
    const name = key.dataset['key'] ?? ''
    if (/^\d+$/.test(name)) key.textContent = digits(name)
  }
}

export const createPanel = (tool: HTMLElement, figures: Figures): Panel => {
  const [value, line, said] = ['#value', '#sum', '#said'].map((id) => part(tool, id))
  const clear = part(tool, '[data-key="C"]')
  if (!value || !line || !said) throw new Error('the calculator has no display')
  // Until they come, the page says what stands in it.
  let words: DisguiseWords | null = null
  part(tool, '[data-key="."]').textContent = figures.decimal
  writeDigits(tool, figures)

  const draw = (view: View) => {
    const text = view.stuck ? (words?.impossible ?? '—') : figures.show(view.text)
    value.textContent = text
    value.style.setProperty('--length', String(Math.max(text.length, 6)))
    line.textContent = lineText(view.pieces, figures)
    const face = view.clears ? 'C' : 'AC'
    clear.textContent = face
    // The name begins with what stands on it, for whoever speaks to the phone.
    if (words) clear.ariaLabel = `${face} ${view.clears ? words.clear : words.clearAll}`
    said.textContent = ''
  }
  const speak = (tag: string, chosen: DisguiseWords) => {
    words = chosen
    tool.lang = tag
    for (const [key, word] of Object.entries(labels)) {
      const button = tool.querySelector(`[data-key="${key}"]`)
      if (button) button.ariaLabel = chosen[word]
    }
  }
  const say = (text: string) => {
    said.textContent = text
  }
  return { draw, say, speak, text: () => value.textContent ?? '' }
}
