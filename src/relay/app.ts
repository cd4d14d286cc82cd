import type { IncomingMessage, ServerResponse } from 'node:http'
import type { About } from '../share/contract.ts'
import { limits, paths, version } from '../share/contract.ts'
import { createAnswers } from './answers.ts'
import type { Call, Reply } from './call.ts'
import { carryRequest, carryWire } from './carry.ts'
import type { Config } from './config.ts'
import { answerCreate } from './create.ts'
import { addressOf } from './door.ts'
import { answerPiece, answerPut, answerThere } from './attached.ts'
import { answerReplies, answerReply, answerTaken } from './inbox.ts'
import { createLimiter, createNames } from './limits.ts'
import type { Log } from './log.ts'
import { answerOpen, answerOwn, answerShown } from './open.ts'
import { answerOwner } from './owner.ts'
import type { Answer, Parts } from './parts.ts'
import { createReceive, shareOf } from './receive.ts'
import { Busy, createLeaving, type Ticket } from './room.ts'
import { answerReplace } from './replace.ts'
import type { Store } from './store.ts'

export type RelayConfig = Pick<
  Config,
  'recipientOrigin' | 'tls' | 'proxied' | 'inFlight' | 'patience' | 'creates' | 'asks'
>

export type Surroundings = { readonly now: () => number; readonly log: Log }

export type Relay = {
  /** Answers a call that came over a port. */
  readonly listen: (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>
  /** Answers a call that came without one. */
  readonly fetch: (request: Request) => Promise<Response>
  readonly request: (path: string, how?: RequestInit) => Promise<Response>
}

/** Browsers say so when another site's page makes the call; nothing of ours ever does. */
const isForeign = (call: Call): boolean =>
  ['cross-site', 'same-site'].includes(call.header('sec-fetch-site') ?? '')

const answerAbout =
  ({ answers, now }: Parts, recipientOrigin: string): Answer =>
  async () => {
    const about: About = { version, recipientOrigin, now: now() }
    return answers.json(about)
  }

type Route = {
  readonly kind: 'creates' | 'asks'
  /** Bytes that a request may have. */
  readonly most: number
  readonly answer: Answer
  /** Whether bodies go out: those are read only once there is room for them. */
  readonly gives?: true
}

const frameMost = 4 + limits.head + limits.body
const pieceMost = 4 + limits.head + limits.files.piece
const replyMost = 4 + limits.head + limits.inbox.bytes

const routesOf = (parts: Parts, recipientOrigin: string): ReadonlyMap<string, Route> => {
  const ask = (answer: Answer): Route => ({ kind: 'asks', most: limits.head, answer })
  const give = (answer: Answer): Route => ({ ...ask(answer), gives: true })
  return new Map([
    [paths.create, { kind: 'creates', most: frameMost, answer: answerCreate(parts) }],
    [paths.replace, { kind: 'creates', most: frameMost, answer: answerReplace(parts) }],
    [paths.open, give(answerOpen(parts))],
    [paths.shown, ask(answerShown(parts))],
    [paths.own, give(answerOwn(parts))],
    [paths.about, ask(answerAbout(parts, recipientOrigin))],
    [paths.look, ask(answerOwner(parts, 'look'))],
    [paths.stop, ask(answerOwner(parts, 'stop'))],
    [paths.pause, ask(answerOwner(parts, 'pause'))],
    [paths.resume, ask(answerOwner(parts, 'resume'))],
    [paths.reply, { kind: 'asks', most: replyMost, answer: answerReply(parts) }],
    [paths.replies, give(answerReplies(parts))],
    [paths.put, { kind: 'asks', most: pieceMost, answer: answerPut(parts) }],
    [paths.there, ask(answerThere(parts))],
    [paths.piece, give(answerPiece(parts))],
    [paths.taken, ask(answerTaken(parts))],
  ])
}

type Answering = (call: Call) => Promise<Reply>
type Bytes = Uint8Array<ArrayBuffer>

type Giving = (route: Route, bytes: Bytes, who: string) => Promise<Reply>

/** Has a route answer; where it gives bodies out, when there is room for them. */
const createGiving = ({ inFlight, patience }: RelayConfig, refuseBusy: () => Reply): Giving => {
  const most = Math.max(inFlight, 2 * limits.body)
  const leaving = createLeaving(most, shareOf(most))

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
    const ticket = await leaving.enter(who, patience)
    return ticket ? give(route, bytes, ticket) : refuseBusy()
  }
}

const createAnswering = (store: Store, config: RelayConfig, around: Surroundings): Answering => {
  const answers = createAnswers(config.tls)
  const routes = routesOf({ store, answers, ...around }, config.recipientOrigin)
  const limiter = createLimiter()
  const receive = createReceive(config)
  const nameOf = createNames()
  const isTooOften = (address: string, kind: Route['kind']): boolean =>
    !limiter.allows(address, kind, config[kind], around.now())

  const refuseBusy = (): Reply => {
    around.log.note('busy')
    return answers.refuse('busy')
  }

  const answer = createGiving(config, refuseBusy)

  const pass = async (call: Call): Promise<Reply> => {
    const route = routes.get(call.path)
    if (!route) return answers.none()
    if (call.method !== 'POST') return answers.notAllowed()
    if (isForeign(call)) return answers.refuse('malformed')
    const address = addressOf(call.header('x-forwarded-for'), call.address, config.proxied)
    if (isTooOften(address, route.kind)) return refuseBusy()
    const who = nameOf(address)
    return receive(call, who, route.most, (got) => {
      if (got.ok) return answer(route, got.bytes, who)
      return got.why === 'busy' ? refuseBusy() : answers.refuse(got.why, got.status)
    })
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
  const answer = createAnswering(store, config, around)
  const fetch = (request: Request): Promise<Response> => carryRequest(answer, request)
  return {
    listen: (incoming, outgoing) => carryWire(answer, incoming, outgoing, config.patience),
    fetch,
    request: (path, how) => fetch(new Request(`http://relay${path}`, how)),
  }
}
