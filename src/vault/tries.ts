import type { Disk } from './disk.ts'
import { whyOf } from './full.ts'
import { changePreamble, readPreamble, triesKept, type Preamble } from './preamble.ts'

// Every code that is tried is written down before it is tried, right ones as well: a list that an
// opening cleared would tell that there is something to open. Who finds out which tries were hers is
// the vault, which remembers how far she has looked.

/** Children play with calculators: so many long sums in an hour cost nothing. */
const freeTries = 40
const firstWait = 1_000
const longestWait = 60_000
const minute = 60_000
const hour = 60

type Tried = Pick<Preamble, 'tries' | 'second'>

/** How long the next try waits at `now`, in ms; both times are counted from 1970. */
export const waitAt = ({ tries, second }: Tried, now: number): number => {
  // A try may lie ahead by its own wait; what lies further ahead is of before the clock was set back.
  const isRecent = (at: number): boolean =>
    at > now / minute - hour && at <= (now + longestWait) / minute
  const recent = tries.filter(isRecent).length
  const last = tries.at(-1)
  if (recent < freeTries || last === undefined) return 0
  const wait = Math.min(longestWait, firstWait * 2 ** (recent - freeTries))
  const left = last * minute + second * 1_000 + wait - now
  // A clock that was set back must not shut her out for longer than any wait.
  return Math.max(0, Math.min(wait, left))
}

/** With those that could not be written down, in ms since 1970. */
const withUnwritten = ({ tries, second }: Tried, unwritten: readonly number[]): Tried => {
  const last = unwritten.at(-1)
  return {
    tries: [...tries, ...unwritten.map((at) => Math.floor(at / minute))],
    second: last === undefined ? second : Math.floor((last % minute) / 1_000),
  }
}

/** Writes tries down that nobody has written yet. */
const write = async (disk: Disk, unwritten: readonly number[]): Promise<void> => {
  const before = await readPreamble(disk)
  const { tries, second } = withUnwritten(before, unwritten)
  const tried = before.tried + unwritten.length
  await changePreamble(disk, { tried, tries: tries.slice(-triesKept), second })
}

/**
 * Writes one more try down, for when its wait is over; the answer says how long that is, in ms. A phone without room
 * to write must not shut her out, who may want to make room: there it stays in `unwritten`, for as long as the worker
 * lives, and is waited for all the same.
 */
export const noteTry = async (disk: Disk, now: number, unwritten: number[]): Promise<number> => {
  const wait = waitAt(withUnwritten(await readPreamble(disk), unwritten), now)
  unwritten.push(now + wait)
  try {
    await write(disk, unwritten)
    unwritten.length = 0
  } catch (error) {
    whyOf(error)
  }
  return wait
}

/** The tries from number `seen` on, without the last: it is the one that opened the vault. */
export const triesSince = ({ tried, tries }: Preamble, seen: number): readonly number[] => {
  const unseen = tried - seen
  return unseen <= 0 ? [] : tries.slice(-unseen).slice(0, -1)
}
