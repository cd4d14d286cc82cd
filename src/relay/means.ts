import type { Answers } from './answers.ts'
import type { Reply } from './call.ts'
import type { Log } from './log.ts'
import type { Room } from './outgoing.ts'
import type { Store } from './store.ts'

/** What an answer is made from. `now` is in whole seconds since 1970. */
export type Means = {
  readonly store: Store
  readonly answers: Answers
  readonly log: Log
  readonly now: () => number
}

/** `room` is asked before a body is read. */
export type Answer = (bytes: Uint8Array<ArrayBuffer>, room: Room) => Promise<Reply>
