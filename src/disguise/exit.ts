// One document has one exit, so this module holds the one stand of the page: screens import their
// way out instead of having it handed through every layer, where one might forget it.
import * as leaving from './leaving.ts'
import { createIdle } from './idle.ts'
import { createGuard, pageStage } from './stage.ts'
import { follow, nothing, type Stroke } from './triggers.ts'

type Ends = { readonly lock: () => Promise<void> }

let here: leaving.Stand | null = null

/**
 * Shows the disguise at once, then forgets and locks everything, and goes on to the page that she
 * chose. Harmless when nothing is open.
 */
export const conceal = (): void => {
  if (here) leaving.conceal(here, { onward: true })
}

/** The same where nobody did it, as when something broke: then no other page may follow. */
export const concealAlone = (): void => {
  if (here) leaving.conceal(here)
}

const idle = createIdle(concealAlone)

let site = ''

/** The ordinary page that follows when she leaves by her own hand; empty for none. */
export const setSite = (chosen: string): void => {
  site = chosen
}

const goOn = (): void => {
  if (site !== '') location.replace(site)
}

/** After how many minutes without a touch or a key she is taken to have left; 0 is never. */
export const setIdle = idle.setMinutes

/** Runs `then` once, at the next exit. Returns a function that forgets it. */
export const onConceal = (then: () => void): (() => void) => {
  here?.listeners.add(then)
  return () => void here?.listeners.delete(then)
}

/**
 * For a file picker, a share sheet or the print dialog: while `run` lasts, leaving the window only
 * covers the room and coming back uncovers it. `run` is called at once, so that it may open a picker.
 */
export const errand = <T>(run: () => Promise<T>): Promise<T> =>
  here ? leaving.errand(here, run) : run()

/** How far the strip is pushed when she means it, in CSS pixels. */
const pushed = 12

/**
 * Makes a button leave on the press itself, and on a click from keyboard or screen reader. `strip`
 * is what the button stands in: it is scrolled by the browser even while no script gets its turn.
 */
export const bindExit = (button: HTMLElement, strip: HTMLElement): void => {
  button.addEventListener('pointerdown', conceal)
  button.addEventListener('click', conceal)
  const isPushed = () => Math.abs(strip.scrollLeft) > pushed
  strip.addEventListener('scroll', () => (isPushed() ? conceal() : undefined))
}

/** Whether the disguise is what she sees and types on. */
export const isShut = (): boolean => here?.state === 'shut' || here?.state === 'opening'

/** Whether a code is on trial or the room is being drawn. */
export const isOpening = (): boolean => here !== null && leaving.isOpening(here)

/** For the disguise alone: tries a code and draws the room; true when the room is open. */
export const admit = (bring: () => Promise<boolean>): Promise<boolean> => {
  if (!here) return Promise.resolve(false)
  idle.begin()
  return leaving.admit(here, bring).finally(idle.begin)
}

const strokeOf = ({ type, key, code, repeat, timeStamp }: KeyboardEvent): Stroke => ({
  kind: type === 'keydown' ? 'down' : 'up',
  key,
  code,
  repeat,
  time: timeStamp,
})

/** A screen reader and a switch press without a finger, and go on reading without a key. */
const quietTouches = ['wheel', 'click', 'focusin', 'scroll'] as const

const watchKeys = (): void => {
  let progress = nothing
  const take = (stroke: Stroke) => {
    idle.touch()
    const [next, leave] = follow(progress, stroke)
    progress = next
    if (leave) conceal()
  }
  const onKey = (event: KeyboardEvent) => take(strokeOf(event))
  window.addEventListener('keydown', onKey, { capture: true })
  window.addEventListener('keyup', onKey, { capture: true })
  window.addEventListener('pointerdown', () => take({ kind: 'other' }), { capture: true })
  for (const type of quietTouches)
    window.addEventListener(type, idle.touch, { capture: true, passive: true })
}

const watchWindow = (page: leaving.Stand): void => {
  const isBack = () => document.visibilityState === 'visible' && document.hasFocus()
  const check = () => (isBack() ? leaving.back(page) : undefined)
  window.addEventListener('blur', () => leaving.away(page))
  window.addEventListener('focus', check)
  document.addEventListener('visibilitychange', () =>
    document.visibilityState === 'hidden' ? leaving.away(page) : check(),
  )
  window.addEventListener('pagehide', () => leaving.conceal(page, { atOnce: true }))
  // Restored from memory: whatever was open when the page was put there stays shut.
  window.addEventListener('pageshow', ({ persisted }) =>
    persisted ? leaving.conceal(page, { atOnce: true }) : undefined,
  )
}

/** Shuts what is open in other tabs: only one of them can hold what a code opens. */
export const shutOthers = (): void => here?.stage.tellOthers()

/** Called once, by the disguise, before it listens to anything itself. */
export const watch = ({ lock }: Ends): void => {
  const guard = createGuard(window)
  const others = new BroadcastChannel('tool')
  const tellOthers = () => others.postMessage('clear')
  const page = leaving.stand(pageStage({ lock, tellOthers, guard, goOn }))
  here = page
  others.onmessage = () => leaving.conceal(page, { quietly: true })
  watchKeys()
  watchWindow(page)
}
