import { randomBytes } from 'node:crypto'
import type { Adapter } from './adapter.ts'
import { collect } from './collect.ts'
import { median, type Row } from './figures.ts'
import { goAll, type Timed } from './lanes.ts'
import { bodyBytes, connections, type Verb } from './side.ts'

// Another product beside the relay and bare node:http, in the same rounds.

/** What other products do, too. */
export type Usual = Exclude<Verb, 'scatter'>

/** `cpu`: microseconds of its server for one call, NaN where the adapter does not say. */
type Theirs = Timed & { readonly cpu: number }

const lanes = Array.from({ length: connections }, (_, at) => at)

const goThem = async <T>(
  { spent }: Adapter,
  all: readonly T[],
  go: (one: T) => Promise<unknown>,
): Promise<Theirs> => {
  collect()
  const before = await spent()
  const timed = await goAll(all, lanes, go)
  return { ...timed, cpu: ((await spent()) - before) / all.length }
}

/** The same load on another product; `counts`: how many calls. */
export const goBeside = async (
  adapter: Adapter,
  counts: Readonly<Record<Usual, number>>,
): Promise<Readonly<Record<Usual, Theirs>>> => {
  const made: unknown[] = []
  const all = Array.from({ length: counts.create }, () => adapter.prepare(randomBytes(bodyBytes)))
  const create = await goThem(adapter, all, async (prepared) =>
    made.push(await adapter.create(prepared)),
  )
  const asks = Array.from({ length: counts.open }, (_, at) => made[at % made.length])
  return { create, open: await goThem(adapter, asks, adapter.open) }
}

/** One round of all three. */
export type Beside = Readonly<Record<'relay' | 'bare' | 'other', Theirs>>

export const besideRows = (verb: Usual, all: readonly Beside[]): Row[] => {
  const over = (figure: 'rate' | 'cpu', side: 'relay' | 'bare'): number =>
    median(all.map((one) => one[side][figure] / one.other[figure]))
  const rate = Math.round(median(all.map(({ other }) => other.rate)))
  const rows: Row[] = [
    {
      name: `${verb}, times the other product's rate`,
      value: over('rate', 'relay'),
      unit: 'x',
      least: 2.5,
      note: `other: ${rate} 1/s; bare: ${over('rate', 'bare').toFixed(2)}x of it`,
    },
    {
      name: `${verb}, its processor time in times of ours`,
      value: 1 / over('cpu', 'relay'),
      unit: 'x',
      note: `bare: ${(1 / over('cpu', 'bare')).toFixed(2)}x`,
    },
  ]
  return rows.filter(({ value }) => !Number.isNaN(value))
}
