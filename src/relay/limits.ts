import { hash, randomBytes } from 'node:crypto'

// How often one address calls, counted without keeping the address: only a salted hash picks the
// cells, the salt lives for a minute, and nothing of it is ever written down.

const cells = 1 << 16
const minute = 60

const newSalt = (): string => randomBytes(32).toString('base64url')

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

export type Limiter = {
  /** Counts one call of `address`, or `amount`, and tells whether it stays within `most` for this minute. */
  readonly allows: (
    address: string,
    kind: string,
    most: number,
    now: number,
    amount?: number,
  ) => boolean
}

/** Names callers who are here just now, by a salt that lives in this process alone. */
export const createNames = (): ((address: string) => string) => {
  const salt = newSalt()
  return (address) => hash('sha256', `${salt} ${blockOf(address)}`, 'base64url')
}

/**
 * Two independent cells per caller, the lower one counts: strangers who share a cell with a busy
 * caller are hardly ever unlucky twice. Fixed in size, however many callers come.
 */
export const createLimiter = (): Limiter => {
  const counts = [new Uint32Array(cells), new Uint32Array(cells)]
  let salt = newSalt()
  let window = -1
  let isUsed = false

  const forget = (): void => {
    salt = newSalt()
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

  const count = (spot: Buffer, row: Uint32Array, at: number, amount: number): number => {
    const cell = spot.readUInt16BE(at * 2)
    // As much as a cell holds, and never round to nothing.
    const next = Math.min(2 ** 32 - 1, (row[cell] ?? 0) + amount)
    row[cell] = next
    return next
  }

  return {
    allows: (address, kind, most, now, amount = 1) => {
      turn(now)
      const spot = hash('sha256', `${salt} ${kind} ${blockOf(address)}`, 'buffer')
      return Math.min(...counts.map((row, at) => count(spot, row, at, amount))) <= most
    },
  }
}
