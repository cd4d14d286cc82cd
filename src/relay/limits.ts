import { hash, randomBytes } from 'node:crypto'

// How often one address calls, counted without keeping the address: only a salted hash picks the
// cells, which are drawn anew every minute and empty then, and nothing of it is ever written down.

const shift = 16
const cells = 1 << (32 - shift)
const minute = 60

const newSalt = (): string => randomBytes(32).toString('base64url')
const randomUints = (count: number): Uint32Array => crypto.getRandomValues(new Uint32Array(count))

/** An address as a host would block it: IPv6 counts by its first 64 bits, a home or an office. */
export const blockOf = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1]) return mapped[1]
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  return [...left, ...Array<string>(zeros).fill('0'), ...right].slice(0, 4).join(':')
}

/**
 * Who calls, told apart from others by a salt that lives in this process alone: of the hash, a character a byte, the
 * first eight pick cells, the rest is a name. As text it costs a third of what it would as bytes.
 */
export type Caller = string

export const createCallers = (): ((address: string) => Caller) => {
  const salt = newSalt()
  return (address) => hash('sha256', `${salt} ${blockOf(address)}`, 'latin1')
}

export const nameOf = (caller: Caller): string => caller.slice(8)

/** Four of its bytes, the first of them or the next. */
const wordOf = (caller: Caller, at: number): number =>
  [0, 1, 2, 3].reduce((word, byte) => (word << 8) | caller.charCodeAt(4 * at + byte), 0)

const kinds = ['creates', 'asks', 'bytes', 'loads'] as const
type Kind = (typeof kinds)[number]

export type Limiter = {
  /** Counts one call, or `amount`, and tells whether the caller stays within `most` for this minute. */
  readonly allows: (
    caller: Caller,
    kind: Kind,
    most: number,
    now: number,
    amount?: number,
  ) => boolean
}

/** An odd number for each kind and row: by these a caller's cells are others every minute. */
const newFactors = (): Uint32Array => randomUints(2 * kinds.length).map((factor) => factor | 1)

/**
 * Two independent cells per caller, the lower one counts: strangers who share a cell with a busy
 * caller are hardly ever unlucky twice. Fixed in size, however many callers come.
 */
export const createLimiter = (): Limiter => {
  const counts = [new Uint32Array(cells), new Uint32Array(cells)]
  let factors = newFactors()
  let window = -1
  let isUsed = false

  const forget = (): void => {
    factors = newFactors()
    isUsed = false
    for (const row of counts) row.fill(0)
  }

  const turn = (now: number): void => {
    const current = Math.floor(now / minute)
    if (current !== window) forget()
    window = current
    isUsed = true
  }

  // On a quiet night no next caller comes to turn the page.
  setInterval(() => {
    if (isUsed) forget()
  }, minute * 1000).unref()

  const count = (caller: Caller, kind: Kind, row: Uint32Array, at: number, by: number): number => {
    const factor = factors[2 * kinds.indexOf(kind) + at] ?? 1
    const cell = Math.imul(wordOf(caller, at), factor) >>> shift
    // As much as a cell holds, and never round to nothing.
    const next = Math.min(2 ** 32 - 1, (row[cell] ?? 0) + by)
    row[cell] = next
    return next
  }

  return {
    allows: (caller, kind, most, now, amount = 1) => {
      turn(now)
      return Math.min(...counts.map((row, at) => count(caller, kind, row, at, amount))) <= most
    },
  }
}
