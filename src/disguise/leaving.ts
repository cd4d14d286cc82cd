// The order of leaving, apart from the DOM. First what is seen, then everything else: a frame that
// waits for clean-up is a frame in which somebody reads over her shoulder.

import { measure } from './lasting.ts'

/** The page as far as leaving needs it. */
export type Stage = {
  /** Which layer is on top, by transform alone. */
  readonly flip: (top: 'tool' | 'room') => void
  /** Which layer can be reached by keyboard and screen reader. */
  readonly reach: (layer: 'tool' | 'room') => void
  /** Swallow what is still under the finger. */
  readonly guard: () => void
  readonly afterPaint: (then: () => void) => void
  readonly isHidden: () => boolean
  readonly empty: () => void
  readonly tellOthers: () => void
  readonly lock: () => Promise<void>
  /** Puts the ordinary page that she chose in this one's place, if she chose one. */
  readonly goOn: () => void
  /** Watches for the system's Back until the returned function is called. */
  readonly watchBack: (then: () => void) => () => void
}

/**
 * How to leave. `quietly`: another tab has told the others. `atOnce`: there will be no next frame.
 * `onward`: she did it herself, so that the page that she chose may follow.
 */
export type How = {
  readonly quietly?: boolean
  readonly atOnce?: boolean
  readonly onward?: boolean
}

type Errand = {
  done: boolean
  readonly timer: ReturnType<typeof setTimeout>
  /** Milliseconds since it began, those included in which the machine slept and the timer with it. */
  readonly lasted: () => number
}

/** Where this page stands. `opening`: a code is on trial, or the room is being drawn. */
export type Stand = {
  readonly stage: Stage
  readonly listeners: Set<() => void>
  state: 'shut' | 'opening' | 'open' | 'covered'
  /** Counts the tries, so that a late end of an earlier one is known for what it is. */
  turn: number
  errand: Errand | null
  stopBack: () => void
  /** The clean-up that waits for the next frame. */
  purge: (() => void) | null
}

/** The longest errand, in milliseconds; a picker that is left open longer is a person who left. */
export const longestErrand = 120_000

export const stand = (stage: Stage): Stand => ({
  stage,
  listeners: new Set(),
  state: 'shut',
  turn: 0,
  errand: null,
  stopBack: () => {},
  purge: null,
})

const endErrand = (here: Stand): void => {
  clearTimeout(here.errand?.timer)
  here.errand = null
}

const runListeners = ({ listeners }: Stand): void => {
  for (const listener of listeners) {
    try {
      listener()
    } catch {
      // One that fails must not keep the others from clearing up.
    }
  }
  listeners.clear()
}

const clearUp = (here: Stand, { quietly = false, onward = false }: How): void => {
  runListeners(here)
  here.stage.empty()
  here.stage.reach('tool')
  if (!quietly) here.stage.tellOthers()
  const locked = here.stage.lock()
  // Only then: a page that goes takes along what is still on its way to be kept.
  if (onward) void locked.then(() => (here.state === 'shut' ? here.stage.goOn() : undefined))
}

const leave = (here: Stand, how: How): void => {
  here.state = 'shut'
  here.stage.flip('tool')
  here.stage.guard()
  here.stopBack()
  endErrand(here)
  const purge = () => {
    if (here.purge !== purge) return
    here.purge = null
    clearUp(here, how)
  }
  here.purge = purge
  here.stage.afterPaint(purge)
}

/** Shows the disguise, then forgets and locks everything. Harmless when nothing is open. */
export const conceal = (here: Stand, how: How = {}): void => {
  if (here.state === 'open' || here.state === 'covered') leave(here, how)
  // Whoever leaves while a code is on trial must not be met by an open room on coming back.
  else if (here.state === 'opening') {
    here.state = 'shut'
    clearUp(here, { quietly: true })
  }
  if (how.atOnce || here.stage.isHidden()) here.purge?.()
}

const reveal = (here: Stand): void => {
  here.state = 'open'
  here.stage.reach('room')
  here.stage.flip('room')
  here.stopBack = here.stage.watchBack(() => conceal(here, { onward: true }))
  if (here.stage.isHidden()) conceal(here)
}

export const isOpening = (here: Stand): boolean => here.state === 'opening'

/**
 * Runs `bring`, which tries the code and draws the room, and reveals the room when it says true,
 * unless she left meanwhile. Resolves to whether the room is open.
 */
export const admit = async (here: Stand, bring: () => Promise<boolean>): Promise<boolean> => {
  if (here.state !== 'shut') return false
  here.purge?.()
  here.state = 'opening'
  here.turn += 1
  const { turn } = here
  const drawn = await bring().catch(() => null)
  const stayed = isOpening(here) && here.turn === turn
  if (stayed && drawn) reveal(here)
  else if (stayed) here.state = 'shut'
  // She left, or it broke: what was drawn meanwhile goes away unseen.
  if (drawn !== false && here.state === 'shut') clearUp(here, { quietly: true })
  return stayed && drawn === true
}

/** She left the window: a real exit, unless an errand of ours took her away. */
export const away = (here: Stand): void => {
  if (here.state === 'open' && here.errand) {
    here.state = 'covered'
    here.stage.flip('tool')
  } else if (here.state !== 'covered') conceal(here)
}

const isCovered = ({ state }: Stand): boolean => state === 'covered'

/** She is back from an errand; after too long, whoever it is that is back finds the disguise. */
export const back = (here: Stand): void => {
  if (here.state !== 'covered') return
  if ((here.errand?.lasted() ?? Infinity) >= longestErrand) return conceal(here)
  here.state = 'open'
  here.stage.flip('room')
  if (here.errand?.done) endErrand(here)
}

const overdue = (here: Stand): void => {
  if (here.state === 'covered') conceal(here)
  else endErrand(here)
}

/** While `run` lasts, leaving the window only covers the room, and coming back uncovers it. */
export const errand = async <T>(here: Stand, run: () => Promise<T>): Promise<T> => {
  if (here.state !== 'open') return run()
  endErrand(here)
  const timer = setTimeout(() => overdue(here), longestErrand)
  const mine: Errand = { done: false, timer, lasted: measure() }
  here.errand = mine
  try {
    return await run()
  } finally {
    mine.done = true
    if (here.errand === mine && !isCovered(here)) endErrand(here)
  }
}
