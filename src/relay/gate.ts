import { randomBytes } from 'node:crypto'
import { tokenHeader, workHeader, type About } from '../share/about.ts'
import { unframe, type Refusal } from '../share/contract.ts'
import type { Call } from './call.ts'
import { slack } from './create.ts'
import type { Store } from './store.ts'
import { createTokens, type Tokens } from './tokens.ts'
import { bitsFor, createWork, type Worker } from './work.ts'
import { day } from './seconds.ts'

// What stands before whoever brings something new. As the space runs out shares must end sooner and cost
// work, then nothing new is taken; who opens, answers, looks or stops never comes through here.

/** Levels of a store from which on it is tight, and takes nothing new. */
export const bands = { tight: 0.8, shut: 0.95 } as const

/** Seconds that a share may live when space is tight. */
const tightLife = 7 * day

/** Seconds for which a level is believed: asking costs more than a call. */
const trusted = 5

type Why = Refusal['why'] | null

/** What is known of a call before its body is read. */
export type Pass = { readonly level: number; readonly locator: string | null }

/** For whoever brings nothing. */
export const free = { ok: true, pass: { level: 0, locator: null } } as const

type Asked =
  { readonly ok: true; readonly pass: Pass } | { readonly ok: false; readonly why: Refusal['why'] }

export type Gate = {
  /** What is asked for just now, for whoever asks before. */
  readonly about: () => Promise<Pick<About, 'longest' | 'work' | 'token'>>
  /** Before the body. */
  readonly enter: (call: Call) => Promise<Asked>
  /** After it: whether what came is what the pass was given for. */
  readonly agrees: (pass: Pass, bytes: Uint8Array, isNew: boolean) => Why
  /** The day's token; null where none is asked for. */
  readonly token: () => string | null
}

const createLevel = (store: Pick<Store, 'level'>) => {
  let asked: Promise<number> | null = null
  let at = 0
  return (): Promise<number> => {
    if (asked && performance.now() - at < trusted * 1000) return asked
    at = performance.now()
    asked = store.level().catch((error: unknown) => {
      asked = null
      throw error
    })
    return asked
  }
}

type Inside = {
  readonly level: () => Promise<number>
  readonly tokens: Tokens | null
  readonly worker: Worker
  readonly now: () => number
}

const entering =
  ({ level, tokens, worker, now }: Inside): Gate['enter'] =>
  async (call) => {
    const current = await level()
    if (current >= bands.shut) return { ok: false, why: 'full' }
    if (tokens && !tokens.isGood(call.header(tokenHeader), now()))
      return { ok: false, why: 'token' }
    if (current < bands.tight) return { ok: true, pass: { level: current, locator: null } }
    // A little less than is asked for: the level may have risen since.
    const bits = bitsFor(current, bands.tight, bands.shut) - 1
    const locator = worker.done(call.header(workHeader), bits, now())
    return locator === null
      ? { ok: false, why: 'work' }
      : { ok: true, pass: { level: current, locator } }
  }

/** `key`: what tokens are made from; empty when none are asked for. */
export const createGate = (store: Pick<Store, 'level'>, key: string, now: () => number): Gate => {
  const level = createLevel(store)
  const tokens = key === '' ? null : createTokens(key)
  const worker = createWork(key === '' ? randomBytes(32) : Buffer.from(key))

  return {
    enter: entering({ level, tokens, worker, now }),
    token: () => tokens && tokens.today(now()),
    about: async () => {
      const current = await level()
      const bits = bitsFor(current, bands.tight, bands.shut)
      return {
        ...(current < bands.tight ? {} : { longest: tightLife, work: worker.asked(bits, now()) }),
        ...(tokens ? { token: true } : {}),
      }
    },
    agrees: ({ level: known, locator }, bytes, isNew) => {
      if (known < bands.tight) return null
      const { locator: place, until } = { ...Object(unframe(bytes)?.head) }
      if (place !== locator) return 'work'
      return isNew && until > now() + tightLife + slack ? 'long' : null
    },
  }
}
