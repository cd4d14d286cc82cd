import type { Disguise, Door, Pad } from '../disguise/door.ts'

// One document has one disguise, so it is known in one place: screens that draw its keypad, name it or
// make a code for it need not have it handed through every layer.

type Here = Pick<Door, 'tool' | 'pad'>

let here: Here = { tool: 'calculator', pad: 'sum' }

export const disguise = (): Disguise => here.tool

/** Which keys of a code the disguise of this page has. */
export const pad = (): Pad => here.pad

/** Called once, when the disguise opens its door. */
export const setDisguise = (found: Here): void => {
  here = found
}
