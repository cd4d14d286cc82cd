import { dropFolder, newFolder, newSecrets } from '../relay/given.ts'
import { type Adapter, readAdapter } from './adapter.ts'
import { type Beside, besideRows, goBeside, type Usual } from './beside.ts'
import { median, quantile, type Row } from './figures.ts'
import {
  connections,
  endSide,
  type Figures,
  type Kind,
  sendAll,
  type Side,
  startSide,
  type Verb,
} from './side.ts'

// The whole relay against bare node:http over the same files and rows, and over the relay's own store, turn
// by turn on the same machine: what carries over to another machine is the ratio.

/** Many short turns rather than a few long ones: what else the machine does falls on both. */
const rounds = 40
const perRound = { create: 800, scatter: 400, open: 3000 } as const

const requestsFor = (side: Side, verb: Verb): readonly Buffer[] => {
  if (verb !== 'open') {
    const fresh = Array.from({ length: perRound[verb] }, () => newSecrets())
    if (verb === 'create') side.shares.push(...fresh)
    return fresh.map((secrets) => side[verb](secrets))
  }
  const known = side.shares.slice(-perRound.create)
  return Array.from({ length: perRound.open }, (_, at) => {
    const secrets = known[at % known.length]
    return side.open(secrets ?? newSecrets())
  })
}

type Sides = Readonly<Record<Kind, Side>>
type Turns = Readonly<Record<Kind, Figures>>

const kinds = ['relay', 'bare', 'store'] as const

/** One round of all, each the first one every third time. */
const roundOf = async (sides: Sides, verb: Verb, round: number): Promise<Turns> => {
  const turns: Partial<Record<Kind, Figures>> = {}
  for (const at of kinds.keys()) {
    const kind = kinds[(at + round) % kinds.length] ?? 'relay'
    turns[kind] = await sendAll(sides[kind], requestsFor(sides[kind], verb))
  }
  const { relay, bare, store } = turns
  if (!relay || !bare || !store) throw new Error('a side had no turn')
  return { relay, bare, store }
}

type Pair = Pick<Turns, 'relay' | 'bare'>

const rowOf = (name: string, unit: string, pairs: readonly Pair[], figure: keyof Figures): Row => ({
  name,
  value: median(pairs.map(({ relay }) => relay[figure])),
  unit,
  control: { name: 'bare node:http', value: median(pairs.map(({ bare }) => bare[figure])) },
})

/** What is told of: each verb in turn with the others, and before that creates with nothing between. */
type Told = Verb | 'alone'

/** Of the bare rate; for `scatter` there is no goal. */
const least = {
  alone: { least: 0.9 },
  create: { least: 0.9 },
  scatter: {},
  open: { least: 0.8 },
} as const

const names = {
  alone: 'create, and nothing else',
  create: 'create',
  scatter: 'create, each for another hour',
  open: 'open',
} as const

const against = { bare: 'the bare rate', store: 'node:http over the whole store' } as const

const ratioRow = (verb: Told, pairs: readonly Turns[], control: keyof typeof against): Row => {
  const ratios = pairs.map((turns) => turns.relay.rate / turns[control].rate)
  const [low, high] = [0.25, 0.75].map((at) => quantile(ratios, at).toFixed(2))
  return {
    name: `${names[verb]}, median of ratios to ${against[control]}`,
    value: median(ratios),
    unit: 'x',
    ...least[verb],
    note: `half of ${ratios.length} rounds lie within ${low} and ${high}`,
  }
}

const percent = (shares: readonly number[]): string => `${Math.round(100 * median(shares))} %`

/** A loop that always has something to do is what bounds the rate; where none is, the disk does. */
const boundRow = (verb: Told, pairs: readonly Turns[]): Row => {
  const [loads, bareLoads] = [
    pairs.map(({ relay }) => relay.load),
    pairs.map(({ bare }) => bare.load),
  ]
  const percents = pairs.map(({ relay, bare }) => ({
    relay: { ...relay, busy: 100 * relay.busy },
    bare: { ...bare, busy: 100 * bare.busy },
  }))
  return {
    ...rowOf(`${names[verb]}, the server has something to do`, '%', percents, 'busy'),
    note: `the load's own loop: ${percent(loads)}, with the bare one ${percent(bareLoads)}`,
  }
}

const rowsOf = (verb: Told, pairs: readonly Turns[]): Row[] => [
  rowOf(`${names[verb]}: 20 kB, durable, ${connections} at a time`, '1/s', pairs, 'rate'),
  ratioRow(verb, pairs, 'bare'),
  ratioRow(verb, pairs, 'store'),
  rowOf(`${names[verb]}, p50`, 'ms', pairs, 'p50'),
  rowOf(`${names[verb]}, p99`, 'ms', pairs, 'p99'),
  rowOf(`${names[verb]}, processor time`, 'us', pairs, 'cpu'),
  boundRow(verb, pairs),
]

const told = ['alone', 'create', 'scatter', 'open'] as const
const verbs = ['create', 'scatter', 'open'] as const
const usual = ['create', 'open'] as const

/** The collector leaves what opens used for later: where they come between, creates pay for it, and the bare ones more. */
const measureAlone = async (sides: Sides): Promise<Turns[]> => {
  const turns: Turns[] = []
  // The first round warms all up and is not counted.
  for (let round = 0; round <= rounds; round++) turns.push(await roundOf(sides, 'create', round))
  return turns.slice(1)
}

const measure = async (sides: Sides, adapter: Adapter | null): Promise<Row[]> => {
  const alone = await measureAlone(sides)
  const pairs: Record<Told, Turns[]> = { alone, create: [], scatter: [], open: [] }
  const beside: Record<Usual, Beside[]> = { create: [], open: [] }
  // As above, the first round is not counted.
  for (let round = 0; round <= rounds; round++) {
    const other = adapter && (await goBeside(adapter, perRound))
    for (const verb of verbs) {
      const turns = await roundOf(sides, verb, round)
      if (round === 0) continue
      pairs[verb].push(turns)
      if (other && verb !== 'scatter') beside[verb].push({ ...turns, other: other[verb] })
    }
  }
  const rows = told.flatMap((verb) => rowsOf(verb, pairs[verb]))
  return adapter ? [...rows, ...usual.flatMap((verb) => besideRows(verb, beside[verb]))] : rows
}

/** Creates and opens of 20 kB through the whole relay, against bare node:http. About two and a half minutes. */
export const benchRelay = async (): Promise<Row[]> => {
  const folder = newFolder()
  const relay = await startSide('relay', `${folder}/relay`)
  const bare = await startSide('bare', `${folder}/bare`)
  const store = await startSide('store', `${folder}/store`)
  const sides = { relay, bare, store }
  try {
    return await measure(sides, await readAdapter())
  } finally {
    await Promise.all(Object.values(sides).map(endSide))
    dropFolder(folder)
  }
}
