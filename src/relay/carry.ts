import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Call, Reply } from './call.ts'

// Two carriers of calls. Production has node:http alone: through a framework's requests and
// responses a call cost twice the time.

type Answer = (call: Call) => Promise<Reply>

const pathOf = (url: string): string => url.split('?', 1)[0] ?? ''

/** Into one buffer of the promised size, so that an upload lies in memory once. */
const readWire = (
  incoming: IncomingMessage,
  length: number,
): Promise<Uint8Array<ArrayBuffer> | null> =>
  new Promise((resolve) => {
    const bytes = new Uint8Array(length)
    let at = 0
    incoming.on('data', (chunk: Buffer) => {
      if (at + chunk.length <= length) bytes.set(chunk, at)
      at += chunk.length
    })
    incoming.on('end', () => resolve(at === length ? bytes : null))
    incoming.on('error', () => resolve(null))
    incoming.on('close', () => resolve(null))
  })

const callOf = (incoming: IncomingMessage, outgoing: ServerResponse): Call => ({
  method: incoming.method ?? '',
  path: pathOf(incoming.url ?? ''),
  header: (name) => {
    const value = incoming.headers[name]
    return Array.isArray(value) ? value.join(', ') : value
  },
  address: incoming.socket.remoteAddress ?? '',
  read: (length) => readWire(incoming, length),
  hangUp: () => {
    outgoing.setHeader('Connection', 'close')
    outgoing.once('finish', () => incoming.destroy())
  },
})

/** Answers a call that came over a port. */
export const carryWire = async (
  answer: Answer,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> => {
  const { status, headers, body } = await answer(callOf(incoming, outgoing))
  const length = body === null ? 0 : Buffer.byteLength(body)
  outgoing.writeHead(status, { ...headers, 'Content-Length': length }).end(body)
}

const readRequest = async (request: Request, length: number) => {
  try {
    const bytes = new Uint8Array(await request.arrayBuffer())
    return bytes.length === length ? bytes : null
  } catch {
    return null
  }
}

/** Answers a call that came without a port. */
export const carryRequest = async (answer: Answer, request: Request): Promise<Response> => {
  const { status, headers, body } = await answer({
    method: request.method,
    path: new URL(request.url).pathname,
    header: (name) => request.headers.get(name) ?? undefined,
    address: '',
    read: (length) => readRequest(request, length),
    hangUp: () => {},
  })
  return new Response(body, { status, headers })
}
