import type { Stage } from './leaving.ts'

/** How long what is still under the finger is swallowed, in milliseconds. */
const deadTime = 600
/** A press that was swallowed takes its late click with it. */
const clickTail = 400

const byId = (id: string): HTMLElement => {
  const element = document.getElementById(id)
  if (!element) throw new Error(`the document has no #${id}`)
  return element
}

export const room = (): HTMLElement => byId('room')
export const tool = (): HTMLElement => byId('tool')

const flip: Stage['flip'] = (top) => {
  tool().classList.toggle('aside', top === 'room')
}

const reach: Stage['reach'] = (layer) => {
  tool().inert = layer === 'room'
  room().inert = layer === 'tool'
}

/** After the frame that is being made; soon also when the system makes no frames. */
export const afterPaint = (then: () => void): void => {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    port1.close()
    then()
  }
  const go = () => {
    clearTimeout(late)
    cancelAnimationFrame(frame)
    port2.postMessage(null)
  }
  const frame = requestAnimationFrame(go)
  const late = setTimeout(go, 100)
}

const swallowed = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'contextmenu',
  'keydown',
  'keyup',
] as const

/** Must be made before any other listener, because it stops events from reaching them. */
export const createGuard = (target: EventTarget): (() => void) => {
  let deadUntil = 0
  const swallow = (event: Event) => {
    if (event.timeStamp >= deadUntil) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (event.type === 'pointerdown') deadUntil = Math.max(deadUntil, event.timeStamp + clickTail)
  }
  for (const type of swallowed) target.addEventListener(type, swallow, { capture: true })
  return () => {
    deadUntil = performance.now() + deadTime
  }
}

type CloseWatcher = EventTarget & { readonly destroy: () => void }

const newCloseWatcher = (): CloseWatcher | null => {
  const Watcher: unknown = Reflect.get(window, 'CloseWatcher')
  if (typeof Watcher !== 'function') return null
  return Reflect.construct(Watcher, []) satisfies CloseWatcher
}

/** Android's Back. Escape closes a watcher, too, but once is not enough to leave. */
const watchBack: Stage['watchBack'] = (then) => {
  let escaped = -Infinity
  let watcher: CloseWatcher | null = null
  const noteEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') escaped = performance.now()
  }
  const listen = () => {
    watcher = newCloseWatcher()
    watcher?.addEventListener('close', () => {
      if (performance.now() - escaped < 100) listen()
      else then()
    })
  }
  window.addEventListener('keydown', noteEscape, { capture: true })
  listen()
  return () => {
    window.removeEventListener('keydown', noteEscape, { capture: true })
    watcher?.destroy()
  }
}

/** The real page. What it lacks comes from whoever holds the worker and the other tabs. */
export const pageStage = (ends: Pick<Stage, 'lock' | 'tellOthers' | 'guard' | 'goOn'>): Stage => ({
  ...ends,
  flip,
  reach,
  afterPaint,
  isHidden: () => document.visibilityState === 'hidden',
  empty: () => room().replaceChildren(),
  watchBack,
})
