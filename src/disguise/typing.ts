import { isKey, type Key } from './key.ts'

/** Keys that only a keyboard of its own has for the calculator on its side. */
type Beyond = '(' | ')' | 'power'

const named: Readonly<Record<string, Key | Beyond>> = {
  Enter: '=',
  Backspace: 'B',
  Delete: 'C',
  Escape: 'C',
  ',': '.',
  '٫': '.',
  '×': '*',
  x: '*',
  '÷': '/',
  ':': '/',
  '−': '-',
  F9: 'N',
  '٪': '%',
  '^': 'power',
}

const isDigit = (point: number): boolean => /^\p{Nd}$/u.test(String.fromCodePoint(point))

/** A digit of any script: Unicode keeps the ten of each in a row, so the row's start tells the value. */
const digitOf = (key: string): string | null => {
  const point = key.codePointAt(0) ?? 0
  if (String.fromCodePoint(point) !== key || !isDigit(point)) return null
  let zero = point
  while (isDigit(zero - 1)) zero -= 1
  return String((point - zero) % 10)
}

const isBeyond = (key: string): key is Beyond => /^([()]|power)$/.test(key)

/** The calculator's key for a key of the keyboard; null when the key is not for a calculator. */
export const keyFor = (key: string): Key | Beyond | null => {
  const found = named[key] ?? digitOf(key) ?? key
  if (isBeyond(found)) return key === 'power' ? null : found
  // Letters name the keys without a digit or sign of their own; they are no keys of the keyboard.
  return isKey(found) && (found !== key || /[^A-Z]/.test(key)) ? found : null
}

/** The same for an event: shortcuts and keys that a focused button takes itself are left alone. */
export const keyIn = (event: KeyboardEvent): Key | Beyond | null => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null
  const onButton = event.target instanceof Element && event.target.matches('button')
  return onButton && (event.key === 'Enter' || event.key === ' ') ? null : keyFor(event.key)
}
