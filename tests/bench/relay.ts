import { dropFolder, newFolder, newSecrets } from '../relay/given.ts'
import { type Adapter, readAdapter } from './adapter.ts'
import { type Beside, besideRows, goBeside } from './beside.ts'
import { median, quantile, type Row } from './figures.ts'
import {
  connections,
  endSide,
  type Figures,
  sendAll,
  type Side,
  startSide,
  type Verb,
} from './side.ts'

// The whole relay against bare node:http over the same store, turn by turn on the same machine:
// what carries over to another machine is the ratio.

/** Many short turns rather than a few long ones: what else the machine does falls on both. */
const rounds = 40
const perRound = { create: 800, open: 3000 } as const

const requestsFor = (side: Side, verb: Verb): readonly Buffer[] => {
  if (verb === 'create') {
    const fresh = Array.from({ length: perRound.create }, () => newSecrets())
    side.shares.push(...fresh)
    return fresh.map((secrets) => side.create(secrets))
  }
  const known = side.shares.slice(-perRound.create)
  return Array.from({ length: perRound.open }, (_, at) => {
    const secrets = known[at % known.length]
    return side.open(secrets ?? newSecrets())
  })
}

type Pair = { readonly relay: Figures; readonly bare: Figures }

/** One round of both, the later one first every other time. */
const roundOf = async (relay: Side, bare: Side, verb: Verb, flip: boolean): Promise<Pair> => {
  const first = flip ? bare : relay
  const one = await sendAll(first, requestsFor(first, verb))
  const second = flip ? relay : bare
  const two = await sendAll(second, requestsFor(second, verb))
  return flip ? { relay: two, bare: one } : { relay: one, bare: two }
}

const rowOf = (name: string, unit: string, pairs: readonly Pair[], figure: keyof Figures): Row => ({
  name,
  value: median(pairs.map(({ relay }) => relay[figure])),
  unit,
  control: { name: 'bare node:http', value: median(pairs.map(({ bare }) => bare[figure])) },
})

/** Of the bare rate. */
const least = { create: 0.9, open: 0.8 } as const

const ratioRow = (verb: Verb, pairs: readonly Pair[]): Row => {
  const ratios = pairs.map(({ relay, bare }) => relay.rate / bare.rate)
  const [low, high] = [0.25, 0.75].map((at) => quantile(ratios, at).toFixed(2))
  return {
    name: `${verb}, median of ratios to the bare rate`,
    value: median(ratios),
    unit: 'x',
    least: least[verb],
    note: `half of ${ratios.length} rounds lie within ${low} and ${high}`,
  }
}

const percent = (shares: readonly number[]): string => `${Math.round(100 * median(shares))} %`

/** A loop that always has something to do is what bounds the rate; where none is, the disk does. */
const boundRow = (verb: Verb, pairs: readonly Pair[]): Row => {
  const [loads, bareLoads] = [
    pairs.map(({ relay }) => relay.load),
    pairs.map(({ bare }) => bare.load),
  ]
  const percents = pairs.map(({ relay, bare }) => ({
    relay: { ...relay, busy: 100 * relay.busy },
    bare: { ...bare, busy: 100 * bare.busy },
  }))
  return {
    ...rowOf(`${verb}, the server has something to do`, '%', percents, 'busy'),
    note: `the load's own loop: ${percent(loads)}, with the bare one ${percent(bareLoads)}`,
  }
}

const rowsOf = (verb: Verb, pairs: readonly Pair[]): Row[] => [
  rowOf(`${verb} 20 kB, durable, ${connections} at a time`, '1/s', pairs, 'rate'),
  ratioRow(verb, pairs),
  rowOf(`${verb}, p50`, 'ms', pairs, 'p50'),
  rowOf(`${verb}, p99`, 'ms', pairs, 'p99'),
  rowOf(`${verb}, processor time`, 'us', pairs, 'cpu'),
  boundRow(verb, pairs),
]

const verbs = ['create', 'open'] as const

const measure = async (relay: Side, bare: Side, adapter: Adapter | null): Promise<Row[]> => {
  const pairs: Record<Verb, Pair[]> = { create: [], open: [] }
  const beside: Record<Verb, Beside[]> = { create: [], open: [] }
  // The first round warms all up and is not counted.
  for (let round = 0; round <= rounds; round++) {
    const other = adapter && (await goBeside(adapter, perRound))
    for (const verb of verbs) {
      const pair = await roundOf(relay, bare, verb, round % 2 === 1)
      if (round === 0) continue
      pairs[verb].push(pair)
      if (other) beside[verb].push({ ...pair, other: other[verb] })
    }
  }
  const rows = verbs.flatMap((verb) => rowsOf(verb, pairs[verb]))
  return adapter ? [...rows, ...verbs.flatMap((verb) => besideRows(verb, beside[verb]))] : rows
}

/** Creates and opens of 20 kB through the whole relay, against bare node:http. 40 to 90 s. */
export const benchRelay = async (): Promise<Row[]> => {
  const folder = newFolder()
  const relay = await startSide('relay', `${folder}/relay`)
  const bare = await startSide('bare', `${folder}/bare`)
  try {
    return await measure(relay, bare, await readAdapter())
  } finally {
    await Promise.all([endSide(relay), endSide(bare)])
    dropFolder(folder)
  }
}
