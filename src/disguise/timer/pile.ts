import { isSlip } from '../slip.ts'
import { blankTimer, endsFrom, press, settled, type Timer, type TimerKey } from './timer.ts'

// Several timers at once. Whoever types while one runs begins another, and the first goes on beneath
// it: so a code can be typed on a running timer, and costs nobody the eggs on the stove.

/** `beneath`: those that go on, or stand, under the one that is seen; the newest first. */
export type Pile = { readonly top: Timer; readonly beneath: readonly Timer[] }

export const blankPile: Pile = { top: blankTimer, beneath: [] }

/** More at once than this nobody keeps apart. */
const most = 4

const firstOf = ([top = blankTimer, ...beneath]: readonly Timer[]): Pile => ({ top, beneath })

const isFull = ({ top, beneath }: Pile): boolean => top.run !== null && beneath.length + 1 >= most

/** Whether no notice is taken of a key: a plus needs something before it, and where no more fit, only
 * stopping and clearing count. */
export const isDeaf = (pile: Pile, key: TimerKey): boolean =>
  (key === '+' && !/\d$/.test(pile.top.typed)) || (isFull(pile) && key !== '=' && key !== 'C')

/** The pile after one more key. `C` on one that is not being typed puts it away for the next. */
export const pressOn = (was: Pile, key: TimerKey, now: number): Pile => {
  const { top, beneath } = was
  if (isDeaf(was, key)) return was
  if (key === 'C' && top.typed === '' && beneath.length > 0) return firstOf(beneath)
  const next = press(top, key, now)
  const isAnother = key === '=' && top.run && top.typed !== '' && next.run !== top.run
  return { top: next, beneath: isAnother ? [{ ...top, typed: '' }, ...beneath] : beneath }
}

/** Without the runs that have come to their end; the one on top stays to be seen. */
export const settledPile = ({ top, beneath }: Pile, now: number): Pile => ({
  top: settled(top, now),
  beneath: beneath.filter((one) => settled(one, now).run !== null),
})

/** Whether any of them has come to its end between the two. */
export const hasEnded = (was: Pile, now: Pile): boolean =>
  now.beneath.length < was.beneath.length || (was.top.run !== null && now.top.run === null)

export const isGoing = ({ top, beneath }: Pile): boolean =>
  [top, ...beneath].some(({ run }) => run?.going === true)

/** Milliseconds to the end of each interval that is still to end, for each of them. */
export const endsIn = ({ top, beneath }: Pile, now: number): readonly (readonly number[])[] =>
  [top, ...beneath].map((one) => endsFrom(one, now)).filter((ends) => ends.length > 0)

/** What ran before a code was typed; without what the code itself began, and slips of it. */
export const without = ({ top, beneath }: Pile, opened: string | null): Pile =>
  firstOf(
    [top, ...beneath]
      .filter(({ run, last }) => run !== null && (opened === null || !isSlip(last, opened)))
      .map((one) => ({ ...one, typed: '' })),
  )
