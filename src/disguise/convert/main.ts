import { blank, press, shown, type Calculator } from '../calculator.ts'
import { isShut } from '../exit.ts'
import { figures } from '../figures.ts'
import type { Key } from '../key.ts'
import { viewOf } from '../machine.ts'
import { createPanel } from '../panel.ts'
import { begin, whenIdle, type MakeTool } from '../shell.ts'
import { tool } from '../stage.ts'
import { shortened } from '../sum.ts'
import { listenTo, part } from '../touch.ts'
import { traceOf } from '../trace.ts'
import { keyIn } from '../typing.ts'
import type { DisguiseWords } from '../words.ts'
import { convert } from './convert.ts'
import type { Picks } from './picks.ts'
import type { Unit } from './units.ts'

// The calculator adds up the figures; here they only gain a unit. So a sum is typed as anywhere else.

/** Keys that this keypad has; the others would do what nobody sees a key for. */
const isOurs = (key: string): key is Key => /^[\d.+=CBN]$/.test(key)

const unit = (id: string, above: string): Unit => ({
  id,
  symbol: id,
  above,
  below: '1',
  added: '0',
})

/** What the page converts at first, before the list of all units is there. */
const atFirst = [unit('km', '1000'), unit('mi', '1609.344')] as const

const { show } = figures(navigator.language)

const fit = (element: HTMLElement, text: string): void => {
  element.textContent = text
  element.style.setProperty('--length', String(Math.max(text.length, 6)))
}

const resultOf = (now: Calculator, [from, to]: readonly [Unit, Unit]): string => {
  const result = now.stuck ? null : convert(shown(now).replace(/\.$/, ''), from, to)
  return result === null ? '—' : show(shortened(result))
}

/** The lists of units; null for the moment until they have come. */
const createLists = (changed: () => void) => {
  let picks: Picks | null = null
  let words: DisguiseWords | null = null
  whenIdle(() => {
    const arrived = import('./picks.ts').then(({ createPicks }) => {
      picks = createPicks(tool(), changed)
      if (words) picks.speak(words)
    })
    void arrived.catch(() => undefined)
  })
  return {
    get: () => picks,
    units: () => picks?.units() ?? atFirst,
    speak: (next: DisguiseWords): void => {
      words = next
      picks?.speak(next)
    },
  }
}

const createDrawing = () => {
  const panel = createPanel(tool(), figures(navigator.language))
  const result = part(tool(), '#result')
  let now = blank
  const draw = (next: Calculator): void => {
    now = next
    panel.draw(viewOf(next))
    fit(result, resultOf(next, lists.units()))
  }
  const lists = createLists(() => draw(now))
  const say = (): void => {
    const texts = [panel.text(), result.textContent ?? ''] as const
    panel.say(lists.get()?.spoken(...texts) ?? texts.join(' = '))
  }
  return { draw, say, lists, speak: panel.speak, get: () => now }
}

const converter: MakeTool = (note) => {
  const { draw, say, lists, speak, get } = createDrawing()
  const onKey = (key: Key): void => {
    const was = get()
    const now = press(was, key)
    draw(now)
    if (key === '=') say()
    const trace = traceOf(was, key, now)
    if (trace !== null) note(trace)
  }
  listenTo(tool(), (key) => {
    if (!isShut()) return
    if (key === 'S') lists.get()?.swap()
    if (isOurs(key)) onKey(key)
  })
  return {
    reset: () => {
      lists.get()?.reset()
      draw(blank)
    },
    speak: (tag, words) => {
      speak(tag, words)
      lists.speak(words)
      draw(get())
    },
    onKeyboard: (event) => {
      const key = keyIn(event)
      if (key === null || !isOurs(key) || lists.get()?.wants(event)) return false
      onKey(key)
      return true
    },
  }
}

begin('converter', converter)
