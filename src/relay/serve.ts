import type { Server } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import type { Relay, Surroundings } from './app.ts'
import { createRelay } from './app.ts'
import type { Config } from './config.ts'
import type { Counts } from './counts.ts'
import { createCounts } from './counts.ts'
import { standing } from './figures.ts'
import { createFront } from './front.ts'
import type { Front } from './headers.ts'
import { boundsOf, createListener, type Listener } from './listener.ts'
import { tellRunBy } from './run-by.ts'
import type { Pages } from './pages.ts'
import { readPages } from './pages.ts'
import { createSqliteStore } from './sqlite/store.ts'
import type { Store } from './store.ts'
import { startSweep } from './sweep.ts'
import { createWatch } from './watch.ts'

export type Running = {
  /** Ports as bound, which differ from the configured ones when those are 0. */
  readonly ports: Readonly<Record<Front, number>>
  /** Answers what is under way, closes everything, and returns when the disk is settled. */
  readonly stop: () => Promise<void>
}

const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const bound = server.address()
      resolve(typeof bound === 'object' && bound ? bound.port : port)
    })
  })

/** Milliseconds that a stop waits for answers, and for a sweep, under way. */
const grace = 5000

type Part = Partial<Pick<Listener, 'direct'>> & {
  readonly server: Server
  readonly port: number
  readonly host: string
}

const closeServer = ({ server, direct }: Part): Promise<void> =>
  new Promise((resolve) => {
    direct?.leave()
    server.prependListener('request', (_, response) => response.setHeader('Connection', 'close'))
    const deadline = setTimeout(() => {
      direct?.drop()
      server.closeAllConnections()
    }, grace)
    // A connection that answered just now has fallen idle and would stay open until it times out.
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearTimeout(deadline)
      clearInterval(idle)
      resolve()
    })
  })

/** Listens on all of them, or on none. */
const listenAll = (parts: readonly Part[]): Promise<readonly number[]> =>
  Promise.all(parts.map(({ server, port, host }) => listen(server, port, host)))

type Fronts = Readonly<Record<Front, Pages>>

const readFronts = (config: Config): Fronts => {
  const pagesOf = (front: Front): Pages => readPages(join(config.pages, front), front)
  return { app: pagesOf('app'), recipient: tellRunBy(pagesOf('recipient'), config) }
}

type Behind = {
  readonly store: Store
  readonly relay: Relay
  readonly counts: Counts
  readonly now: () => number
  readonly sweptAgo: () => number
}

/** Bytes of the largest file in `pages`, as it lies there. */
const largestIn = (pages: Pages): number =>
  Math.max(0, ...[...pages.values()].map(({ plain }) => plain.length))

const partsOf = (config: Config, pages: Fronts, behind: Behind): readonly Part[] => {
  const { tls, host, watchPort } = config
  const { store, relay, counts, now, sweptAgo } = behind
  const bounds = boundsOf(config, { now, log: counts.log })
  const listenerOf = (front: Front): Listener => {
    const app = createFront(relay, { front, pages: pages[front], tls })
    const largest = largestIn(pages[front])
    const show = getRequestListener(app.fetch)
    return createListener(relay, (...call) => void show(...call), { ...bounds, largest })
  }
  const fronts = [
    { ...listenerOf('app'), port: config.appPort, host },
    { ...listenerOf('recipient'), port: config.recipientPort, host },
  ]
  const server = createWatch({
    ready: store.ready,
    figures: counts.text,
    standing: () =>
      standing({ store, folder: config.database === '' ? config.data : null, sweptAgo }),
  })
  return watchPort === 0 ? fronts : [...fronts, { server, port: watchPort, host: '127.0.0.1' }]
}

/** The client for PostgreSQL is loaded only where it is used. */
const openStore = async (config: Config): Promise<Store> => {
  if (config.database === '') return createSqliteStore({ ...config, folder: config.data })
  const { createPostgresStore } = await import('./postgres/store.ts')
  const { database: url, mostBytes, pool: size, databasePatience: patience, scrub } = config
  return createPostgresStore({ url, mostBytes, size, patience, scrub })
}

/** Starts both origins on one store. Rejects when a port is taken or a folder is missing. */
export const startRelay = async (config: Config, given: Surroundings): Promise<Running> => {
  const counts = createCounts(given.log, given.now)
  const around = { ...given, log: counts.log }
  const pages = readFronts(config)
  const store = await openStore(config)
  const relay = createRelay(store, config, around)
  const sweeping = startSweep(store, config.sweep, around)
  const { sweptAgo } = sweeping
  const parts = partsOf(config, pages, { store, relay, counts, now: given.now, sweptAgo })

  const close = async (): Promise<void> => {
    const settled = sweeping.stop()
    const late = wait(grace, undefined, { ref: false })
    await Promise.all([...parts.map(closeServer), Promise.race([settled, late])])
    await store.close()
    await settled
  }

  const tell = (event: 'started' | 'stopped'): void => {
    around.log.note(event)
    around.log.flush()
  }

  const stop = async (): Promise<void> => {
    await close()
    tell('stopped')
  }

  try {
    await store.ready()
    const [app = 0, recipient = 0] = await listenAll(parts)
    tell('started')
    return { ports: { app, recipient }, stop }
  } catch (error) {
    await close()
    throw error
  }
}
