import type { Behind } from './behind.ts'
import { padOf, type Disguise, type Pad } from './door.ts'
import { isShut, watch } from './exit.ts'
import { peep, untouched, type Meaning, type Trace } from './keyhole.ts'
import { afterPaint } from './stage.ts'
import { wordsFor, type DisguiseWords } from './words.ts'

// What every disguise stands on: the keyhole, the way in and the way out. A disguise itself knows
// nothing of them but that it tells each key that it has taken.

/** A disguise as far as what it stands on needs it. */
export type Tool = {
  /** As at the first paint. `opened`: the typed keys that must not be found anywhere any more. */
  readonly reset: (opened: string | null) => void
  readonly speak: (tag: string, words: DisguiseWords) => void
  /** A key of the keyboard; true when the disguise has taken it. */
  readonly onKeyboard: (event: KeyboardEvent) => boolean
}

/** `note` is told each key, as the display took it, after what it does is drawn. */
export type MakeTool = (note: (key: Trace) => void) => Tool

/** The link that a shelter worker sends ends in "#start"; nothing of it stays in the address. */
const takeStart = (): boolean => {
  if (location.hash !== '#start') return false
  history.replaceState(null, '', location.pathname)
  return true
}

/** When the page has nothing else to do: what was not needed to draw it comes then. */
export const whenIdle = (then: () => void): void => {
  if ('requestIdleCallback' in window) requestIdleCallback(then, { timeout: 2000 })
  else setTimeout(then, 300)
}

const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined)

/** The keys that were typed, and what they mean once "=" has shown its result. */
const createListener = (pad: Pad, mean: (meaning: Meaning) => void) => {
  let keyhole = untouched
  const note = (key: Trace): void => {
    const [next, meaning] = peep(keyhole, key, pad)
    keyhole = next
    if (meaning) mean(meaning)
  }
  return { note, forget: () => void (keyhole = untouched) }
}

/** Brings what lies behind, once; after a failed try, such as without a network, anew. */
const createReach = (bring: () => Promise<Behind>) => {
  let behind: Promise<Behind> | null = null
  const reach = (): Promise<Behind> => {
    behind ??= bring().catch((error: unknown) => {
      behind = null
      throw error
    })
    return behind
  }
  const lock = async (): Promise<void> => (await behind?.catch(() => null))?.lock()
  return { reach, lock }
}

const settle = (tool: Tool, reach: () => Promise<Behind>): void => {
  window.addEventListener('keydown', (event) => {
    if (isShut() && tool.onKeyboard(event)) event.preventDefault()
  })
  quietly(wordsFor(navigator.languages).then(([tag, words]) => tool.speak(tag, words)))
  whenIdle(() => quietly(reach().then(({ wake }) => wake())))
  if (import.meta.env.PROD) {
    window.addEventListener('load', () => quietly(reach().then(({ keepPages }) => keepPages())))
  }
}

/** Called once by each page. */
export const begin = (disguise: Disguise, make: MakeTool): void => {
  const clear = (opened: string | null): void => {
    forget()
    tool.reset(opened)
  }
  const { reach, lock } = createReach(async () => {
    const { open } = await import('./behind.ts')
    return open({ tool: disguise, clear })
  })
  watch({ lock })
  const setUp = (): void => quietly(reach().then((behind) => behind.setUp()))
  const { note, forget } = createListener(padOf(disguise), (meaning) => {
    if (meaning.means === 'setUp') afterPaint(setUp)
    if (meaning.means === 'code') {
      afterPaint(() => quietly(reach().then((behind) => behind.tryCode(meaning.code))))
    }
  })
  const tool = make(note)
  const start = () => (takeStart() ? setUp() : undefined)
  window.addEventListener('hashchange', start)
  start()
  settle(tool, reach)
}
