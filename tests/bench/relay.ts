import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import process from 'node:process'
import { paths } from '../../src/share/contract.ts'
import { type Adapter, readAdapter } from './adapter.ts'
import { median, quantile, type Row } from './figures.ts'
import type { Secrets } from '../relay/given.ts'
import {
  createFrame,
  day,
  dropFolder,
  newFolder,
  newSecrets,
  openRequest,
  text,
} from '../relay/given.ts'

// The whole relay against bare node:http over the same store, turn by turn on the same machine:
// what carries over to another machine is the ratio.

const bodyBytes = 20_480
const connections = 32
const rounds = 5
const perRound = { create: 800, open: 2000 } as const

type Verb = keyof typeof perRound
type Call = { readonly path: string; readonly body: Buffer }

/** One of the two servers, and how to say the same thing to it. */
type Side = {
  readonly port: number
  readonly child: ChildProcess
  readonly agent: Agent
  readonly shares: Secrets[]
  readonly create: (secrets: Secrets) => Call
  readonly open: (secrets: Secrets) => Call
}

const until = (): number => Math.floor(Date.now() / 1000) + day

const relayCalls: Pick<Side, Verb> = {
  create: (secrets) => ({
    path: paths.create,
    body: Buffer.from(
      createFrame(secrets, { until: until(), openers: 100 }, randomBytes(bodyBytes)),
    ),
  }),
  open: (secrets) => ({
    path: paths.open,
    body: Buffer.from(JSON.stringify(openRequest(secrets))),
  }),
}

const bareCalls: Pick<Side, Verb> = {
  create: ({ locator }) => ({ path: `/create/${text(locator)}`, body: randomBytes(bodyBytes) }),
  open: ({ locator }) => ({ path: `/open/${text(locator)}`, body: Buffer.from('{}') }),
}

const cpuOf = async ({ child }: Side): Promise<number> => {
  child.send('cpu')
  const [spent] = await once(child, 'message')
  return Number(spent)
}

const start = async (kind: 'relay' | 'bare', folder: string): Promise<Side> => {
  const child = spawn(process.execPath, ['tests/bench/relay-server.ts', kind, folder], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const [said] = await once(child.stdout ?? child, 'data')
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const calls = kind === 'relay' ? relayCalls : bareCalls
  return { child, agent, port: Number(String(said)), shares: [], ...calls }
}

const post = ({ port, agent }: Side, { path, body }: Call): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = { 'Content-Length': body.length }
    const sent = request({ port, host: '127.0.0.1', method: 'POST', path, agent, headers })
    sent.on('response', (response) => {
      const fine = response.statusCode === 200 || response.statusCode === 201
      response.resume()
      response.on('end', () => (fine ? resolve() : reject(new Error(`${response.statusCode}`))))
    })
    sent.on('error', reject)
    sent.end(body)
  })

/** `p50`, `p99`: milliseconds of one call. */
type Figures = Readonly<Record<'rate' | 'cpu' | 'p50' | 'p99', number>>

type Timed = Pick<Figures, 'rate' | 'p50' | 'p99'>

/** Goes through all of them, a fixed number at a time. */
const goAll = async <T>(all: readonly T[], go: (one: T) => Promise<unknown>): Promise<Timed> => {
  const waiting = all.values()
  const took: number[] = []
  const begin = performance.now()
  const lane = async (): Promise<void> => {
    for (const one of waiting) {
      const start = performance.now()
      await go(one)
      took.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: connections }, lane))
  const rate = (all.length * 1000) / (performance.now() - begin)
  return { rate, p50: median(took), p99: quantile(took, 0.99) }
}

/** Calls per second, milliseconds of a call, and server microseconds per call. */
const sendAll = async (side: Side, calls: readonly Call[]): Promise<Figures> => {
  const spent = await cpuOf(side)
  const timed = await goAll(calls, (call) => post(side, call))
  return { ...timed, cpu: ((await cpuOf(side)) - spent) / calls.length }
}

/** The same load on another product. */
const goBeside = async (adapter: Adapter): Promise<Readonly<Record<Verb, Timed>>> => {
  const made: unknown[] = []
  const all = Array.from({ length: perRound.create }, () => adapter.prepare(randomBytes(bodyBytes)))
  const create = await goAll(all, async (prepared) => made.push(await adapter.create(prepared)))
  const asks = Array.from({ length: perRound.open }, (_, at) => made[at % made.length])
  return { create, open: await goAll(asks, adapter.open) }
}

const callsFor = (side: Side, verb: Verb): readonly Call[] => {
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
  const one = await sendAll(first, callsFor(first, verb))
  const second = flip ? relay : bare
  const two = await sendAll(second, callsFor(second, verb))
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

const rowsOf = (verb: Verb, pairs: readonly Pair[]): Row[] => [
  rowOf(`${verb} 20 kB, durable, ${connections} at a time`, '1/s', pairs, 'rate'),
  {
    name: `${verb}, median of ratios to the bare rate`,
    value: median(pairs.map(({ relay, bare }) => relay.rate / bare.rate)),
    unit: 'x',
    least: least[verb],
  },
  rowOf(`${verb}, p50`, 'ms', pairs, 'p50'),
  rowOf(`${verb}, p99`, 'ms', pairs, 'p99'),
  rowOf(`${verb}, processor time`, 'us', pairs, 'cpu'),
]

type Beside = Readonly<Record<'relay' | 'bare' | 'other', Timed>>

const besideRow = (verb: Verb, all: readonly Beside[]): Row => {
  const times = (side: 'relay' | 'bare'): number =>
    median(all.map((one) => one[side].rate / one.other.rate))
  const rate = Math.round(median(all.map(({ other }) => other.rate)))
  return {
    name: `${verb}, times the other product's rate`,
    value: times('relay'),
    unit: 'x',
    least: 2.5,
    note: `other: ${rate} 1/s; bare: ${times('bare').toFixed(2)}x of it`,
  }
}

const verbs = ['create', 'open'] as const

const measure = async (relay: Side, bare: Side, adapter: Adapter | null): Promise<Row[]> => {
  const pairs: Record<Verb, Pair[]> = { create: [], open: [] }
  const beside: Record<Verb, Beside[]> = { create: [], open: [] }
  // The first round warms all up and is not counted.
  for (let round = 0; round <= rounds; round++) {
    const other = adapter && (await goBeside(adapter))
    for (const verb of verbs) {
      const pair = await roundOf(relay, bare, verb, round % 2 === 1)
      if (round === 0) continue
      pairs[verb].push(pair)
      if (other) beside[verb].push({ ...pair, other: other[verb] })
    }
  }
  const rows = verbs.flatMap((verb) => rowsOf(verb, pairs[verb]))
  return adapter ? [...rows, ...verbs.map((verb) => besideRow(verb, beside[verb]))] : rows
}

const end = async ({ agent, child }: Side): Promise<void> => {
  agent.destroy()
  child.kill()
  await once(child, 'exit')
}

/** Creates and opens of 20 kB through the whole relay, against bare node:http. About 10 s. */
export const benchRelay = async (): Promise<Row[]> => {
  const folder = newFolder()
  const relay = await start('relay', `${folder}/relay`)
  const bare = await start('bare', `${folder}/bare`)
  try {
    return await measure(relay, bare, await readAdapter())
  } finally {
    await Promise.all([end(relay), end(bare)])
    dropFolder(folder)
  }
}
