import { startReading } from '../../src/app/reading.ts'
import type { Item } from '../../src/vault/messages.ts'
import { median, type Row } from './figures.ts'

// From the worker's answer to a record: what the first drawing waits for, beside all of it.

const entries = 10_000
const rounds = 15
/** Milliseconds that the app gives a first step. */
const first = 8

const text = 'Hon ringde på torsdag och frågade efter handläggaren, som inte var där än. '.repeat(8)

const itemOf = (n: number): Item => [
  `story/${n}`,
  new TextEncoder().encode(
    JSON.stringify({ kind: 'story', id: `${n}`, topic: 'happened', title: `Dag ${n}`, text }),
  ),
]

const items = Array.from({ length: entries }, (_, n) => itemOf(n))
const now = (): number => performance.now()

const timed = (most: number): number => {
  const since = now()
  const reading = startReading(items, now)
  reading.step(most)
  reading.record()
  return now() - since
}

export const benchReading = (): Row[] => {
  const [some, all]: [number[], number[]] = [[], []]
  for (let n = 0; n < rounds; n++) {
    some.push(timed(first))
    all.push(timed(Infinity))
  }
  const control = { name: 'all of them', value: median(all) }
  return [
    {
      name: `what the first screen needs of ${entries}`,
      value: median(some),
      unit: 'ms',
      control,
    },
  ]
}
