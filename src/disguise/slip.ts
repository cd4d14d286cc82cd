// Whoever mistypes a code types it again, and what stands there from the first try nearly shows it.

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

/** Whether keys are those that opened, or differ from them in up to half. */
export const isSlip = (typed: string, opened: string): boolean =>
  distance(typed, opened) <= opened.length / 2
