import { createBudget } from './budget.ts'

// Bodies on their way out. Who asks for many and reads none would otherwise fill the memory: a body is
// read only once there is room for it, and that room is taken until it has gone.

/** Thrown by a room that has none; the caller is told to come again. */
export class Busy extends Error {}

/** Told before so many bytes are read for an answer. Throws `Busy` when they must not be now. */
export type Room = (bytes: number) => void

export type Ticket = { readonly room: Room; readonly over: () => void }

/** What every answer may have: most are smaller. */
const least = 65_536

/** `most` bytes in all, and `each` for one caller. */
export const createOutgoing = (most: number, each: number) => {
  const budget = createBudget(most, each)
  return {
    /** null when there was no room within `seconds`. */
    enter: async (who: string, seconds: number): Promise<Ticket | null> => {
      if (!(await budget.take(who, least, seconds))) return null
      let weight = least
      return {
        room: (bytes) => {
          if (bytes <= weight) return
          if (!budget.more(who, bytes - weight)) throw new Busy()
          weight = bytes
        },
        over: () => {
          budget.give(who, weight)
          weight = 0
        },
      }
    },
  }
}
