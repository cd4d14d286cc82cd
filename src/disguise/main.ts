import { isShut } from './exit.ts'
import { figures } from './figures.ts'
import { noted, type Trace } from './keyhole.ts'
import { createMachine } from './machine.ts'
import { createPanel } from './panel.ts'
import type { Extra } from './science/extra.ts'
import { begin, whenIdle, type MakeTool } from './shell.ts'
import { tool } from './stage.ts'
import { listenTo } from './touch.ts'
import { keyIn } from './typing.ts'
import type { DisguiseWords } from './words.ts'

// The calculator. What its page shows beyond the plain keys comes once the page is at rest.

const bring = async () => {
  const { createExtra } = await import('./science/extra.ts')
  const { pressScience } = await import('./science/science.ts')
  return { createExtra, pressScience }
}

/** Where there is room for the keys of a scientific calculator; the style has the same line. */
const wide = window.matchMedia(
  '(orientation: landscape) and (max-height: 32rem), (min-width: 60rem)',
)

/** Display, machine and the keys beyond the plain ones. */
const createDesk = (note: (trace: Trace) => void) => {
  const local = figures(navigator.language)
  const panel = createPanel(tool(), local)
  const machine = createMachine(note)
  let degrees = true
  let extra: Extra | null = null
  let words: DisguiseWords | null = null
  const draw = (): void => panel.draw(machine.view())
  machine.turn(!wide.matches)
  wide.addEventListener('change', () => {
    machine.turn(!wide.matches)
    draw()
  })
  const turnDegrees = (): boolean => (degrees = !degrees)
  whenIdle(() => {
    const arrived = bring().then(({ createExtra, pressScience }) => {
      machine.learn((was, key) => pressScience(was, key, degrees))
      const angle = { degrees: () => degrees, turnDegrees }
      extra = createExtra({ machine, ...angle, tool: tool(), figures: local, say: panel.say })
      if (words) extra.speak(words)
    })
    void arrived.catch(() => undefined)
  })
  const reset = (opened: string | null): void => {
    degrees = true
    machine.clear()
    extra?.reset(opened)
    draw()
  }
  const speak = (tag: string, next: DisguiseWords): void => {
    words = next
    panel.speak(tag, next)
    extra?.speak(next)
    draw()
  }
  return { panel, machine, draw, extra: () => extra, reset, speak }
}

const calculator: MakeTool = (note) => {
  const traces: Trace[] = []
  const { panel, machine, draw, extra, reset, speak } = createDesk((trace) => traces.push(trace))
  let typed = ''
  const tell = (): void => {
    for (const trace of traces.splice(0)) {
      typed = noted(typed, trace)
      note(trace)
    }
  }
  const onKey = (key: string): void => {
    const taken = extra()?.press(key) === true || machine.press(key)
    if (!taken) return
    draw()
    if (key === '=') {
      extra()?.record(typed)
      panel.say(panel.text())
    }
    tell()
  }
  listenTo(tool(), (key) => (isShut() ? onKey(key) : undefined))
  return {
    reset: (opened) => {
      typed = ''
      reset(opened)
    },
    speak,
    onKeyboard: (event) => {
      const key = keyIn(event)
      if (key) onKey(key)
      return key !== null
    },
  }
}

begin('calculator', calculator)
