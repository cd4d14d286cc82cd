import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Call, Read, Reply } from './call.ts'
import { keepPace } from './pace.ts'
import { sendReply } from './send.ts'

// Two carriers of calls. Production has node:http alone: through a framework's requests and
// responses a call cost twice the time.

type Answer = (call: Call) => Promise<Reply>

const pathOf = (url: string): string => url.split('?', 1)[0] ?? ''

/** A body that has come with its head, as small ones do: there is nothing to wait for or to gather. */
const readWhole = (incoming: IncomingMessage, length: number): Buffer<ArrayBuffer> | null =>
  length > 0 && incoming.readableLength === length ? incoming.read() : null

/** Into one buffer of the promised size, so that an upload lies in memory once. */
const gather = (incoming: IncomingMessage, length: number, patience: number): Promise<Read> =>
  new Promise((resolve) => {
    const bytes = new Uint8Array(length)
    let at = 0
    const end = (read: Read): void => {
      pace.end()
      resolve(read)
    }
    const pace = keepPace(patience, () => end('slow'))
    incoming.on('data', (chunk: Buffer) => {
      if (at + chunk.length <= length) bytes.set(chunk, at)
      at += chunk.length
      pace.passed(chunk.length)
    })
    incoming.on('end', () => end(at === length ? bytes : null))
    incoming.on('error', () => end(null))
    incoming.on('close', () => end(null))
  })

const readWire = (
  incoming: IncomingMessage,
  length: number,
  patience: number,
): Promise<Read> | Read => readWhole(incoming, length) ?? gather(incoming, length, patience)

const callOf = (incoming: IncomingMessage, outgoing: ServerResponse): Call => ({
  method: incoming.method ?? '',
  path: pathOf(incoming.url ?? ''),
  header: (name) => {
    const value = incoming.headers[name]
    return Array.isArray(value) ? value.join(', ') : value
  },
  address: incoming.socket.remoteAddress ?? '',
  read: (length, patience) => readWire(incoming, length, patience),
  hangUp: () => {
    outgoing.setHeader('Connection', 'close')
    outgoing.once('finish', () => incoming.destroy())
  },
})

/** Answers a call that came over a port; `patience` in seconds, as for what comes in. */
export const carryWire = async (
  answer: Answer,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  patience: number,
): Promise<void> => sendReply(outgoing, await answer(callOf(incoming, outgoing)), patience)

const readAll = async (request: Request, length: number): Promise<Read> => {
  try {
    const bytes = new Uint8Array(await request.arrayBuffer())
    return bytes.length === length ? bytes : null
  } catch {
    return null
  }
}

/** No port, no line: what takes longer than the first byte may is slow. */
const readRequest = (request: Request, length: number, patience: number): Promise<Read> =>
  new Promise((resolve) => {
    const pace = keepPace(patience, () => resolve('slow'))
    void readAll(request, length).then((read) => {
      pace.end()
      resolve(read)
    })
  })

/** Answers a call that came without a port. */
export const carryRequest = async (answer: Answer, request: Request): Promise<Response> => {
  const { status, headers, body, over } = await answer({
    method: request.method,
    path: new URL(request.url).pathname,
    header: (name) => request.headers.get(name) ?? undefined,
    address: '',
    read: (length, patience) => readRequest(request, length, patience),
    hangUp: () => {},
  })
  over?.()
  const sent = typeof body === 'string' ? body : Buffer.concat(body)
  return new Response(sent.length > 0 ? sent : null, { status, headers })
}
