import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Caller, Limiter } from './limits.ts'
import { bytesPerSecond } from './pace.ts'

// What stands before the pages. They lie in memory once for everybody, so what a caller can use up is
// connections and time.

type Terms = {
  readonly proxied: boolean
  /** Files that one address may fetch in a minute. */
  readonly loads: number
  readonly patience: number
  /** Bytes of the largest file. */
  readonly largest: number
  readonly now: () => number
  readonly busy: () => void
  readonly callerOf: (address: string) => Caller
}

/** Who calls: the other end, or who a trusted proxy says. */
export const addressOf = (
  told: string | undefined,
  other: string | undefined,
  proxied: boolean,
): string => (proxied ? told?.split(',').at(-1)?.trim() : undefined) ?? other ?? ''

const headerOf = ({ headers }: IncomingMessage): string | undefined =>
  [headers['x-forwarded-for']].flat().at(-1)

/** Hangs up when an answer has not gone after `seconds`. */
const hurry = (outgoing: ServerResponse, seconds: number): void => {
  const timer = setTimeout(() => outgoing.destroy(), seconds * 1000)
  outgoing.once('close', () => clearTimeout(timer))
}

const refuse = (outgoing: ServerResponse, status: number): void => {
  const more = status === 503 ? { 'Retry-After': '60' } : {}
  outgoing.writeHead(status, { ...more, 'Content-Length': '0', Connection: 'close' }).end()
}

/** `show` for whoever does not come too often, and for as long as a slow line needs. */
export const behindDoor = (
  show: RequestListener,
  limiter: Limiter,
  terms: Terms,
): RequestListener => {
  const { proxied, loads, patience, largest, now, busy, callerOf } = terms
  return (incoming, outgoing) => {
    const address = addressOf(headerOf(incoming), incoming.socket.remoteAddress, proxied)
    if (limiter.allows(callerOf(address), 'loads', loads, now())) {
      hurry(outgoing, patience + largest / bytesPerSecond)
      show(incoming, outgoing)
      return
    }
    busy()
    refuse(outgoing, 503)
  }
}

/** A target that names a host of its own would slip past whatever looks at its path. */
export const isOwn = ({ url }: IncomingMessage): boolean => url?.startsWith('/') === true

export const refuseTarget = (outgoing: ServerResponse): void => refuse(outgoing, 400)
