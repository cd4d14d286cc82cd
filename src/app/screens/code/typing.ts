import { digitIn } from '../../../vault/recoveryKey.ts'
import { codeKeys } from '../../code.ts'
import { pad } from '../../pad.ts'

/** What a code is made of: four words, a drawn calculation, or keys of her own choice. */
export type Way = 'words' | 'sum' | 'own'

/** More keys than anyone types again without a slip. */
export const mostKeys = 40

/** A key of the disguise in canonical ASCII; B takes the last key back, C takes all of them. */
const keys = { sum: /^[\d.+\-*/=BC]$/, plus: /^[\d+=BC]$/ } as const

const named: Readonly<Record<string, string>> = {
  Enter: '=',
  Backspace: 'B',
  Delete: 'C',
  ',': '.',
  '٫': '.',
  '×': '*',
  '÷': '/',
  ':': '/',
  '−': '-',
}

/** The key for a key of the keyboard; null when it is not for a calculator. */
export const keyFor = (pressed: string): string | null => {
  const plain = named[pressed] ?? pressed.normalize('NFKC')
  const key = digitIn(plain) ?? plain
  return keys[pad()].test(key) && (key !== pressed || /[^BC]/.test(key)) ? key : null
}

const withPoint = (typed: string, number: string): string => {
  if (number.includes('.')) return typed
  return number === '' ? `${typed}0.` : `${typed}.`
}

/** As the disguise takes it: no zero leads a number, one point is in it, of two operators the last counts. */
const added = (typed: string, key: string): string => {
  const number = /[\d.]*$/.exec(typed)?.[0] ?? ''
  if (key === '.') return withPoint(typed, number)
  if (/\d/.test(key)) return number === '0' ? typed.slice(0, -1) + key : typed + key
  return typed.replace(/[-+*/]+$/, '') + key
}

/** What has been typed after one more key; never more than the longest code has. */
export const typedWith = (typed: string, key: string): string => {
  if (key === 'C') return ''
  if (key === 'B') return typed.slice(0, -1)
  return added(typed, key).slice(0, mostKeys)
}

const signs: Readonly<Record<string, string>> = { '*': '×', '/': '÷', '-': '−' }

/** A key as the calculator shows it on a phone that is set up for `tag`; digits, too. */
export const signOf = (key: string, tag: string): string => {
  if (key === '.') return decimalOf(tag)
  return /^\d$/.test(key) ? formatOf(tag).format(Number(key)) : (signs[key] ?? key)
}

/** Some systems name a locale in a way ("C") that the engine then refuses. */
const known = (tag: string): string => {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

const formatOf = (tag: string): Intl.NumberFormat => new Intl.NumberFormat(known(tag))

/** The decimal separator on the calculator's own key, which follows the phone. */
export const decimalOf = (tag: string): string =>
  formatOf(tag)
    .formatToParts(1.5)
    .find(({ type }) => type === 'decimal')?.value ?? '.'

export const groupKeys = 4

/** Four keys at a time are easier to remember; of a calculation, groups still to come are empty. */
const fours = (code: string, least: number): readonly string[] =>
  Array.from({ length: Math.max(least, Math.ceil(code.length / groupKeys)) }, (_, at) =>
    code.slice(at * groupKeys, (at + 1) * groupKeys),
  )

/** Words stand as the numbers that they are typed as, each with the sign behind it. */
export const groupsOf = (code: string, way: Way): readonly string[] => {
  if (way === 'words') return code.match(/[^+]*\+|[^+]+/g) ?? ['']
  return fours(code, way === 'sum' ? codeKeys / groupKeys : 1)
}

/** How a code that is kept is best shown: four numbers were words. */
export const wayOf = (code: string): Way => (/^\d+(\+\d+){3}$/.test(code) ? 'words' : 'own')

/** The first group that is not the same, from 0; null when the two are one code. */
export const differentGroup = (typed: string, code: string, way: Way): number | null => {
  if (typed === code) return null
  const wanted = groupsOf(code, way)
  const found = groupsOf(typed, way).findIndex((group, at) => group !== wanted[at])
  return found < 0 ? groupsOf(typed, way).length : found
}
