import type { ServerResponse } from 'node:http'
import type { Reply } from './call.ts'
import { keepPace } from './pace.ts'

const atOnce = 65_536

/** Settles when the system has taken `part`, or the caller has gone. */
const taken = (outgoing: ServerResponse, part: Uint8Array, gone: Promise<void>): Promise<void> =>
  Promise.race([gone, new Promise<void>((resolve) => outgoing.write(part, () => resolve()))])

/** Piece by piece, each handed over only once the one before is taken. */
const sendSlowly = async (
  outgoing: ServerResponse,
  bytes: Uint8Array,
  patience: number,
): Promise<void> => {
  const gone = new Promise<void>((resolve) => outgoing.once('close', () => resolve()))
  const pace = keepPace(patience, () => outgoing.destroy())
  for (let at = 0; at < bytes.length && !outgoing.destroyed; at += atOnce) {
    const part = bytes.subarray(at, at + atOnce)
    await taken(outgoing, part, gone)
    pace.passed(part.length)
  }
  outgoing.end()
  await Promise.race([gone, new Promise<void>((resolve) => outgoing.once('finish', resolve))])
  pace.end()
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
  const bytes = typeof body === 'string' ? Buffer.from(body) : (body ?? new Uint8Array())
  outgoing.writeHead(status, { ...headers, 'Content-Length': bytes.length })
  if (bytes.length <= atOnce) outgoing.end(bytes)
  else await sendSlowly(outgoing, bytes, patience)
}
