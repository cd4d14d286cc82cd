import { codeKeys } from '../../code.ts'

/** A key of the calculator in canonical ASCII; B takes the last key back, C takes all of them. */
const keys = /^[\d.+\-*/=BC]$/

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
  const digit = '٠١٢٣٤٥٦٧٨٩'.indexOf(plain)
  const key = digit >= 0 && plain.length === 1 ? String(digit) : plain
  return keys.test(key) && (key !== pressed || /[^BC]/.test(key)) ? key : null
}

/** What has been typed after one more key; never more than a code is long. */
export const typedWith = (typed: string, key: string): string => {
  if (key === 'C') return ''
  if (key === 'B') return typed.slice(0, -1)
  return (typed + key).slice(0, codeKeys)
}

const signs: Readonly<Record<string, string>> = { '*': '×', '/': '÷', '-': '−' }

/** A key as the calculator shows it. */
export const signOf = (key: string, decimal: string): string =>
  key === '.' ? decimal : (signs[key] ?? key)

/** Some systems name a locale in a way ("C") that the engine then refuses. */
const known = (tag: string): string => {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

/** The decimal separator on the calculator's own key, which follows the phone. */
export const decimalOf = (tag: string): string =>
  new Intl.NumberFormat(known(tag), { numberingSystem: 'latn' })
    .formatToParts(1.5)
    .find(({ type }) => type === 'decimal')?.value ?? '.'

export const groupKeys = 4

/** Three groups of four are easier to remember than twelve; a group still to come is empty. */
export const groupsOf = (code: string): readonly string[] =>
  Array.from({ length: codeKeys / groupKeys }, (_, at) =>
    code.slice(at * groupKeys, (at + 1) * groupKeys),
  )

/** The first group that is not the same, from 0; null when the two are one code. */
export const differentGroup = (typed: string, code: string): number | null => {
  const wanted = groupsOf(code)
  const found = groupsOf(typed).findIndex((group, at) => group !== wanted[at])
  return found < 0 ? null : found
}
