// What the phone, the agency's page and the relay agree on. The first file of share/ that the relay
// imports: it names sizes, paths and shapes, and holds nothing that could open a share.
import { isBytes, isObject, isWhole, only } from './fields.ts'

export const version = 1

/** Every call is a POST: a link scanner's GET or HEAD must change nothing. */
export const paths = {
  about: '/v1/about',
  create: '/v1/create',
  open: '/v1/open',
  shown: '/v1/shown',
  look: '/v1/look',
  stop: '/v1/stop',
  pause: '/v1/pause',
  resume: '/v1/resume',
  own: '/v1/own',
  replace: '/v1/replace',
  reply: '/v1/reply',
  replies: '/v1/replies',
  taken: '/v1/taken',
  put: '/v1/put',
  there: '/v1/there',
  piece: '/v1/piece',
} as const

/** A POST here, on her app's origin alone, is answered with a word to clear the site's data. */
export const freshPath = '/fresh'

export const limits = {
  /** Bytes of one sealed body. */
  body: 5_000_000,
  /** Bytes of the JSON head in front of it, and of any JSON request. */
  head: 2_048,
  /** Seconds that a share may live. */
  life: { least: 600, most: 30 * 86_400 },
  /** How many different openers a share may allow. */
  openers: { least: 1, most: 100 },
  /** Wrong passcodes before the link pauses. */
  tries: { least: 1, most: 20 },
  /** Wrong passcodes before one browser may try no more. */
  ownTries: 5,
  /** Seconds that a place is held until a page says that it shows the content; and how many may end without. */
  held: 600,
  unseen: 20,
  /** Replies that wait for one share; bytes of one, sealed, with files and without; bytes of all. */
  inbox: { replies: 20, bytes: 2_100_000, letter: 65_536, all: 4_400_000 },
  /** Files beside a share: how many, bytes of one sealed piece, and how much of them one share has. */
  files: { most: 20, piece: 524_288, pieces: 80, bytes: 30_000_000 },
  /** Seconds that pieces wait for the share that names them. */
  staged: 86_400,
  /** Seconds that the counters of an ended share are kept for her to look at, and replies to be fetched. */
  afterlife: 30 * 86_400,
} as const

/** Bytes of each binary field, which travels as unpadded base64url. */
export const sizes = {
  locator: 16,
  proof: 32,
  hash: 32,
  serverShare: 32,
  opener: 16,
  reply: 16,
  file: 16,
} as const

export type CreateHead = {
  readonly version: 1
  readonly locator: string
  /** SHA-256 of the proof that the opener holds the link. */
  readonly link: string
  /** SHA-256 of the proof that the opener knows the passcode; null when there is none. */
  readonly pass: string | null
  /** SHA-256 of the proof that the caller made the share. */
  readonly owner: string
  /** SHA-256 of the proof that only who read the share can give; null when it takes no replies. */
  readonly reply: string | null
  /** The relay's part of the content key, given out only after both proofs and erased at the end. */
  readonly serverShare: string
  /** End of the share, seconds since 1970. */
  readonly until: number
  readonly openers: number
  readonly tries: number
  /** Version of the sealed content: 1 at first, one more for each replacement. */
  readonly counter: number
  /** Left out when there are none. */
  readonly files?: readonly FileHead[]
}

export type OpenRequest = {
  readonly version: 1
  readonly locator: string
  readonly link: string
  readonly pass: string | null
  /** The same for each opening in one browser; a known opener uses up no further place. */
  readonly opener: string
}

/** Stands before the sealed body in the answer to an open. */
export type OpenHead = {
  readonly version: 1
  readonly serverShare: string
  readonly until: number
  readonly counter: number
}

/** Says that the content is on screen; a share without a passcode counts no view before. */
export type ShownRequest = Pick<OpenRequest, 'version' | 'locator' | 'link' | 'opener'>

/** Only the maker of a share can ask: look, stop, own; pause and resume say in which order (wish.ts). */
export type OwnerRequest = {
  readonly version: 1
  readonly locator: string
  readonly owner: string
}

/** Stands before a body that takes the place of the one before; the number of openers stays. */
export type ReplaceHead = OwnerRequest &
  Pick<CreateHead, 'serverShare' | 'until' | 'counter' | 'files'>

export type Receipt = {
  readonly version: 1
  readonly state: 'live' | 'paused' | 'ended'
  readonly until: number
  /** Openers that read it, opens altogether, wrong passcodes, and fetches that were never shown. */
  readonly openers: number
  readonly opens: number
  readonly wrong: number
  readonly unseen: number
  /** Browsers that may try no more, until she lets the link go on. */
  readonly locked: number
  /** Version of the content that the relay holds. */
  readonly counter: number
  /** The hour of the last open, seconds since 1970 rounded down; null when never opened. */
  readonly lastOpen: number | null
  /** Replies that wait for her. */
  readonly replies: number
  /** Of the last pause or resume that was done; 0 when none had a number. */
  readonly order: number
}

/** Why a create was refused; every refused open is the same bare 404. */
export type Refusal = {
  readonly why:
    'malformed' | 'large' | 'taken' | 'full' | 'busy' | 'missing' | 'long' | 'work' | 'token'
}

/** A file whose pieces lie at the relay before the share that names it does. */
export type FileHead = { readonly id: string; readonly pieces: number }

const isFile = (value: unknown): value is FileHead =>
  isObject(value) &&
  only(value, ['id', 'pieces']) &&
  isBytes(value['id'], sizes.file) &&
  isWhole(value['pieces'], 1, limits.files.pieces)

const readFiles = (value: unknown = []): readonly FileHead[] | null => {
  if (!Array.isArray(value) || !value.every(isFile)) return null
  const apart = new Set(value.map(({ id }) => id)).size === value.length
  const pieces = value.reduce((sum, file) => sum + file.pieces, 0)
  const few = value.length <= limits.files.most && pieces <= limits.files.pieces
  return apart && few ? value : null
}

const names = 'version locator link pass owner reply serverShare until openers tries counter files'

/** A head that is exactly as agreed, or null; whether `until` lies in bounds is the relay's clock. */
export const readCreate = (value: unknown): CreateHead | null => {
  if (!isObject(value) || !only(value, names.split(' '))) return null
  const { locator, link, pass, owner, reply, serverShare, until, openers, tries, counter } = value
  if (value['version'] !== version) return null
  if (!isBytes(locator, sizes.locator) || !isBytes(link, sizes.hash)) return null
  if (pass !== null && !isBytes(pass, sizes.hash)) return null
  if (reply !== null && !isBytes(reply, sizes.hash)) return null
  if (!isBytes(owner, sizes.hash) || !isBytes(serverShare, sizes.serverShare)) return null
  if (!isWhole(until, 0, 2 ** 40) || !isWhole(counter, 1, 2 ** 31)) return null
  if (!isWhole(openers, limits.openers.least, limits.openers.most)) return null
  if (!isWhole(tries, limits.tries.least, limits.tries.most)) return null
  const files = readFiles(value['files'])
  const head = { locator, link, pass, owner, reply, serverShare, until, openers, tries, counter }
  return files && { version, ...head, files }
}

export const readOpen = (value: unknown): OpenRequest | null => {
  if (!isObject(value) || !only(value, ['version', 'locator', 'link', 'pass', 'opener']))
    return null
  const { locator, link, pass, opener } = value
  if (value['version'] !== version) return null
  if (!isBytes(locator, sizes.locator) || !isBytes(link, sizes.proof)) return null
  if (pass !== null && !isBytes(pass, sizes.proof)) return null
  if (!isBytes(opener, sizes.opener)) return null
  return { version, locator, link, pass, opener }
}

export const readShown = (value: unknown): ShownRequest | null => {
  const open = isObject(value) ? readOpen({ ...value, pass: null }) : null
  return open && { version, locator: open.locator, link: open.link, opener: open.opener }
}

export const readOwner = (value: unknown): OwnerRequest | null => {
  if (!isObject(value) || !only(value, ['version', 'locator', 'owner'])) return null
  const { locator, owner } = value
  if (value['version'] !== version) return null
  if (!isBytes(locator, sizes.locator) || !isBytes(owner, sizes.proof)) return null
  return { version, locator, owner }
}

export const readReplace = (value: unknown): ReplaceHead | null => {
  if (!isObject(value)) return null
  const { serverShare, until, counter, files: named, ...owner } = value
  const asked = readOwner(owner)
  const head = readOpenHead({ version, serverShare, until, counter })
  const files = readFiles(named)
  return asked && head && files && { ...head, ...asked, files }
}

export const readOpenHead = (value: unknown): OpenHead | null => {
  if (!isObject(value) || value['version'] !== version) return null
  const { serverShare, until, counter } = value
  if (!isBytes(serverShare, sizes.serverShare)) return null
  if (!isWhole(until, 0, 2 ** 40) || !isWhole(counter, 1, 2 ** 31)) return null
  return { version, serverShare, until, counter }
}

/** A frame is a head's length (4 bytes, big-endian), the head as ASCII JSON, and the sealed body. */
export const frame = (head: object, body: Uint8Array): Uint8Array<ArrayBuffer> => {
  const text = JSON.stringify(head)
  const bytes = new Uint8Array(4 + text.length + body.length)
  new DataView(bytes.buffer).setUint32(0, text.length)
  for (let at = 0; at < text.length; at++) bytes[4 + at] = text.charCodeAt(at)
  bytes.set(body, 4 + text.length)
  return bytes
}

const decoder = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The head, still unchecked, and a view of the body; null when the bytes are no frame. */
export const unframe = (bytes: Uint8Array): { head: unknown; body: Uint8Array } | null => {
  if (bytes.length < 4) return null
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  if (length > limits.head || bytes.length < 4 + length) return null
  try {
    const head: unknown = JSON.parse(decoder.decode(bytes.subarray(4, 4 + length)))
    return { head, body: bytes.subarray(4 + length) }
  } catch {
    return null
  }
}
