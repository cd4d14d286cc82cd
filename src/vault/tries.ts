import type { Disk } from './disk.ts'
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
  const recent = tries.filter((at) => at > now / minute - hour).length
  const last = tries.at(-1)
  if (recent < freeTries || last === undefined) return 0
  const wait = Math.min(longestWait, firstWait * 2 ** (recent - freeTries))
  const left = last * minute + second * 1_000 + wait - now
  // A clock that was set back must not shut her out for longer than any wait.
  return Math.max(0, Math.min(wait, left))
}

/** Writes one more try down, for when its wait is over; the answer says how long that is, in ms. */
export const noteTry = async (disk: Disk, now: number): Promise<number> => {
  const before = await readPreamble(disk)
  const wait = waitAt(before, now)
  const at = now + wait
  await changePreamble(disk, {
    tried: before.tried + 1,
    tries: [...before.tries, Math.floor(at / minute)].slice(-triesKept),
    second: Math.floor((at % minute) / 1_000),
  })
  return wait
}

/** The tries from number `seen` on, without the last: it is the one that opened the vault. */
export const triesSince = ({ tried, tries }: Preamble, seen: number): readonly number[] => {
  const unseen = tried - seen
  return unseen <= 0 ? [] : tries.slice(-unseen).slice(0, -1)
}
