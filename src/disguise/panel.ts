import { clearsEntry, shown, sum, type Calculator } from './calculator.ts'
import { part } from './touch.ts'
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

const sumText = (calculator: Calculator, { show }: Figures): string =>
  sum(calculator)
    .map((piece) => signOf(piece) ?? show(piece))
    .join(' ')

export const createPanel = (tool: HTMLElement, figures: Figures): Panel => {
  const [value, line, said] = ['#value', '#sum', '#said'].map((id) => part(tool, id))
  const clear = part(tool, '[data-key="C"]')
  if (!value || !line || !said) throw new Error('the calculator has no display')
  // Until they come, the page says what stands in it.
  let words: DisguiseWords | null = null
  part(tool, '[data-key="."]').textContent = figures.decimal

  const draw = (calculator: Calculator) => {
    const text = calculator.stuck ? (words?.impossible ?? '—') : figures.show(shown(calculator))
    value.textContent = text
    value.style.setProperty('--length', String(Math.max(text.length, 6)))
    line.textContent = sumText(calculator, figures)
    const entry = clearsEntry(calculator)
    clear.textContent = entry ? 'C' : 'AC'
    if (words) clear.ariaLabel = entry ? words.clear : words.clearAll
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
