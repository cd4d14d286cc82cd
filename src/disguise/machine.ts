import { blank, clearsEntry, give, press, rest, shown, sum, type Calculator } from './calculator.ts'
import { isKey } from './key.ts'
import type { Trace } from './keyhole.ts'
import { traceOf } from './trace.ts'

/** What the display shows of a calculator. */
export type View = {
  /** A number in canonical text. */
  readonly text: string
  /** The line above: numbers, signs and "=", in reading order. */
  readonly pieces: readonly string[]
  readonly stuck: boolean
  /** Whether "C" takes back only the number being typed. */
  readonly clears: boolean
}

/** The calculator after a key that only one on its side has; null when it is no such key. */
export type Beyond = (was: Calculator, key: string) => Calculator | null

/** The calculator of the page, upright and on its side. */
export type Machine = {
  /** False when it has no such key; `note` hears what the key was to the display. */
  readonly press: (key: string) => boolean
  /** A number that comes in one piece, as from the memory. */
  readonly give: (text: string) => void
  /** Ends the number being typed, and says it with more digits than are shown. */
  readonly rest: () => string
  readonly view: () => View
  /** Upright, the line above is brief. */
  readonly turn: (brief: boolean) => void
  readonly learn: (beyond: Beyond) => void
  readonly clear: () => void
}

export const viewOf = (now: Calculator): View => ({
  text: shown(now),
  pieces: sum(now),
  stuck: now.stuck,
  clears: clearsEntry(now),
})

export const createMachine = (note: (trace: Trace) => void): Machine => {
  let now = blank
  let beyond: Beyond = () => null
  const become = (next: Calculator, key: string): void => {
    const trace = traceOf(now, key, next)
    now = next
    if (trace !== null) note(trace)
  }
  return {
    press: (key) => {
      const next = isKey(key) || key === '(' || key === ')' ? press(now, key) : beyond(now, key)
      if (next) become(next, key)
      return next !== null
    },
    give: (text) => become(give(now, text), '%'),
    rest: () => {
      if (now.entry.typing) become(rest(now), '%')
      return now.entry.text
    },
    view: () => viewOf(now),
    turn: (brief) => {
      now = { ...now, brief }
    },
    learn: (found) => {
      beyond = found
    },
    clear: () => {
      now = { ...blank, brief: now.brief }
    },
  }
}
