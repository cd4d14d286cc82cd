import type { ServerResponse } from 'node:http'
import type { Writable } from 'node:stream'
import type { Reply } from './call.ts'
import { keepPace } from './pace.ts'
import { release } from './release.ts'

/** Bytes of an answer that is handed to the system in one go. */
export const atOnce = 65_536

export type Pieces = readonly Uint8Array[]

export const lengthOf = (pieces: Pieces): number =>
  pieces.reduce((sum, { length }) => sum + length, 0)

function* slicesOf(pieces: Pieces): Generator<Uint8Array> {
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; at += atOnce) yield piece.subarray(at, at + atOnce)
  }
}

/** Settles when the system has taken `part`, or the caller has gone. */
export const taken = (outgoing: Writable, part: Uint8Array | string): Promise<void> =>
  new Promise((resolve) => outgoing.write(part, () => resolve()))

/** Piece by piece, each handed over only once the one before is taken. */
export const sendSlowly = async (
  outgoing: Writable,
  pieces: Pieces,
  patience: number,
): Promise<void> => {
  const { promise: gone, resolve: go } = Promise.withResolvers<void>()
  outgoing.once('close', go)
  const pace = keepPace(patience, () => outgoing.destroy())
  for (const part of slicesOf(pieces)) {
    if (outgoing.destroyed) break
    await Promise.race([gone, taken(outgoing, part)])
    pace.passed(part.length)
  }
  // A connection lives longer than an answer.
  outgoing.off('close', go)
  pace.end()
}

/** All in one go: node:http gathers what is written within one turn. */
const sendAtOnce = (outgoing: ServerResponse, pieces: Pieces): void => {
  for (const piece of pieces.slice(0, -1)) outgoing.write(piece)
  outgoing.end(pieces.at(-1))
}

/** Sends a reply, and hangs up on who takes it slower than any line of today. */
export const sendReply = async (
  outgoing: ServerResponse,
  { status, headers, body, over }: Reply,
  patience: number,
): Promise<void> => {
  if (over) outgoing.once('close', over)
  // Who has gone already says so no more.
  if (outgoing.destroyed) over?.()
  if (typeof body !== 'string') outgoing.once('finish', () => body.forEach(release))
  const isText = typeof body === 'string'
  const length = isText ? Buffer.byteLength(body) : lengthOf(body)
  outgoing.writeHead(status, { ...headers, 'Content-Length': length })
  if (length > atOnce) {
    await sendSlowly(outgoing, isText ? [Buffer.from(body)] : body, patience)
    outgoing.end()
  }
  // Text goes out in one string with the headers.
  else if (isText) outgoing.end(body)
  else sendAtOnce(outgoing, body)
}
