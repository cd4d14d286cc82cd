import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Context } from 'hono'
import { limits, type Refusal } from '../share/contract.ts'

type Wire = { readonly incoming?: IncomingMessage; readonly outgoing?: ServerResponse }

/** What node-server hands over. */
export type RelayEnv = { readonly Bindings: Wire }

/** Empty when the relay is called without a port, whatever Hono's types say. */
export const wireOf = (c: Context<RelayEnv>): Wire => c.env ?? {}

export type Received =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly why: Refusal['why']; readonly status?: number }

export type Receive = (c: Context<RelayEnv>, most: number) => Promise<Received>

type Budget = { readonly inFlight: number; readonly patience: number }

/** As slow as a phone's line may be. */
export const bytesPerSecond = 16_384

const tooSlow = Symbol('too slow')

const lengthOf = (c: Context<RelayEnv>): number | null => {
  const length = c.req.header('content-length') ?? ''
  return /^\d{1,12}$/.test(length) ? Number(length) : null
}

/** Resolves to the bytes, or to null when the caller broke off or lied about the length. */
const readAll = async (c: Context<RelayEnv>, length: number) => {
  try {
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    return bytes.length === length ? bytes : null
  } catch {
    return null
  }
}

/** Node closes a caller who sends no header in time, but lets a body drip: this does not. */
const within = async <T>(work: Promise<T>, seconds: number): Promise<T | typeof tooSlow> => {
  let timer: NodeJS.Timeout | undefined
  const alarm = new Promise<typeof tooSlow>((resolve) => {
    timer = setTimeout(() => resolve(tooSlow), seconds * 1000)
  })
  try {
    return await Promise.race([work, alarm])
  } finally {
    clearTimeout(timer)
  }
}

const hangUp = (c: Context<RelayEnv>): void => {
  const { incoming, outgoing } = wireOf(c)
  outgoing?.setHeader('Connection', 'close')
  outgoing?.once('finish', () => incoming?.destroy())
}

/** Reads whole requests, with a bound on each one's size and time, and on all of them together. */
export const createReceive = ({ inFlight, patience }: Budget): Receive => {
  let waiting = 0

  const read = async (c: Context<RelayEnv>, length: number): Promise<Received> => {
    const seconds = patience + length / bytesPerSecond
    const bytes = await within(readAll(c, length), seconds)
    if (bytes === tooSlow) {
      hangUp(c)
      return { ok: false, why: 'malformed', status: 408 }
    }
    return bytes ? { ok: true, bytes } : { ok: false, why: 'malformed' }
  }

  return async (c, most) => {
    const length = lengthOf(c)
    if (length === null) return { ok: false, why: 'malformed', status: 411 }
    if (length > most) return { ok: false, why: 'large' }
    // Small requests go free: who fills the budget with slow uploads must not keep others from
    // opening and stopping.
    const weight = length > limits.head ? length : 0
    if (weight > 0 && waiting + weight > inFlight) return { ok: false, why: 'busy' }
    waiting += weight
    try {
      return await read(c, length)
    } finally {
      waiting -= weight
    }
  }
}
