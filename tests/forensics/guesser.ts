// Somebody who has seen many phones whose owners he knows, and now guesses about one that he does not:
// small trees of one question each, each grown on what those before it got wrong.

export type Sample = { readonly row: readonly number[]; readonly is: boolean }

type Question = {
  readonly column: number
  readonly above: number
  readonly no: number
  readonly yes: number
}

type Guesser = (row: readonly number[]) => number

const steps = 24
const questions = 60
const pace = 0.3

/** Values that part what was seen into parts of equal size. */
const cutsOf = (values: readonly number[]): readonly number[] => {
  const sorted = values.toSorted((a, b) => a - b)
  return Array.from(
    { length: steps },
    (_, n) => sorted[Math.floor(((n + 1) * sorted.length) / (steps + 1))] ?? 0,
  )
}

type Column = { readonly cuts: readonly number[]; readonly places: Uint8Array }

const columnOf = (samples: readonly Sample[], column: number): Column => {
  const values = samples.map(({ row }) => row[column] ?? 0)
  const cuts = cutsOf(values)
  const places = Uint8Array.from(values, (value) => cuts.filter((cut) => value > cut).length)
  return { cuts, places }
}

const chance = (score: number): number => 1 / (1 + Math.exp(-score))

type Cut = { readonly gain: number; readonly question: Question }

/** The best cut of one column for what is still wrong. */
const bestCut = (wrong: Float64Array, { cuts, places }: Column, column: number): Cut => {
  const sums = new Float64Array(steps + 1)
  const sizes = new Float64Array(steps + 1)
  places.forEach((place, n) => {
    sums[place] = (sums[place] ?? 0) + (wrong[n] ?? 0)
    sizes[place] = (sizes[place] ?? 0) + 1
  })
  const [all, total] = [sums.reduce((a, b) => a + b, 0), places.length]
  let best: Cut = { gain: -1, question: { column, above: Infinity, no: 0, yes: 0 } }
  let [sum, size] = [0, 0]
  for (const [n, above] of cuts.entries()) {
    sum += sums[n] ?? 0
    size += sizes[n] ?? 0
    if (size === 0 || size === total) continue
    const [no, yes] = [sum / size, (all - sum) / (total - size)]
    const gain = sum * no + (all - sum) * yes
    if (gain > best.gain) best = { gain, question: { column, above, no: 4 * no, yes: 4 * yes } }
  }
  return best
}

const answer = ({ column, above, no, yes }: Question, row: readonly number[]): number =>
  (row[column] ?? 0) > above ? yes : no

/** Learns from samples; what it gives back says how sure it is, more being surer. */
const learn = (samples: readonly Sample[]): Guesser => {
  const columns = (samples[0]?.row ?? []).map((_, column) => columnOf(samples, column))
  const scores = new Float64Array(samples.length)
  const asked: Question[] = []
  while (asked.length < questions) {
    const wrong = scores.map((score, n) => Number(samples[n]?.is) - chance(score))
    const cuts = columns.map((column, n) => bestCut(wrong, column, n))
    const [best] = cuts.toSorted((a, b) => b.gain - a.gain)
    if (!best) break
    asked.push(best.question)
    samples.forEach(({ row }, n) => {
      scores[n] = (scores[n] ?? 0) + pace * answer(best.question, row)
    })
  }
  return (row) => asked.reduce((sum, question) => sum + answer(question, row), 0)
}

/** How often a guesser puts the right one of two first: 0.5 is chance, 1 is never wrong. */
const rightness = (guess: Guesser, samples: readonly Sample[]): number => {
  const scored = samples
    .map(({ row, is }) => ({ score: guess(row), is }))
    .toSorted((a, b) => a.score - b.score)
  const [yes, no] = [true, false].map((is) => scored.filter((one) => one.is === is).length)
  let ranks = 0
  for (let at = 0; at < scored.length;) {
    let end = at
    while (scored[end]?.score === scored[at]?.score) end += 1
    const equal = scored.slice(at, end).filter(({ is }) => is).length
    ranks += (equal * (at + 1 + end)) / 2
    at = end
  }
  return (ranks - ((yes ?? 0) * ((yes ?? 0) + 1)) / 2) / ((yes ?? 0) * (no ?? 0))
}

/** One standard deviation of `rightness` for somebody who only tosses a coin. */
export const luck = (samples: readonly Sample[]): number => {
  const yes = samples.filter(({ is }) => is).length
  const no = samples.length - yes
  return Math.sqrt((samples.length + 1) / (12 * yes * no))
}

/** Learns from one half and is tried on the other, both ways about; no sample is guessed from itself. */
export const guessedRight = (samples: readonly Sample[]): number => {
  const halves = [0, 1].map((half) =>
    [true, false].flatMap((is) =>
      samples.filter((sample) => sample.is === is).filter((_, n) => n % 2 === half),
    ),
  )
  const [a = [], b = []] = halves
  return (rightness(learn(a), b) + rightness(learn(b), a)) / 2
}
