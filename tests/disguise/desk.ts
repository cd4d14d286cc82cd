import { createMachine, type Machine } from '../../src/disguise/machine.ts'
import { noted, type Trace } from '../../src/disguise/keyhole.ts'
import { createMemory } from '../../src/disguise/science/memory.ts'
import { pressScience } from '../../src/disguise/science/science.ts'

/** The calculator as its page puts it together, without the page. */
export type Desk = {
  readonly machine: Machine
  /** Any key by its name; "turn" turns the phone, "deg" goes from degrees to radians and back. */
  readonly press: (key: string) => void
  /** What the display shows; "!" is the neutral word. */
  readonly shown: () => string
  /** What the keyhole holds, and all that it was told. */
  readonly typed: () => string
  readonly traces: readonly Trace[]
}

export const createDesk = (): Desk => {
  const traces: Trace[] = []
  let [degrees, brief] = [true, true]
  const machine = createMachine((trace) => traces.push(trace))
  machine.learn((was, key) => pressScience(was, key, degrees))
  const memory = createMemory(machine, () => undefined)
  const press = (key: string): void => {
    if (key === 'deg') degrees = !degrees
    else if (key === 'turn') machine.turn((brief = !brief))
    else if (!memory.press(key) && !machine.press(key)) throw new Error(`"${key}" is no key`)
  }
  const shown = (): string => {
    const { text, stuck } = machine.view()
    return stuck ? '!' : text
  }
  return { machine, press, shown, traces, typed: () => traces.reduce(noted, '') }
}

/** Names of keys with a space between them; a number is its digits. */
const keysIn = (text: string): readonly string[] =>
  text.split(' ').flatMap((word) => (/^[\d.]+$/.test(word) ? word.split('') : [word]))

/** What is shown after these keys, on a phone that lies on its side. */
export const deskAfter = (text: string, desk = createDesk()): Desk => {
  for (const key of keysIn(text)) desk.press(key)
  return desk
}
