import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { paths } from '../../src/share/contract.ts'
import { isObject } from '../../src/share/fields.ts'
import { createFrame, day, newSecrets, openRequest, type Secrets, text } from '../relay/given.ts'
import { collect } from './collect.ts'
import { goAll, type Timed } from './lanes.ts'
import { type Line, openLine, requestOf } from './line.ts'
import { scattered } from './scattered.ts'

export const bodyBytes = 20_480
/** Calls at a time. */
export const connections = Number(process.env['RELAY_LINES'] ?? 32)

/** `scatter`: creates of which each ends in another hour, as those of many people do. */
export type Verb = 'create' | 'scatter' | 'open'
type Requests = Readonly<Record<Verb, (secrets: Secrets) => Buffer>>

/** One of the servers that are compared, and how to say the same thing to it. */
export type Side = Requests & {
  readonly child: ChildProcess
  readonly lines: readonly Line[]
  readonly shares: Secrets[]
}

const until = (): number => Math.floor(Date.now() / 1000) + day

const createUntil = (secrets: Secrets, until: number): Buffer =>
  requestOf(paths.create, createFrame(secrets, { until, openers: 100 }, randomBytes(bodyBytes)))

const relayRequests: Requests = {
  create: (secrets) => createUntil(secrets, until()),
  scatter: (secrets) => createUntil(secrets, scattered(until(), secrets.locator)),
  open: (secrets) => requestOf(paths.open, Buffer.from(JSON.stringify(openRequest(secrets)))),
}

const bareRequests: Requests = {
  create: ({ locator }) => requestOf(`/create/${text(locator)}`, randomBytes(bodyBytes)),
  scatter: ({ locator }) => requestOf(`/scatter/${text(locator)}`, randomBytes(bodyBytes)),
  open: ({ locator }) => requestOf(`/open/${text(locator)}`, randomBytes(32)),
}

export type Kind = 'relay' | 'bare' | 'store'

export const startSide = async (kind: Kind, folder: string): Promise<Side> => {
  const child = spawn(process.execPath, ['tests/bench/relay-server.ts', kind, folder], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const [said] = await once(child.stdout ?? child, 'data')
  const port = Number(String(said))
  const lines = await Promise.all(Array.from({ length: connections }, () => openLine(port)))
  const requests = kind === 'relay' ? relayRequests : bareRequests
  // A caller says something as soon as it is connected; who does not has another way through the relay.
  await Promise.all(
    lines.map((line) => line.send(requests.open(newSecrets())).catch(() => undefined)),
  )
  return { child, lines, shares: [], ...requests }
}

export const endSide = async ({ lines, child }: Side): Promise<void> => {
  for (const line of lines) line.end()
  child.kill()
  await once(child, 'exit')
}

/** What a process has spent: microseconds on the processor, milliseconds that its loop did not wait for work. */
type Spent = { readonly cpu: number; readonly active: number }

const spentBy = async ({ child }: Side): Promise<Spent> => {
  child.send('spent')
  const [spent] = await once(child, 'message')
  const { cpu, active } = isObject(spent) ? spent : Object(spent)
  return { cpu: Number(cpu), active: Number(active) }
}

/**
 * `cpu`: the server's microseconds of processor for one call. `busy` and `load`: the share of the time in which
 * the server's loop, and the load's own, had something to do, waiting for the disk included.
 */
export type Figures = Timed & Readonly<Record<'cpu' | 'busy' | 'load', number>>

export const sendAll = async (side: Side, requests: readonly Buffer[]): Promise<Figures> => {
  collect()
  const before = await spentBy(side)
  const idle = performance.eventLoopUtilization()
  const timed = await goAll(requests, side.lines, (request, line) => line.send(request))
  const { utilization: load } = performance.eventLoopUtilization(idle)
  const after = await spentBy(side)
  const lasted = (requests.length * 1000) / timed.rate
  return {
    ...timed,
    load,
    cpu: (after.cpu - before.cpu) / requests.length,
    busy: (after.active - before.active) / lasted,
  }
}
