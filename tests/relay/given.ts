import { hash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Relay, RelayConfig } from '../../src/relay/app.ts'
import { createRelay } from '../../src/relay/app.ts'
import { createLog } from '../../src/relay/log.ts'
import { createSqliteStore } from '../../src/relay/sqlite/store.ts'
import type {
  NewPiece,
  NewReply,
  NewShare,
  OpenAsk,
  OwnerAsk,
  Store,
} from '../../src/relay/store.ts'
import type { CreateHead, OpenRequest, OwnerRequest } from '../../src/share/contract.ts'
import type { ReplyHead } from '../../src/share/inbox.ts'
import { frame, paths, unframe } from '../../src/share/contract.ts'

export const noon = 1_800_000_000
export const day = 86_400

export const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const sha = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer')

/** A share as its maker knows it: every secret in the clear. */
export type Secrets = {
  readonly locator: Uint8Array
  readonly link: Uint8Array
  readonly pass: Uint8Array | null
  readonly owner: Uint8Array
  readonly reply: Uint8Array
  readonly serverShare: Uint8Array
}

export const newSecrets = (withPass = true): Secrets => ({
  locator: randomBytes(16),
  link: randomBytes(32),
  pass: withPass ? randomBytes(32) : null,
  owner: randomBytes(32),
  reply: randomBytes(32),
  serverShare: randomBytes(32),
})

type Terms = Pick<NewShare, 'until' | 'openers' | 'tries' | 'counter' | 'files' | 'body'>

const terms: Terms = {
  until: noon + 7 * day,
  openers: 5,
  tries: 10,
  counter: 1,
  files: [],
  body: Buffer.from('sealed'),
}

export const shareOf = (secrets: Secrets, more: Partial<Terms> = {}): NewShare => ({
  ...terms,
  ...more,
  locator: secrets.locator,
  serverShare: secrets.serverShare,
  link: sha(secrets.link),
  pass: secrets.pass && sha(secrets.pass),
  owner: sha(secrets.owner),
  reply: sha(secrets.reply),
})

export const askOf = (secrets: Secrets, more: Partial<OpenAsk> = {}): OpenAsk => ({
  locator: secrets.locator,
  link: sha(secrets.link),
  pass: secrets.pass && sha(secrets.pass),
  opener: randomBytes(32),
  ...more,
})

export const ownerOf = (secrets: Secrets): OwnerAsk => ({
  locator: secrets.locator,
  owner: sha(secrets.owner),
})

export const replyOf = (secrets: Secrets, more: Partial<NewReply> = {}): NewReply => ({
  locator: secrets.locator,
  proof: sha(secrets.reply),
  id: randomBytes(16),
  sealed: Buffer.from('a sealed reply'),
  ...more,
})

export const pieceOf = (secrets: Secrets, more: Partial<NewPiece> = {}): NewPiece => ({
  ...ownerOf(secrets),
  file: secrets.locator,
  part: 0,
  sealed: Buffer.from('a sealed piece'),
  ...more,
})

/** The same on the wire. */
export const createFrame = (
  secrets: Secrets,
  more: Partial<CreateHead> = {},
  body: Uint8Array = terms.body,
): Uint8Array<ArrayBuffer> => {
  const share = shareOf(secrets)
  const head: CreateHead = {
    version: 1,
    locator: text(share.locator),
    link: text(share.link),
    pass: share.pass && text(share.pass),
    owner: text(share.owner),
    reply: share.reply && text(share.reply),
    serverShare: text(share.serverShare),
    until: share.until,
    openers: share.openers,
    tries: share.tries,
    counter: share.counter,
    ...more,
  }
  return new Uint8Array(frame(head, body))
}

export const openRequest = (secrets: Secrets, more: Partial<OpenRequest> = {}): OpenRequest => ({
  version: 1,
  locator: text(secrets.locator),
  link: text(secrets.link),
  pass: secrets.pass && text(secrets.pass),
  opener: text(randomBytes(16)),
  ...more,
})

export const ownerRequest = (secrets: Secrets): OwnerRequest => ({
  version: 1,
  locator: text(secrets.locator),
  owner: text(secrets.owner),
})

export const replyFrame = (
  secrets: Secrets,
  more: Partial<ReplyHead> = {},
  sealed: Uint8Array = Buffer.from('a sealed reply'),
): Uint8Array<ArrayBuffer> => {
  const head: ReplyHead = {
    version: 1,
    locator: text(secrets.locator),
    proof: text(secrets.reply),
    id: text(randomBytes(16)),
    ...more,
  }
  return new Uint8Array(frame(head, sealed))
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'relay-'))
export const dropFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })

/** A database at work deletes files of its own while they are listed. */
const textIn = (path: string): string => {
  try {
    return readFileSync(path).toString('latin1')
  } catch {
    return ''
  }
}

/** All bytes that lie in a folder, as one searchable text. */
export const allBytesIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => textIn(join(entry.parentPath, entry.name)))
    .join('\n')

export const sqliteIn = (folder: string, mostBytes = 1e9, spare = 0): Store =>
  createSqliteStore({ folder, mostBytes, spare })

const config: RelayConfig = {
  recipientOrigin: 'https://agency.example',
  tls: false,
  proxied: false,
  inFlight: 64_000_000,
  patience: 10,
  creates: 1_000_000,
  asks: 1_000_000,
  bytes: 2 ** 40,
  createKey: '',
}

export type Clock = { now: number }

export const relayOn = (store: Store, clock: Clock, more: Partial<RelayConfig> = {}): Relay => {
  const now = (): number => clock.now
  return createRelay(store, { ...config, ...more }, { now, log: createLog(() => {}, now) })
}

type Wire = Uint8Array<ArrayBuffer> | object

/** A POST as a browser makes it; `more` adds headers or overrides them. */
export const post = async (
  relay: Relay,
  path: string,
  wire: Wire,
  more: Record<string, string> = {},
): Promise<Response> => {
  const body = wire instanceof Uint8Array ? wire : Buffer.from(JSON.stringify(wire))
  const headers = { 'Content-Length': `${body.length}`, ...more }
  return relay.request(path, { method: 'POST', headers, body })
}

export const create = (relay: Relay, wire: Uint8Array<ArrayBuffer>): Promise<Response> =>
  post(relay, paths.create, wire)

export const open = (relay: Relay, request: OpenRequest): Promise<Response> =>
  post(relay, paths.open, request)

export const bodyOf = async (response: Response): Promise<string> => {
  const framed = unframe(new Uint8Array(await response.arrayBuffer()))
  return Buffer.from(framed?.body ?? []).toString()
}

/** Everything of an answer that a caller could compare. */
export const seenOf = async (response: Response): Promise<unknown> => ({
  status: response.status,
  headers: Object.fromEntries(response.headers),
  body: await response.text(),
})
