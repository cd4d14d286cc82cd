import type { IncomingMessage, ServerResponse } from 'node:http'
import { limits, type Refusal } from '../share/contract.ts'
import { createAnswers } from './answers.ts'
import type { Call, Reply } from './call.ts'
import { carryRequest, carryWire } from './carry.ts'
import type { Config } from './config.ts'
import { addressOf } from './door.ts'
import { createGate, free, type Gate, type Pass } from './gate.ts'
import { createCallers, createLimiter, nameOf, type Caller } from './limits.ts'
import type { Log } from './log.ts'
import { createReceive, shareOf } from './receive.ts'
import { Busy, createOutgoing, type Ticket } from './outgoing.ts'
import { routesOf, type Route } from './routes.ts'
import type { Store } from './store.ts'

export type RelayConfig = Pick<
  Config,
  | 'recipientOrigin'
  | 'tls'
  | 'proxied'
  | 'inFlight'
  | 'patience'
  | 'creates'
  | 'asks'
  | 'bytes'
  | 'createKey'
>

export type Surroundings = { readonly now: () => number; readonly log: Log }

export type Relay = {
  /** Answers a call, however it came. */
  readonly answer: (call: Call) => Promise<Reply>
  /** Answers a call that came over a port. */
  readonly listen: (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>
  /** Answers a call that came without one. */
  readonly fetch: (request: Request) => Promise<Response>
  readonly request: (path: string, how?: RequestInit) => Promise<Response>
  /** What her app shows when it brings something new; null where nothing is asked for. */
  readonly token: () => string | null
}

/** Browsers say so when another site's page makes the call; nothing of ours ever does. */
const isForeign = (call: Call): boolean =>
  ['cross-site', 'same-site'].includes(call.header('sec-fetch-site') ?? '')

type Answering = (call: Call) => Promise<Reply>
type Bytes = Uint8Array<ArrayBuffer>

type Giving = (route: Route, bytes: Bytes, who: string) => Promise<Reply>

/** Has a route answer; where it gives bodies out, when there is room for them. */
const createGiving = ({ inFlight, patience }: RelayConfig, refuseBusy: () => Reply): Giving => {
  const most = Math.max(inFlight, 2 * limits.body)
  const outgoing = createOutgoing(most, shareOf(most))

  const give = async (route: Route, bytes: Bytes, { room, over }: Ticket): Promise<Reply> => {
    try {
      return { ...(await route.answer(bytes, room)), over }
    } catch (error) {
      over()
      if (error instanceof Busy) return refuseBusy()
      throw error
    }
  }

  return async (route, bytes, who) => {
    if (!route.gives) return route.answer(bytes, () => {})
    const ticket = await outgoing.enter(who, patience)
    return ticket ? give(route, bytes, ticket) : refuseBusy()
  }
}

/** Refusals, and the counts that lead to them. */
const createBounds = (config: RelayConfig, { log, now }: Surroundings) => {
  const answers = createAnswers(config.tls)
  const limiter = createLimiter()

  /** Counted by what the caller promises to send. */
  const isTooMuch = (caller: Caller, call: Call, { takes, most }: Route): boolean => {
    const bytes = Number(call.header('content-length'))
    if (!takes || !(bytes > 0 && bytes <= most)) return false
    return !limiter.allows(caller, 'bytes', config.bytes, now(), bytes)
  }

  return {
    answers,
    isTooOften: (caller: Caller, call: Call, route: Route): boolean =>
      !limiter.allows(caller, route.kind, config[route.kind], now()) ||
      isTooMuch(caller, call, route),
    refuse: (why: Refusal['why']): Reply => {
      if (why === 'full' || why === 'busy') log.note(why)
      return answers.refuse(why)
    },
  }
}

const createAnswering = (
  store: Store,
  config: RelayConfig,
  around: Surroundings,
  gate: Gate,
): Answering => {
  const { answers, isTooOften, refuse } = createBounds(config, around)
  const routes = routesOf({ store, answers, ...around }, config.recipientOrigin, gate)
  const receive = createReceive(config)
  const callerOf = createCallers()
  const answer = createGiving(config, () => refuse('busy'))

  const take = (call: Call, route: Route, who: string, pass: Pass): Promise<Reply> =>
    receive(call, who, route.most, (got) => {
      if (!got.ok) return got.why === 'busy' ? refuse('busy') : answers.refuse(got.why, got.status)
      const why = route.takes ? gate.agrees(pass, got.bytes, route.takes === 'new') : null
      return why ? refuse(why) : answer(route, got.bytes, who)
    })

  const pass = async (call: Call): Promise<Reply> => {
    const route = routes.get(call.path)
    if (!route) return answers.none()
    if (call.method !== 'POST') return answers.notAllowed()
    if (isForeign(call)) return answers.refuse('malformed')
    const address = addressOf(call.header('x-forwarded-for'), call.address, config.proxied)
    const caller = callerOf(address)
    if (isTooOften(caller, call, route)) return refuse('busy')
    const asked = route.takes ? await gate.enter(call) : free
    return asked.ok ? take(call, route, nameOf(caller), asked.pass) : refuse(asked.why)
  }

  return async (call) => {
    try {
      return await pass(call)
    } catch {
      around.log.note('failed')
      return answers.failed()
    }
  }
}

/** The API: POSTs on the contract's paths, and nothing else. */
export const createRelay = (store: Store, config: RelayConfig, around: Surroundings): Relay => {
  const gate = createGate(store, config.createKey, around.now)
  const answer = createAnswering(store, config, around, gate)
  const fetch = (request: Request): Promise<Response> => carryRequest(answer, request)
  return {
    answer,
    listen: (incoming, outgoing) => carryWire(answer, incoming, outgoing, config.patience),
    fetch,
    token: gate.token,
    request: (path, how) => fetch(new Request(`http://relay${path}`, how)),
  }
}
