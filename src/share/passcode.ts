import { random as fresh, utf8, type Bytes, type Random } from './bytes.ts'

// The passcode is told by phone, apart from the link: mail filters rewrite links and see the secret.
// Six digits, because they are read aloud, often in a second language.

const digits = 6
const range = 10 ** digits
/** See docs/decisions/0003-passcode-stretching.md. */
const usual = 600_000

/** Six digits, each number equally likely. */
export const newPasscode = (random: Random = fresh): string => {
  // Numbers above the last full range would make small passcodes a little likelier: draw again.
  const fair = Math.floor(2 ** 32 / range) * range
  const draw = (): number => new DataView(random(4).buffer).getUint32(0)
  let number = draw()
  while (number >= fair) number = draw()
  return String(number % range).padStart(digits, '0')
}

/** As it is shown and read aloud: "123 456". */
export const showPasscode = (passcode: string): string =>
  passcode.length === digits ? `${passcode.slice(0, 3)} ${passcode.slice(3)}` : passcode

const isDigit = (point: number): boolean => /^\p{Nd}$/u.test(String.fromCodePoint(point))

/** Every script keeps its ten digits in a row; two such rows may touch. */
const asciiDigit = (digit: string): string => {
  const point = digit.codePointAt(0) ?? 0
  let zero = point
  while (isDigit(zero - 1)) zero--
  return String((point - zero) % 10)
}

/** One spelling for all ways of typing it: any script's digits, any grouping, either case. */
export const normalise = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cf}\u2212]/gu, '')
    .replace(/\p{Nd}/gu, asciiDigit)
    .toLowerCase()

/** Makes each guess cost something. 32 bytes. */
export const stretch = async (
  passcode: string,
  salt: Bytes,
  iterations: number = usual,
): Promise<Bytes> => {
  const typed = utf8(normalise(passcode))
  const key = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, 256))
}
