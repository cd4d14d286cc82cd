import type { Bytes } from './bytes.ts'
import { version } from './contract.ts'

// The terms of a share as they stand, in the clear but unalterable, in front of the sealed content.

export type Policy = {
  /** How a passcode is stretched: 0 is none, 1 is PBKDF2; 2 is kept for Argon2id. */
  readonly passcode: boolean
  readonly openers: number
  /** Seconds since 1970. */
  readonly until: number
  readonly counter: number
}

export const policyBytes = 16

/** version, stretching, openers (u16), until (u64), counter (u32); big-endian. */
export const writePolicy = (policy: Policy): Bytes => {
  const bytes = new Uint8Array(policyBytes)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, version)
  view.setUint8(1, policy.passcode ? 1 : 0)
  view.setUint16(2, policy.openers)
  view.setBigUint64(4, BigInt(policy.until))
  view.setUint32(12, policy.counter)
  return bytes
}

/** The policy in front of a body, or null when there is none of this version. */
export const readPolicy = (body: Bytes): Policy | null => {
  if (body.length < policyBytes) return null
  const view = new DataView(body.buffer, body.byteOffset)
  const stretching = view.getUint8(1)
  if (view.getUint8(0) !== version || stretching > 1) return null
  return {
    passcode: stretching === 1,
    openers: view.getUint16(2),
    until: Number(view.getBigUint64(4)),
    counter: view.getUint32(12),
  }
}
