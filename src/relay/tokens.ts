import { createHmac, timingSafeEqual } from 'node:crypto'
import { day } from './seconds.ts'

// Who brings something new shows the day's token. It is the same for everybody, so it tells no one apart, and
// it is made from a key that only the host has.

export type Tokens = {
  readonly today: (now: number) => string
  /** Also yesterday's and tomorrow's: she may have fetched it before midnight, and clocks differ. */
  readonly isGood: (token: string | undefined, now: number) => boolean
}

const bytes = 16

export const createTokens = (key: string): Tokens => {
  const tokenAt = (slot: number): string =>
    createHmac('sha256', key)
      .update(`create ${slot}`)
      .digest()
      .subarray(0, bytes)
      .toString('base64url')
  const slotOf = (now: number): number => Math.floor(now / day)
  return {
    today: (now) => tokenAt(slotOf(now)),
    isGood: (token, now) => {
      const given = Buffer.from(token ?? '', 'base64url')
      if (given.length !== bytes) return false
      return [-1, 0, 1]
        .map((by) => Buffer.from(tokenAt(slotOf(now) + by), 'base64url'))
        .some((one) => timingSafeEqual(one, given))
    },
  }
}
