import type { About } from './about.ts'
import { spell, type Bytes } from './bytes.ts'
import { call, type Relay, type Reply } from './call.ts'
import {
  frame,
  limits,
  paths,
  readOpenHead,
  unframe,
  version,
  type CreateHead,
  type OpenHead,
  type OpenRequest,
  type OwnerRequest,
  type Receipt,
  type ShownRequest,
} from './contract.ts'
import { derive, locatorOf, type Keys } from './keys.ts'
import { leaveFor } from './leave.ts'
import { parseLink, type Link } from './link.ts'
import { openerOf, type BrowserKey } from './opener.ts'
import { isVersioned, readAbout, readReceipt, versionOf } from './answers.ts'
import { unseal, type Opened } from './seal.ts'

// What her app and the agency's page ask of the relay. Every outcome is a value; `why` is a locale
// key. `gone` says no more than the relay does: never was, ended, stopped, paused or wrong code.

export type Why = 'offline' | 'slow' | 'refused' | 'full' | 'gone' | 'damaged' | 'older'
export type Failure = { readonly ok: false; readonly why: Why }
export type Done = { readonly ok: true } | Failure

export const failed = (why: Why): Failure => ({ ok: false, why })

/** Just now the relay takes only what ends sooner. */
export type TooLong = { readonly ok: false; readonly why: 'long' }

/** 404 is the relay's one "not mine"; full and busy are both "not now". */
const whyOf = (status: number): Why => {
  if (status === 404) return 'gone'
  return [429, 503, 507].includes(status) ? 'full' : 'refused'
}

type Good = { readonly ok: true; readonly bytes: Bytes }

/** The bytes of an answer that is one; anything else with its reason. */
export const good = (reply: Reply | Failure): Good | Failure => {
  if (!reply.ok) return reply
  const fine = reply.status === 200 || reply.status === 201
  return fine ? { ok: true, bytes: reply.bytes } : failed(whyOf(reply.status))
}

/** Still unchecked; null when it is none. */
export const json = (bytes: Bytes): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}

/** A web page in place of an answer means that something else stands where the relay should be. */
export const done = (reply: Good | Failure): Done => {
  if (!reply.ok) return reply
  return reply.bytes.length === 0 || isVersioned(json(reply.bytes))
    ? { ok: true }
    : failed('refused')
}

/** The relay's clock, and the origin that goes into links. */
export const askAbout = async (
  relay: Relay,
): Promise<{ readonly ok: true; readonly about: About } | Failure> => {
  const reply = good(await call(relay, paths.about, '{}', limits.head))
  const about = reply.ok ? readAbout(json(reply.bytes)) : null
  if (!reply.ok) return reply
  return about ? { ok: true, about } : failed('refused')
}

/**
 * Hands a sealed summary to the relay. After `offline` or `slow` it may have arrived all the same: try
 * again under a new secret, because the relay takes each place once.
 */
export const createShare = async (
  relay: Relay,
  head: CreateHead,
  body: Bytes,
): Promise<Done | TooLong> => {
  const bytes = new Uint8Array(frame(head, body))
  const leave = await leaveFor(relay, head.locator)
  const reply = await call(relay, paths.create, bytes, limits.head, leave)
  return reply.ok && reply.status === 422 ? { ok: false, why: 'long' } : done(good(reply))
}

type Unframed = { readonly ok: true; readonly head: OpenHead; readonly body: Bytes }

/** What the relay gave out, still sealed. */
const unframed = (bytes: Bytes): Unframed | Failure => {
  const framed = unframe(bytes)
  const head = framed ? readOpenHead(framed.head) : null
  if (framed && versionOf(framed.head) > version) return failed('older')
  return framed && head ? { ok: true, head, body: new Uint8Array(framed.body) } : failed('refused')
}

export const unsealed = async (keys: Keys, bytes: Bytes): Promise<Opened | Failure> => {
  const got = unframed(bytes)
  return got.ok ? unseal(keys, got.head, got.body) : got
}

/** What a browser shows the relay to be let in, and what opens what it gets. */
export type Opening = { readonly ask: OpenRequest; readonly keys: Keys }

const openingBy = async (keys: Keys, browser: BrowserKey): Promise<Opening> => {
  const ask: OpenRequest = {
    version,
    locator: spell(keys.locator),
    link: spell(keys.link),
    pass: keys.pass ? spell(keys.pass) : null,
    opener: await openerOf(browser, keys.locator),
  }
  return { ask, keys }
}

const askWith = async (relay: Relay, ask: OpenRequest): Promise<Unframed | Failure> => {
  const most = 4 + limits.head + limits.body
  const reply = good(await call(relay, paths.open, JSON.stringify(ask), most))
  return reply.ok ? unframed(reply.bytes) : reply
}

/** Asks for what lies under these keys; it comes back sealed. */
export const askOpen = async (
  relay: Relay,
  keys: Keys,
  browser: BrowserKey,
): Promise<Unframed | Failure> => askWith(relay, (await openingBy(keys, browser)).ask)

export const openingOf = async (
  link: Link,
  passcode: string | null,
  browser: BrowserKey,
): Promise<Opening> => openingBy(await derive(link, passcode), browser)

/**
 * Asks for a share and opens it. Never call it without a press of a button: in a browser that has not
 * opened it before, it uses up a place.
 */
export const openWith = async (relay: Relay, { ask, keys }: Opening): Promise<Opened | Failure> => {
  const got = await askWith(relay, ask)
  return got.ok ? unseal(keys, got.head, got.body) : got
}

/**
 * Tells the relay that what was opened without a passcode is on screen: only then it counts as a view.
 * True when the relay has counted it.
 */
export const sayShown = async (relay: Relay, link: Link, browser: BrowserKey): Promise<boolean> => {
  const keys = await derive(link, null)
  const ask: ShownRequest = {
    version,
    locator: spell(keys.locator),
    link: spell(keys.link),
    opener: await openerOf(browser, keys.locator),
  }
  return done(good(await call(relay, paths.shown, JSON.stringify(ask), limits.head))).ok
}

/** What she keeps of a share: the link's fragment and her own proof. */
export type Own = { readonly secret: string; readonly owner: string }

type Place = { readonly locator: Bytes; readonly owner: string }

const askAt = (
  relay: Relay,
  path: string,
  { locator, owner }: Place,
  more: object = {},
  most: number = limits.head,
): Promise<Reply> => {
  const ask: OwnerRequest = { version, locator: spell(locator), owner }
  return call(relay, path, JSON.stringify({ ...ask, ...more }), most)
}

/** A call that proves to have made what lies at a place; the answer has `most` bytes at most. */
export const asMaker = async (...asked: Parameters<typeof askAt>) => good(await askAt(...asked))

/** The same for a share of hers, with the answer as it came. */
export const askAsOwner = async (
  relay: Relay,
  path: string,
  { secret, owner }: Own,
  more?: object,
  most?: number,
): Promise<Reply | Failure> => {
  const link = await parseLink(secret)
  if (!link) return failed('damaged')
  return askAt(relay, path, { locator: await locatorOf(link), owner }, more, most)
}

export const asOwner = async (...asked: Parameters<typeof askAsOwner>) =>
  good(await askAsOwner(...asked))

export type Told = { readonly ok: true; readonly receipt: Receipt } | Failure

export const receiptIn = (reply: Good | Failure): Told => {
  if (!reply.ok) return reply
  const receipt = readReceipt(json(reply.bytes))
  return receipt ? { ok: true, receipt } : failed('refused')
}

/** How often it was opened, and whether it is paused. */
export const lookShare = async (relay: Relay, own: Own): Promise<Told> =>
  receiptIn(await asOwner(relay, paths.look, own))

/** Stops further opening; nobody can un-read. */
export const stopShare = async (relay: Relay, own: Own): Promise<Done> =>
  done(await asOwner(relay, paths.stop, own))
