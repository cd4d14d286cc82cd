import { blank, press, shown, type Calculator } from '../../src/disguise/calculator.ts'
import { isKey } from '../../src/disguise/key.ts'

/** The calculator after keys written as one text; spaces are only for reading. */
export const pressed = (text: string, from: Calculator = blank): Calculator =>
  text
    .replaceAll(' ', '')
    .split('')
    .reduce((calculator, key) => {
      if (!isKey(key)) throw new Error(`"${key}" is no key`)
      return press(calculator, key)
    }, from)

/** What the display shows then; "!" stands for the neutral word. */
export const display = (text: string): string => {
  const calculator = pressed(text)
  return calculator.stuck ? '!' : shown(calculator)
}
