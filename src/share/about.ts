import { isBytes, isObject, isWhole } from './fields.ts'
import { version } from './contract.ts'

// What the relay asks of whoever brings something new, and says so beforehand: the fourth file of share/ that
// the relay imports. Nothing of it is ever asked for opening, answering, looking or stopping.

/** Where her app asks for the day's token, on its own origin alone. */
export const tokenPath = '/token'

/** Headers of a create, a replace and a put. */
export const tokenHeader = 'x-token'
export const workHeader = 'x-work'

export const work = {
  /** So many small puzzles make one: a lucky or unlucky one hardly counts. */
  parts: 8,
  /** Zero bits of one, at most: 2,048 tries in all, a second on a slow phone. No phone tries more. */
  most: 8,
  /** Bytes of the seed, which holds for 10 to 20 minutes. */
  seed: 16,
} as const

/** A puzzle for the next share: `bits` that each part's hash begins with, all of them zero. */
export type Work = { readonly seed: string; readonly bits: number }

export type About = {
  readonly version: 1
  /** Origin that goes into links, without a slash at the end. */
  readonly recipientOrigin: string
  readonly now: number
  /** Seconds that a new share may live just now; left out when it is as long as ever. */
  readonly longest?: number
  /** Left out when none is asked for. */
  readonly work?: Work
  /** Left out when none is asked for. */
  readonly token?: true
}

/** What is hashed for one try at a part, with SHA-256. */
export const tryOf = (seed: string, locator: string, part: number, at: number): string =>
  `${seed}.${locator}.${part}.${at}`

/** Whether the hash of a try begins with so many zero bits. */
export const isSolved = (hash: Uint8Array, bits: number): boolean => {
  const [first = 255, second = 255] = hash
  return ((first << 8) | second) < 1 << (16 - bits)
}

export const readWork = (value: unknown): Work | null => {
  if (!isObject(value)) return null
  const { seed, bits } = value
  return isBytes(seed, work.seed) && isWhole(bits, 1, work.most) ? { seed, bits } : null
}

/** The token in the answer of her app's origin; null when it is none. */
export const readToken = (value: unknown): string | null => {
  const token = isObject(value) && value['version'] === version ? value['token'] : null
  return isBytes(token, 16) ? token : null
}
