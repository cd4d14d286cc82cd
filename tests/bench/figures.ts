/** One line of the bench: a median, and its ratio to a control of the same run. */
export type Row = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly control?: { readonly name: string; readonly value: number }
  readonly note?: string
  /** The most that its budget allows, in the same unit. */
  readonly limit?: number
  /** The least that its budget asks for, in the same unit. */
  readonly least?: number
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

export const quantile = (values: readonly number[], at: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const spot = (sorted.length - 1) * at
  const [low, high] = [sorted[Math.floor(spot)] ?? NaN, sorted[Math.ceil(spot)] ?? NaN]
  return low + (high - low) * (spot % 1)
}

const round = (value: number): string =>
  value >= 100 ? String(Math.round(value)) : value.toPrecision(3)

/** Held to the figure as it is printed: what rounds to the limit meets it. */
const verdictOf = ({ value, limit, least }: Row): string => {
  const bound = limit ?? least
  if (bound === undefined) return ''
  const [seen, asked] = [Number(round(value)), Number(round(bound))]
  const isMet = limit === undefined ? seen >= asked : seen <= asked
  return `${isMet ? 'met' : 'missed'} (${round(bound)})`
}

export const lineOf = (row: Row): string => {
  const { name, value, unit, control, note } = row
  const beside = control
    ? `${(value / control.value).toFixed(2)}x ${control.name} (${round(control.value)})`
    : ''
  return [name.padEnd(44), `${round(value)} ${unit}`.padEnd(16), verdictOf(row).padEnd(16)]
    .concat(beside, note ?? '')
    .join(' ')
    .trimEnd()
}

export const print = (title: string, rows: readonly Row[]): void => {
  console.log(`\n${title}`)
  for (const row of rows) console.log(`  ${lineOf(row)}`)
}
