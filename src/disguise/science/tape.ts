import { isSlip } from '../slip.ts'

/** A finished sum. `typed`: its keys where they might have been a code, else "". */
export type Line = {
  readonly pieces: readonly string[]
  readonly result: string
  readonly typed: string
}

/** The newest first. It lives as long as the page does, and is never written down. */
export type Tape = readonly Line[]

const longest = 50

export const recorded = (tape: Tape, line: Line): Tape => [line, ...tape].slice(0, longest)

/** Without what opened and what was a slip of it: both would show the code, or nearly. */
export const without = (tape: Tape, opened: string): Tape =>
  tape
    .filter(({ typed }) => typed === '' || !isSlip(typed, opened))
    .map((line) => ({ ...line, typed: '' }))
