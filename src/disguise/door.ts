import type { AskVault } from './line.ts'

/** Which keys of a code a disguise has: those of a whole sum, or digits and plus alone. */
export type Pad = 'sum' | 'plus'

export type Disguise = 'calculator' | 'converter' | 'timer'

export const padOf = (disguise: Disguise): Pad => (disguise === 'calculator' ? 'sum' : 'plus')

/** What the disguise hands to the app, and all that it knows about it. */
export type Door = {
  readonly ask: AskVault
  /** An empty element to mount in; it is emptied again on exit, whatever is in it. */
  readonly room: HTMLElement
  /** `open`: the right code was typed, the vault is open. `setUp`: there is no code yet. */
  readonly way: 'open' | 'setUp'
  readonly tool: Disguise
  readonly pad: Pad
}

/** Draws the room and resolves when it may be seen; the disguise steps aside after that. */
export type Enter = (door: Door) => Promise<void>
