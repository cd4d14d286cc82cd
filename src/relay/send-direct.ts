import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { Reply } from './call.ts'
import type { Headers } from './headers.ts'
import { keepPace } from './pace.ts'
import { release } from './release.ts'
import { atOnce, lengthOf, sendSlowly, taken, type Pieces } from './send.ts'

// Answers on a connection that node:http knows nothing of, byte for byte as it would write them.

const dateOf = (second: number): string => new Date(second * 1000).toUTCString()

/** The date as HTTP writes it, made once a second. */
const createDate = (): (() => string) => {
  let [second, date] = [0, dateOf(0)]
  return () => {
    const current = Math.floor(Date.now() / 1000)
    if (current !== second) [second, date] = [current, dateOf(current)]
    return date
  }
}

const today = createDate()

const linesOf = (headers: Headers): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')

/** The lines of headers that many answers have are made once. */
const createLines = (): ((headers: Headers) => string) => {
  const known = new WeakMap<Headers, string>()
  return (headers) => {
    const lines = known.get(headers) ?? linesOf(headers)
    known.set(headers, lines)
    return lines
  }
}

const linesFor = createLines()

/** As node:http would write it. */
const headOf = ({ status, headers }: Reply, length: number, after: string): string => {
  const size = headers['Content-Length'] === undefined ? `Content-Length: ${length}\r\n` : ''
  const first = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n`
  return `${first}${linesFor(headers)}${size}Date: ${today()}\r\n${after}\r\n`
}

/** The head and all behind it in one go; settles when the system has taken it. */
const putAtOnce = (socket: Socket, head: string, pieces: Pieces): Promise<void> => {
  socket.cork()
  socket.write(head)
  for (const piece of pieces.slice(0, -1)) socket.write(piece)
  const all = taken(socket, pieces.at(-1) ?? '')
  socket.uncork()
  return all
}

/**
 * Waits until `all`, so many bytes, are taken, and hangs up on who takes them too slowly. The connection's own clock
 * would not: what comes in meanwhile winds it up anew.
 */
const hurry = async (
  socket: Socket,
  all: Promise<void>,
  length: number,
  patience: number,
): Promise<void> => {
  const pace = keepPace(patience, () => socket.destroy())
  pace.passed(length)
  await all
  pace.end()
}

/** Settles when all is sent, or the caller has gone; `after`: what the head says of the connection's future. */
export const sendDirect = async (
  socket: Socket,
  reply: Reply,
  patience: number,
  after: string,
): Promise<void> => {
  const { body, over } = reply
  const pieces = typeof body === 'string' ? [Buffer.from(body)] : body
  const length = lengthOf(pieces)
  const head = headOf(reply, length, after)
  if (length > atOnce) {
    socket.write(head)
    await sendSlowly(socket, pieces, patience)
  } else {
    const isText = typeof body === 'string'
    const all = isText ? taken(socket, head + body) : putAtOnce(socket, head, pieces)
    // Mostly the system has taken it in the same moment.
    await (socket.writableLength > 0 ? hurry(socket, all, length, patience) : all)
  }
  pieces.forEach(release)
  over?.()
}
