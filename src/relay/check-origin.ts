import { tokenHeader } from '../share/about.ts'
import { limits, paths } from '../share/contract.ts'
import type { Config } from './config.ts'
import type { Finding } from './finding.ts'
import { find } from './finding.ts'
import type { Front, Headers } from './headers.ts'
import { pageHeaders } from './headers.ts'
import { createTokens } from './tokens.ts'

// The running relay, seen from outside through whatever stands in front of it.

/** Names of the headers that do not arrive as the relay sends them. */
const changed = (got: Response, wanted: Headers): readonly string[] =>
  Object.entries(wanted)
    .filter(([name, value]) => got.headers.get(name) !== value)
    .map(([name]) => name)

const telling = ['x-powered-by', 'set-cookie', 'via', 'x-cache', 'access-control-allow-origin']

const otherOf = { app: 'recipient', recipient: 'app' } as const

/** The two names lead to each other's port, or both to one. */
const isSwapped = (page: Response, front: Front, { tls }: Config): boolean =>
  changed(page, pageHeaders(front, tls)).length > 0 &&
  changed(page, pageHeaders(otherOf[front], tls)).length === 0

const shown = { app: 'the app', recipient: 'the agency’s page' }

const checkHeaders = async (config: Config, front: Front, origin: string) => {
  const page = await fetch(`${origin}/`)
  await page.arrayBuffer()
  if (isSwapped(page, front, config)) {
    const should = `${origin} should show ${shown[front]} and shows ${shown[otherOf[front]]}`
    return [find(false, '', `${should}: look at which name leads to which port.`)]
  }
  const off = changed(page, pageHeaders(front, config.tls))
  const added = telling.filter((name) => page.headers.has(name))
  return [
    find(page.ok, `${origin} answers.`, `${origin} answers with ${page.status}.`),
    find(off.length === 0, 'Its headers arrive whole.', `Missing or changed: ${off.join(', ')}.`),
    find(added.length === 0, 'Nothing is added.', `Added on the way: ${added.join(', ')}.`),
  ]
}

/** What the relay asks of whoever brings something new holds a body up before any proxy does. */
const held: Readonly<Record<string, string>> = {
  token: 'A relay with another SAMLAD_CREATE_KEY answers there.',
  work: 'It is nearly full: make room, or raise SAMLAD_MOST_BYTES. Large bodies were not tried.',
  full: 'It is nearly full: make room, or raise SAMLAD_MOST_BYTES. Large bodies were not tried.',
}

/** A body of the greatest size that is no share: the relay's own refusal shows that it came through. */
const checkBodies = async ({ createKey }: Config, origin: string): Promise<Finding> => {
  const body = new Uint8Array(limits.body)
  const headers = { [tokenHeader]: createTokens(createKey).today(Date.now() / 1000) }
  const answer = await fetch(origin + paths.create, { method: 'POST', body, headers })
  const said: unknown = await answer.json().catch(() => null)
  const why = held[String(Object(said).why)]
  if (why !== undefined) return find(false, '', why)
  return find(
    answer.status === 400,
    'Bodies of five megabytes come through.',
    `A body of five megabytes is answered with ${answer.status}: raise the proxy's limit to 5.1 MB.`,
  )
}

const checkAbout = async ({ recipientOrigin }: Config, origin: string): Promise<Finding> => {
  const answer = await fetch(origin + paths.about, { method: 'POST', body: '{}' })
  const about: unknown = await answer.json().catch(() => null)
  const told = typeof about === 'object' && about && 'recipientOrigin' in about
  return find(
    Boolean(told) && Object(about).recipientOrigin === recipientOrigin,
    'The API answers there, with the same settings.',
    'The API does not answer there, or a relay with another SAMLAD_RECIPIENT_ORIGIN does.',
  )
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there; start the relay first, and the proxy',
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name is not known',
}

/** Of a certificate the system says best what is wrong with it: expired, of another name, of nobody known. */
const whyNot = (error: unknown): string => {
  const cause = error instanceof Error ? error.cause : null
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (/CERT|SELF_SIGNED|ISSUER|SIGNATURE/.test(code)) return `its certificate is refused (${code})`
  return reasons[code] ?? 'no answer comes'
}

/** What is wrong with one origin as others reach it. */
export const checkOrigin = async (
  config: Config,
  front: Front,
  origin: string,
): Promise<readonly Finding[]> => {
  try {
    return [
      ...(await checkHeaders(config, front, origin)),
      await checkAbout(config, origin),
      await checkBodies(config, origin),
    ]
  } catch (error) {
    return [find(false, '', `${origin} cannot be reached from here: ${whyNot(error)}.`)]
  }
}
