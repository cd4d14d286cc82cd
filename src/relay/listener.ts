import { createServer, type RequestListener, type Server } from 'node:http'
import { limits } from '../share/contract.ts'
import type { Relay, Surroundings } from './app.ts'
import type { Config } from './config.ts'
import { boundSockets, createCrowd } from './crowd.ts'
import { serveDirectly, type Direct } from './direct.ts'
import { behindDoor, isOwn, refuseTarget } from './door.ts'
import { createCallers, createLimiter } from './limits.ts'
import { bytesPerSecond } from './pace.ts'

const milliseconds = 1000
const slowestBody = Math.ceil(limits.body / bytesPerSecond)

/** Set by hand, because Node's own values let hundreds of slow callers stay for minutes. */
const timesOf = (patience: number) => ({
  headersTimeout: Math.min(5, patience) * milliseconds,
  requestTimeout: (2 * patience + slowestBody) * milliseconds,
  connectionsCheckingInterval: 500,
  keepAliveTimeout: 5 * milliseconds,
  keepAliveTimeoutBuffer: 1 * milliseconds,
  maxHeaderSize: 8192,
})

/** What both origins have together: who is here, and how often anybody came. */
export const boundsOf = (config: Config, { now, log }: Surroundings) => ({
  ...config,
  now,
  busy: (): void => log.note('busy'),
  limiter: createLimiter(),
  crowd: createCrowd(config.connectionsEach),
  callerOf: createCallers(),
})

type Bounds = ReturnType<typeof boundsOf> & {
  /** Bytes of the largest file that `show` hands out. */
  readonly largest: number
}

/** A server, and who answers on it without node:http. */
export type Listener = { readonly server: Server; readonly direct: Direct }

/** A server of one origin: the API, and `show` for all else. */
export const createListener = (relay: Relay, show: RequestListener, bounds: Bounds): Listener => {
  const { patience } = bounds
  const times = timesOf(patience)
  const pages = behindDoor(show, bounds.limiter, bounds)
  const server = createServer(times, (incoming, outgoing) => {
    if (!isOwn(incoming)) refuseTarget(outgoing)
    else if (incoming.url?.startsWith('/v1/')) void relay.listen(incoming, outgoing)
    else pages(incoming, outgoing)
  })
  // Also for an answer of which nothing is taken any more.
  server.setTimeout(3 * patience * milliseconds)
  server.maxConnections = bounds.connections
  const { keepAliveTimeout: keepAlive, keepAliveTimeoutBuffer: margin } = times
  const direct = serveDirectly(server, { answer: relay.answer, patience, keepAlive, margin })
  if (!bounds.proxied) boundSockets(server, bounds.crowd, bounds.callerOf)
  return { server, direct }
}
