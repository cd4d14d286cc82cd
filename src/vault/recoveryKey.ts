import { plainCode } from '../crypto/code.ts'
import { random } from '../crypto/random.ts'

// The key of a copy, as digits: every script has them, and they can be read out over a phone.

/** Random bytes of a key: 128 bits. */
const keyBytes = 16
/** Enough for every key, since 10^39 is more than 2^128. */
const carrying = 39

/** Groups of five are as much as one keeps in mind between paper and key. */
export const groupDigits = 5
export const keyGroups = 8
/** A piece of a key has one group more, see keyPieces.ts. */
export const pieceGroups = 9

// Damm's table of order 10: no digit can be changed and no two neighbours swapped unnoticed.
const table = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
] as const

/** 0 when the last digit is the check digit of the others. */
export const damm = (digits: string): number =>
  Array.from(digits).reduce((sum, digit) => Number(table[sum]?.charAt(Number(digit))), 0)

export const newRecoveryKey = (): Uint8Array => random(keyBytes)

/** Big-endian, as in every number of ours. */
export const numberOf = (bytes: Uint8Array): bigint =>
  bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)

/** Forty digits: the key as one number, and a check digit. */
export const digitsOf = (key: Uint8Array): string => {
  const digits = String(numberOf(key)).padStart(carrying, '0')
  return `${digits}${damm(digits)}`
}

/** Groups of five: eight of a key, nine of a piece. */
export const keyGroupsOf = (digits: string): readonly string[] =>
  Array.from({ length: digits.length / groupDigits }, (_, at) =>
    digits.slice(at * groupDigits, (at + 1) * groupDigits),
  )

/** The number as `length` bytes, big-endian. */
export const bytesOf = (number: bigint, length: number): Uint8Array =>
  new Uint8Array(length).map((_, at) => Number((number >> BigInt(8 * (length - 1 - at))) & 255n))

/** A digit of any script as ASCII; null for everything else. */
export const digitIn = (pressed: string): string | null => {
  const plain = plainCode(pressed)
  return /^\d$/.test(plain) ? plain : null
}

/** Digits of any script as ASCII, without spaces, dashes and invisible marks. */
export const plainDigits = (typed: string): string =>
  plainCode(typed).replace(/[\s\p{Pd}\p{Cf}]/gu, '')

/** Whether digits are those of a piece: a key, being below 4 * 10^38, never begins like that. */
export const isKeyPiece = (digits: string): boolean => /^[5-7]/.test(digits)

/** The key behind forty digits of any script, with spaces and dashes; null when one is wrong. */
export const keyOf = (typed: string): Uint8Array | null => {
  const digits = plainDigits(typed)
  if (!/^\d{40}$/.test(digits) || damm(digits) !== 0) return null
  const number = BigInt(digits.slice(0, carrying))
  return number < 2n ** 128n ? bytesOf(number, keyBytes) : null
}
