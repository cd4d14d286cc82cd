import type { Operator } from './key.ts'
import { calculate } from './sum.ts'

/** What stands between two numbers. */
export type Operation = {
  readonly sign: string
  readonly rank: number
  /** What waits on its left with at least this rank is worked out first. */
  readonly after: number
  /** Null when there is no answer. */
  readonly work: (left: string, right: string) => string | null
}

const simple = (sign: Operator, rank: number): Operation => ({
  sign,
  rank,
  after: rank,
  work: (left, right) => calculate(left, sign, right),
})

export const operations: Readonly<Record<Operator, Operation>> = {
  '+': simple('+', 1),
  '-': simple('-', 1),
  '*': simple('*', 2),
  '/': simple('/', 2),
}
