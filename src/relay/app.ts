import type { Context } from 'hono'
import { Hono } from 'hono'
import type { About } from '../share/contract.ts'
import { limits, paths, version } from '../share/contract.ts'
import { createAnswers } from './answers.ts'
import type { Config } from './config.ts'
import { answerCreate } from './create.ts'
import { createLimiter } from './limits.ts'
import type { Log } from './log.ts'
import { answerOpen } from './open.ts'
import { answerOwner } from './owner.ts'
import type { Answer, Parts } from './parts.ts'
import type { RelayEnv } from './receive.ts'
import { createReceive, wireOf } from './receive.ts'
import type { Store } from './store.ts'

export type RelayConfig = Pick<
  Config,
  'recipientOrigin' | 'tls' | 'proxied' | 'inFlight' | 'patience' | 'creates' | 'asks'
>

export type Surroundings = { readonly now: () => number; readonly log: Log }

const addressOf = (c: Context<RelayEnv>, proxied: boolean): string => {
  const told = proxied ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return told ?? wireOf(c).incoming?.socket.remoteAddress ?? ''
}

/** Browsers say so when another site's page makes the call; nothing of ours ever does. */
const isForeign = (c: Context<RelayEnv>): boolean =>
  ['cross-site', 'same-site'].includes(c.req.header('sec-fetch-site') ?? '')

const answerAbout =
  ({ answers, now }: Parts, recipientOrigin: string): Answer =>
  async () => {
    const about: About = { version, recipientOrigin, now: now() }
    return answers.json(about)
  }

const frameMost = 4 + limits.head + limits.body

/** The API as an app that needs no port: POSTs on the contract's paths, and nothing else. */
export const createRelay = (store: Store, config: RelayConfig, around: Surroundings) => {
  const answers = createAnswers(config.tls)
  const parts: Parts = { store, answers, ...around }
  const limiter = createLimiter()
  const receive = createReceive(config)
  const app = new Hono<RelayEnv>()

  const isTooOften = (c: Context<RelayEnv>, kind: 'creates' | 'asks'): boolean =>
    !limiter.allows(addressOf(c, config.proxied), kind, config[kind], around.now())

  const refuseBusy = (): Response => {
    around.log.note('busy')
    return answers.refuse('busy')
  }

  const post = (path: string, kind: 'creates' | 'asks', most: number, answer: Answer): void => {
    app.post(path, async (c) => {
      if (isForeign(c)) return answers.refuse('malformed')
      if (isTooOften(c, kind)) return refuseBusy()
      const got = await receive(c, most)
      if (got.ok) return answer(got.bytes)
      return got.why === 'busy' ? refuseBusy() : answers.refuse(got.why, got.status)
    })
    app.all(path, () => answers.notAllowed())
  }

  post(paths.create, 'creates', frameMost, answerCreate(parts))
  post(paths.open, 'asks', limits.head, answerOpen(parts))
  post(paths.about, 'asks', limits.head, answerAbout(parts, config.recipientOrigin))
  for (const wish of ['look', 'stop', 'resume'] as const) {
    post(paths[wish], 'asks', limits.head, answerOwner(parts, wish))
  }
  app.notFound(() => answers.none())
  app.onError(() => {
    around.log.note('failed')
    return answers.failed()
  })
  return app
}

export type Relay = ReturnType<typeof createRelay>
