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

/** How many keys must be added, left out or changed to make one of the other. */
export const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [down, key] of Array.from(one).entries()) {
    const above = row
    row = [down + 1]
    for (const [across, wanted] of Array.from(other).entries()) {
      const change = (above[across] ?? 0) + (key === wanted ? 0 : 1)
      row.push(Math.min(change, (above[across + 1] ?? 0) + 1, (row[across] ?? 0) + 1))
    }
  }
  return row.at(-1) ?? 0
}

/** Without what opened and what was a slip of it: both would show the code, or nearly. */
export const without = (tape: Tape, opened: string): Tape =>
  tape
    .filter(({ typed }) => typed === '' || distance(typed, opened) > opened.length / 2)
    .map((line) => ({ ...line, typed: '' }))
