import { random as fresh, type Random } from './bytes.ts'
import { normalise } from './passcode.ts'

// The code of twelve signs that is read out over the telephone in place of a link: eleven drawn by chance
// (55 bits) and one that checks them. No I, L, O or U: they are heard and written as other signs.

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
/** Signs of one code. */
const spokenLength = 12

/** The next power of two in the field of 32 elements (x^5 + x^2 + 1). */
const twice = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31

/** Each place weighs otherwise, so that one wrong sign, or two that changed places, never go unseen. */
const checkOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => twice(sum ^ value), 0)

const spelled = (values: readonly number[]): string =>
  values.map((value) => alphabet.charAt(value)).join('')

/** A fresh code, in its one spelling. */
export const newSpoken = (random: Random = fresh): string => {
  const values = Array.from(random(spokenLength - 1), (byte) => byte & 31)
  return spelled([...values, checkOf(values)])
}

/** As it is shown and read aloud: "K7QM 4RXT 9BWE". */
export const showSpoken = (code: string): string =>
  (code.toUpperCase().match(/.{1,4}/g) ?? []).join(' ')

export type Heard =
  | { readonly ok: true; readonly code: string }
  /** `count`: how many signs there are. */
  | { readonly ok: false; readonly why: 'length'; readonly count: number }
  | { readonly ok: false; readonly why: 'slip' }

/** Reads what was typed: any case, any grouping, digits of every script, and signs that look alike. */
export const readSpoken = (typed: string): Heard => {
  const signs = normalise(typed).replace(/[^\p{L}\p{N}]/gu, '')
  const code = signs.replaceAll('o', '0').replace(/[il]/g, '1').replaceAll('u', 'v')
  const values = Array.from(code, (sign) => alphabet.indexOf(sign))
  if (values.length !== spokenLength) return { ok: false, why: 'length', count: values.length }
  const right = !values.includes(-1) && checkOf(values.slice(0, -1)) === values.at(-1)
  return right ? { ok: true, code } : { ok: false, why: 'slip' }
}
