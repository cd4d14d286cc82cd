import { readToken, tokenHeader, tokenPath, workHeader, type About } from './about.ts'
import { readAbout } from './answers.ts'
import { call, type Headers, type Relay } from './call.ts'
import { limits, paths } from './contract.ts'
import { solve } from './work.ts'

// What the relay asks of whoever brings something new: mostly nothing, else a token or some work.

type Held = { readonly headers: Headers; readonly at: number }

/** Milliseconds: what was good a moment ago is not asked for again with each piece of a file. */
const lasting = 300_000

const held = new WeakMap<Relay['fetch'], Map<string, Held>>()

/** Still unchecked; null when there is none. */
const asked = async (relay: Relay, path: string): Promise<unknown> => {
  const reply = await call(relay, path, '{}', limits.head)
  if (!reply.ok || reply.status !== 200) return null
  try {
    return JSON.parse(new TextDecoder().decode(reply.bytes))
  } catch {
    return null
  }
}

const headersFor = async (relay: Relay, about: About, locator: string): Promise<Headers> => {
  const token = about.token ? readToken(await asked(relay, tokenPath)) : null
  const done = about.work ? await solve(about.work, locator) : null
  return { ...(token ? { [tokenHeader]: token } : {}), ...(done ? { [workHeader]: done } : {}) }
}

/**
 * The headers that the relay wants to see before it takes what will lie at `locator`. Where it cannot be asked
 * there are none, and the call itself tells what is wrong.
 */
export const leaveFor = async (relay: Relay, locator: string): Promise<Headers> => {
  const known = held.get(relay.fetch) ?? new Map<string, Held>()
  const before = known.get(locator)
  if (before && performance.now() - before.at < lasting) return before.headers
  const about = readAbout(await asked(relay, paths.about))
  if (!about) return {}
  const headers = await headersFor(relay, about, locator)
  held.set(relay.fetch, new Map([[locator, { headers, at: performance.now() }]]))
  return headers
}
