import { blank, clearsEntry, press, shown, sum, type Calculator } from './calculator.ts'
import { isKey } from './key.ts'

/** What the display shows of a calculator. */
export type View = {
  /** A number in canonical text. */
  readonly text: string
  /** The line above: numbers, operators and "=", in reading order. */
  readonly pieces: readonly string[]
  readonly stuck: boolean
  /** Whether "C" takes back only the number being typed. */
  readonly clears: boolean
}

/** One of the two calculators: the plain one, or the one for a phone on its side. */
export type Machine = {
  /** False when it has no such key. */
  readonly press: (key: string) => boolean
  /** A number that comes in one piece, as from the memory. */
  readonly give: (text: string) => void
  readonly view: () => View
  /** What the plain one goes on with when the phone is turned. */
  readonly plain: () => Calculator
  readonly setDegrees?: (degrees: boolean) => void
}

export const viewOf = (now: Calculator): View => ({
  text: shown(now),
  pieces: sum(now),
  stuck: now.stuck,
  clears: clearsEntry(now),
})

export const plainMachine = (first: Calculator = blank): Machine => {
  let now = first
  return {
    press: (key) => {
      if (!isKey(key)) return false
      now = press(now, key)
      return true
    },
    give: (text) => {
      const from = now.stuck ? blank : now
      now = { ...from, entry: { text, typing: false }, done: null }
    },
    view: () => viewOf(now),
    plain: () => now,
  }
}
