import { blank, press, type Key } from './calculator.ts'
import type { Door } from './door.ts'
import { admit, isOpening, isShut, shutOthers, watch } from './exit.ts'
import { figures } from './figures.ts'
import { createKeeper, type Keeper } from './keeper.ts'
import { createTrial, peep, untouched, type Meaning } from './keyhole.ts'
import { createPanel, listenTo, type Panel } from './panel.ts'
import { newVaultWorker, registerServiceWorker } from './policy.ts'
import { afterPaint, room, tool } from './stage.ts'
import { keyIn } from './typing.ts'
import { fallback, wordsFor } from './words.ts'

type Way = Door['way']

/** The calculator on the screen, with what it means to press its keys. */
const createTool = (panel: Panel, mean: (meaning: Meaning) => void) => {
  let [calculator, keyhole] = [blank, untouched]
  const show = (next: typeof blank) => {
    calculator = next
    panel.draw(next)
  }
  const onKey = (key: Key) => {
    show(press(calculator, key))
    const [next, meaning] = peep(keyhole, key)
    keyhole = next
    if (!meaning) return
    panel.say(panel.text())
    mean(meaning)
  }
  const reset = () => {
    keyhole = untouched
    show(blank)
  }
  return { onKey, reset, redraw: () => show(calculator) }
}

type Tool = ReturnType<typeof createTool>

const createEntrance = ({ ask }: Keeper, clear: () => void) => {
  const enter = async (way: Way) => {
    const app = await import('../app/main.tsx')
    await app.enter({ ask, room: room(), way })
    clear()
    return true
  }
  const { attempt, forget } = createTrial({ admit, isBusy: isOpening })
  return {
    forget,
    tryCode: (code: string) =>
      attempt(async () => {
        shutOthers()
        return (await ask({ ask: 'try', code })).open && enter('open')
      }),
    setUp: () => attempt(() => enter('setUp')),
  }
}

/** The link that a shelter worker sends ends in "#start"; nothing of it stays in the address. */
const takeStart = (): boolean => {
  if (location.hash !== '#start') return false
  history.replaceState(null, '', location.pathname)
  return true
}

/**
 * Makes the container at the first visit, for everyone, and writes to it at every launch, so that
 * its time tells nothing. No number is kept: what was typed last might be a mistyped code.
 */
const wake = async ({ ask }: Keeper): Promise<void> => {
  const { state, storage } = await ask({ ask: 'wake' })
  if (storage !== 'none') await ask({ ask: 'remember', state })
}

const whenIdle = (then: () => void): void => {
  if ('requestIdleCallback' in window) requestIdleCallback(then, { timeout: 2000 })
  else setTimeout(then, 300)
}

const listen = (calculator: Tool): void => {
  listenTo(tool(), (key) => (isShut() ? calculator.onKey(key) : undefined))
  window.addEventListener('keydown', (event) => {
    const key = isShut() ? keyIn(event) : null
    if (!key) return
    event.preventDefault()
    calculator.onKey(key)
  })
}

const begin = (): void => {
  const keeper = createKeeper(newVaultWorker)
  watch({
    lock: () => {
      entrance.forget()
      return keeper.quit()
    },
  })
  const panel = createPanel(tool(), figures(navigator.language), fallback)
  const quietly = (work: Promise<unknown>) => void work.catch(() => undefined)
  const calculator = createTool(panel, (meaning) => {
    if (meaning.means === 'setUp') afterPaint(() => quietly(entrance.setUp()))
    if (meaning.means === 'code') afterPaint(() => quietly(entrance.tryCode(meaning.code)))
  })
  const entrance = createEntrance(keeper, calculator.reset)
  listen(calculator)
  const start = () => (takeStart() ? quietly(entrance.setUp()) : undefined)
  window.addEventListener('hashchange', start)
  start()
  quietly(
    wordsFor(navigator.languages).then(([tag, words]) => {
      panel.speak(tag, words)
      calculator.redraw()
    }),
  )
  whenIdle(() => quietly(wake(keeper)))
  if (import.meta.env.PROD) {
    window.addEventListener('load', () => quietly(registerServiceWorker()))
  }
}

begin()
