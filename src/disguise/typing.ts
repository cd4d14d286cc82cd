import { isKey, type Key } from './key.ts'

const named: Readonly<Record<string, Key>> = {
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
}

// The first digit of every script that a keyboard here may type.
const zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xff10]

const digitOf = (key: string): string | null => {
  const point = key.codePointAt(0) ?? 0
  const zero = zeros.find((start) => point >= start && point < start + 10)
  return zero === undefined || key.length !== 1 ? null : String(point - zero)
}

/** The calculator's key for a key of the keyboard; null when the key is not for a calculator. */
export const keyFor = (key: string): Key | null => {
  const found = named[key] ?? digitOf(key) ?? key
  // Letters name the keys without a digit or sign of their own; they are no keys of the keyboard.
  return isKey(found) && (found !== key || /[^A-Z]/.test(key)) ? found : null
}

/** The same for an event: shortcuts and keys that a focused button takes itself are left alone. */
export const keyIn = (event: KeyboardEvent): Key | null => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null
  const onButton = event.target instanceof Element && event.target.matches('button')
  return onButton && (event.key === 'Enter' || event.key === ' ') ? null : keyFor(event.key)
}
