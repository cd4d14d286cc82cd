import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { createConnection, type Socket, type TcpNetConnectOpts } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach } from 'vitest'
import type { Call, Reply } from '../../src/relay/call.ts'
import { carryWire } from '../../src/relay/carry.ts'
import { serveDirectly, type Direct } from '../../src/relay/direct.ts'
import { portOf } from './running.ts'

// A server of which some connections are served directly, and what is said on one.

export type Answer = (call: Call) => Promise<Reply>
export type Served = {
  readonly server: Server
  readonly direct: Direct
  /** How many connections node:http got. */
  readonly handed: () => number
  /** How many calls were begun, and how many of them by node:http. */
  readonly begun: () => number
  readonly byNode: () => number
}

/** As in `Terms`: seconds, milliseconds, milliseconds. */
type Times = { readonly patience?: number; readonly keepAlive?: number; readonly margin?: number }

let running: Server[] = []
afterEach(() => {
  for (const server of running) server.close().closeAllConnections()
  running = []
})

// Short ones, so that nobody has to wait for node:http's own.
const times = { headersTimeout: 500, requestTimeout: 1_000, connectionsCheckingInterval: 50 }

export const serve = async (answer: Answer, given: Times = {}): Promise<Served> => {
  const { patience = 5, keepAlive = 5_000, margin = 0 } = given
  let [begun, byNode, handed] = [0, 0, 0]
  const counted: Answer = (call) => {
    begun += 1
    return answer(call)
  }
  const server = createServer(times, (incoming, outgoing) => {
    byNode += 1
    void carryWire(counted, incoming, outgoing, patience)
  })
  server.setTimeout(3_000).prependListener('connection', () => (handed += 1))
  const direct = serveDirectly(server, { answer: counted, patience, keepAlive, margin })
  running.push(server)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return { server, direct, handed: () => handed, begun: () => begun, byNode: () => byNode }
}

export const headers = { 'Cache-Control': 'no-store', 'Content-Type': 'text/plain' }

/** Says again what it heard, in the way that the path names. */
export const echo: Answer = async (call) => {
  const length = Number(call.header('content-length'))
  const read = await call.read(length, 5)
  const heard = read instanceof Uint8Array ? Buffer.from(read).toString() : String(read)
  if (call.path === '/v1/slow') await wait(200)
  const status = call.path === '/v1/none' ? 404 : 200
  if (call.path === '/v1/none') return { status, headers: { 'Content-Length': '0' }, body: [] }
  if (call.path === '/v1/text') return { status, headers, body: `${heard} åäö` }
  const times = call.path === '/v1/large' ? 300_000 : 1
  return {
    status,
    headers,
    body: [Buffer.from(call.path), Buffer.from(heard.repeat(times))],
  }
}

export const request = (path: string, body: string, more = ''): string =>
  `POST /v1/${path} HTTP/1.1\r\nHost: x\r\n${more}Content-Length: ${body.length}\r\n\r\n${body}`

export const connect = async (
  { server }: Served,
  more: Partial<TcpNetConnectOpts> = {},
): Promise<Socket> => {
  const socket = createConnection({ ...more, port: portOf(server), host: '127.0.0.1' })
  socket.on('error', () => {})
  await once(socket, 'connect')
  return socket.setNoDelay()
}

const withoutDate = (said: string): string => said.replaceAll(/Date: .*\r\n/g, '')

/** What has been said once it ends in `end`, without the dates. */
export const heardUntil = (socket: Socket, end: string): Promise<string> =>
  new Promise((resolve) => {
    let said = ''
    socket.on('data', (chunk) => {
      said += chunk.toString('latin1')
      if (said.endsWith(end)) resolve(withoutDate(said))
    })
    socket.on('close', () => resolve(withoutDate(said)))
  })

export const connectionsOf = (server: Server): Promise<number> =>
  new Promise((resolve, reject) =>
    server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  )
