import { sealBody, unsealBody } from './body.ts'
import { join, utf8, type Bytes } from './bytes.ts'
import type { Relay } from './call.ts'
import {
  asMaker,
  askOpen,
  createShare,
  done,
  failed,
  type Done,
  type Failure,
  type TooLong,
} from './client.ts'
import { paths, sizes } from './contract.ts'
import { contentKey, hkdf, type Keys } from './keys.ts'
import { parseLink, type Link } from './link.ts'
import { stretch } from './passcode.ts'
import type { BrowserKey } from './opener.ts'

// A second way to a share, without an address that is sent: a short code, read out over the telephone,
// under which the link's secret lies sealed. All of the code is secret: where it lies at the relay comes
// from the stretched code as well, so there is nothing to be tried with a part of it. See
// docs/formats/share.md.

/** Longer than for a passcode: who holds the relay's rows needs nothing else to try codes on them. */
const iterations = 2_000_000
/** The first browser that types it has it. */
const terms = { openers: 1, tries: 1, counter: 1 }

/** A second or so of work, more on a slow phone. */
export const spokenKeys = async (code: string): Promise<Keys> => {
  const stretched = await stretch(code, utf8('spoken/1'), iterations)
  const part = (label: string, length: number): Promise<Bytes> => hkdf(stretched, label, length)
  const base = await part('spoken/1 content', 32)
  return {
    locator: await part('spoken/1 locator', sizes.locator),
    link: await part('spoken/1 link', sizes.proof),
    pass: await part('spoken/1 pass', sizes.proof),
    content: (serverShare) => contentKey(join(base, serverShare)),
  }
}

/** What she keeps of a code that can be typed: itself, and her proof that she made it. */
export type SpokenKeys = { readonly code: string; readonly owner: string }

/** Lays the link's secret under the code, until `until` (seconds since 1970) at the longest. */
export const createSpoken = async (
  relay: Relay,
  { code, owner }: SpokenKeys,
  secret: string,
  until: number,
): Promise<Done | TooLong> => {
  const parcel = { keys: await spokenKeys(code), owner, terms, until, reply: null }
  const { head, body } = await sealBody(parcel, utf8(secret))
  return createShare(relay, head, body)
}

/** Nobody can type it any more; whoever did has the link. */
export const stopSpoken = async (relay: Relay, { code, owner }: SpokenKeys): Promise<Done> => {
  const { locator } = await spokenKeys(code)
  return done(await asMaker(relay, paths.stop, { locator, owner }))
}

/** The link that a code stands for. The code's one place is this browser's from then on. */
export const openSpoken = async (
  relay: Relay,
  code: string,
  browser: BrowserKey,
): Promise<{ readonly ok: true; readonly link: Link } | Failure> => {
  const keys = await spokenKeys(code)
  const got = await askOpen(relay, keys, browser)
  if (!got.ok) return got
  const opened = await unsealBody(keys, got.head, got.body)
  if (!opened.ok) return opened
  const link = await parseLink(new TextDecoder().decode(opened.content))
  return link ? { ok: true, link } : failed('damaged')
}
