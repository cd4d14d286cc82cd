import type { Figures } from '../figures.ts'
import { part } from '../touch.ts'
import type { DisguiseWords } from '../words.ts'
import type { Pile } from './pile.ts'
import {
  countdown,
  elapsed,
  half,
  intervalsOf,
  precise,
  standing,
  type Run,
  type Timer,
  type Watch,
} from './timer.ts'

export type Mode = 'timer' | 'watch'

/** All that the page shows at a moment. */
export type Shown = {
  readonly mode: Mode
  readonly pile: Pile
  readonly watch: Watch
  readonly now: number
  /** The timer has just come to its end. */
  readonly over: boolean
}

const leftOf = (last: string, run: Run, now: number): string =>
  countdown(standing(last, elapsed(run, now))?.left ?? 0)

/** The time in large figures. */
const figureOf = ({ mode, pile, watch, now }: Shown, decimal: string): string => {
  if (mode === 'watch') return precise(watch.run ? elapsed(watch.run, now) : 0, decimal)
  const { typed, last, run } = pile.top
  if (run && typed === '') return leftOf(last, run, now)
  return half(typed.slice(typed.lastIndexOf('+') + 1))
}

const typedLine = (typed: string): string =>
  typed
    .split('+')
    .slice(0, -1)
    .map((one) => `${half(one)} +`)
    .join(' ')

const standingLine = ({ last }: Timer, run: Run, now: number): string => {
  const count = intervalsOf(last).length
  const at = standing(last, elapsed(run, now))?.at ?? count - 1
  return count > 1 ? `${at + 1} / ${count}` : ''
}

/** The line above: what goes on besides, and the intervals that are typed, or which of them is running. */
const lineOf = ({ mode, pile, now }: Shown): string => {
  if (mode === 'watch') return ''
  const { top, beneath } = pile
  const isSeen = top.run !== null && top.typed === ''
  const besides = (isSeen ? beneath : [top, ...beneath]).flatMap(({ last, run }) =>
    run ? [`(${leftOf(last, run, now)})`] : [],
  )
  const own = top.run && isSeen ? standingLine(top, top.run, now) : typedLine(top.typed)
  return [...besides, own].filter((text) => text !== '').join(' ')
}

const verbOf = ({ mode, pile, watch }: Shown): 'start' | 'pause' | 'goOn' => {
  const run = mode === 'watch' ? watch.run : pile.top.run
  if (!run || (mode === 'timer' && pile.top.typed !== '')) return 'start'
  return run.going ? 'pause' : 'goOn'
}

const lapLine = (length: number, at: number, decimal: string): string =>
  `${at + 1}  ${precise(length, decimal)}`

const itemOf = (text: string): HTMLElement => {
  const item = document.createElement('li')
  item.textContent = text
  return item
}

export type Face = {
  readonly draw: (shown: Shown) => void
  readonly speak: (tag: string, words: DisguiseWords) => void
}

const labels = { '+': 'plus', B: 'back' } as const

const texts = { timer: 'timer', watch: 'stopwatch', L: 'lap' } as const

/** Only what differs is written: ten times a second, on a phone. */
const write = (element: HTMLElement, text: string): void => {
  if (element.textContent !== text) element.textContent = text
}

const createSpeak = (tool: HTMLElement) => (tag: string, words: DisguiseWords) => {
  tool.lang = tag
  for (const [key, word] of Object.entries(labels)) {
    part(tool, `[data-key="${key}"]`).ariaLabel = words[word]
  }
  part(tool, '[data-key="C"]').ariaLabel = `C ${words.clearAll}`
  for (const [key, word] of Object.entries(texts)) {
    write(part(tool, `[data-key="${key}"]`), words[word])
  }
}

/** Writes what is to be seen on the page. */
export const createFace = (tool: HTMLElement, { decimal, digits }: Figures): Face => {
  const [value, line, said] = [part(tool, '#value'), part(tool, '#sum'), part(tool, '#said')]
  const [start, laps] = [part(tool, '[data-key="="]'), part(tool, '#laps')]
  const speakAll = createSpeak(tool)
  let words: DisguiseWords | null = null
  const draw = (shown: Shown): void => {
    const figure = digits(figureOf(shown, decimal))
    write(value, figure)
    value.style.setProperty('--length', String(Math.max(figure.length, 6)))
    const ended = shown.over && words ? words.timesUp : ''
    write(line, [ended, digits(lineOf(shown))].filter((text) => text !== '').join(' · '))
    tool.toggleAttribute('data-over', shown.over)
    if (words) write(start, words[verbOf(shown)])
    if (words) write(said, shown.over ? words.timesUp : '')
    tool.dataset['mode'] = shown.mode
    for (const mode of ['timer', 'watch']) {
      part(tool, `[data-key="${mode}"]`).ariaPressed = String(mode === shown.mode)
    }
    if (laps.childElementCount === shown.watch.laps.length) return
    const made = shown.watch.laps.map((length, at) => digits(lapLine(length, at, decimal)))
    laps.replaceChildren(...made.map(itemOf).toReversed())
  }
  const speak: Face['speak'] = (tag, next) => {
    words = next
    speakAll(tag, next)
  }
  return { draw, speak }
}
