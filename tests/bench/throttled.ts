import { once } from 'node:events'
import {
  createServer,
  request as ask,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import { request as askSecurely } from 'node:https'
import { setTimeout as pause } from 'node:timers/promises'
import { buffer } from 'node:stream/consumers'

// A line as slow as wished, in front of any page: throttling in the browser leaves out what its service
// worker and its other threads load.

/** `wait`: milliseconds before each answer; `rate`: bytes in a millisecond. */
export type Line = { readonly wait: number; readonly rate: number }

export const fast: Line = { wait: 0, rate: Infinity }
/** As Lighthouse has it: 150 ms there and back, 1.6 Mbit/s. */
export const slow4G: Line = { wait: 150, rate: 200 }

const pass = async (from: URL, asked: IncomingMessage): Promise<[IncomingMessage, Buffer]> => {
  const body = await buffer(asked)
  const send = from.protocol === 'https:' ? askSecurely : ask
  const headers = { ...asked.headers, host: from.host }
  const call = send(new URL(asked.url ?? '/', from), { method: asked.method, headers })
  call.end(body)
  const [answer]: IncomingMessage[] = await once(call, 'response')
  if (!answer) throw new Error('no answer')
  return [answer, await buffer(answer)]
}

/** Serves what lies at `from` under an origin of its own, over `line`. Close it when done. */
export const startLine = async (from: URL, line: Line): Promise<Server> => {
  const carry = async (asked: IncomingMessage, told: ServerResponse): Promise<void> => {
    const [answer, body] = await pass(from, asked)
    await pause(line.wait + body.length / line.rate)
    told.writeHead(answer.statusCode ?? 502, answer.headers).end(body)
  }
  const server = createServer((asked, told) => {
    carry(asked, told).catch(() => told.destroy())
  }).listen(0, 'localhost')
  await once(server, 'listening')
  return server
}

export const originOf = (server: Server): string => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://localhost:${address.port}`
}
