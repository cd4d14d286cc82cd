import { combine, split } from 'shamir-secret-sharing'
import { random } from '../crypto/random.ts'
import { bytesOf, damm, isKeyPiece, numberOf, plainDigits } from './recoveryKey.ts'

// The key of a copy in three pieces: any two are the key, one alone says nothing about it. This is
// loaded only when it is asked for, because most copies never need it.

/** How many there are, and how many of them are the key. */
const pieces = 3
const needed = 2

/** A mark that the three have in common, 16 bytes, and the place that they belong to. */
const pieceBytes = 18
const carrying = 44

/** Makes the first digit 5, 6 or 7, where that of a key is at most 3. */
const offset = 5n * 10n ** 43n

/** `again`: the same piece twice. `apart`: pieces of two different keys. */
export type Joined =
  | { readonly ok: true; readonly key: Uint8Array }
  | { readonly ok: false; readonly why: 'again' | 'apart' }

/** Forty-five digits: the 18 bytes as one number, moved up, and a check digit. */
export const keyPieceDigits = (piece: Uint8Array): string => {
  const digits = String(numberOf(piece) + offset)
  return `${digits}${damm(digits)}`
}

/** Three pieces of 45 digits each, of a key of 16 bytes. Each call makes three others. */
export const splitKey = async (key: Uint8Array): Promise<readonly string[]> => {
  const mark = random(1)
  const shares = await split(key, pieces, needed)
  return shares.map((share) => keyPieceDigits(new Uint8Array([...mark, ...share])))
}

/** The 18 bytes behind forty-five digits of any script; null when one is wrong. */
export const keyPieceOf = (typed: string): Uint8Array | null => {
  const digits = plainDigits(typed)
  if (!/^\d{45}$/.test(digits) || !isKeyPiece(digits) || damm(digits) !== 0) return null
  const number = BigInt(digits.slice(0, carrying)) - offset
  if (number >= 2n ** 144n) return null
  const piece = bytesOf(number, pieceBytes)
  // At place 0 lies the key itself: no piece is made there.
  return piece[pieceBytes - 1] === 0 ? null : piece
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.every((byte, at) => byte === other[at])

/**
 * The key of two pieces of 18 bytes. Two keys whose marks are the same by chance (1 of 256) give a key
 * that opens nothing.
 */
export const joinPieces = async (one: Uint8Array, other: Uint8Array): Promise<Joined> => {
  if (isSame(one, other)) return { ok: false, why: 'again' }
  if (one[0] !== other[0] || one.at(-1) === other.at(-1)) return { ok: false, why: 'apart' }
  return { ok: true, key: await combine([one.slice(1), other.slice(1)]) }
}
