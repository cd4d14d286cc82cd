import type { Pad } from '../disguise/door.ts'

// One document has one disguise, so its keys are known in one place: screens that draw its keypad or
// a code for it need not have them handed through every layer.

let here: Pad = 'sum'

/** Which keys of a code the disguise of this page has. */
export const pad = (): Pad => here

/** Called once, when the disguise opens its door. */
export const setPad = (found: Pad): void => {
  here = found
}
