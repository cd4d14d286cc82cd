import { isShut } from './exit.ts'
import { figures } from './figures.ts'
import { isKey } from './key.ts'
import { noted } from './keyhole.ts'
import { plainMachine, type Machine } from './machine.ts'
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
  const { scienceMachine } = await import('./science/machine.ts')
  return { createExtra, scienceMachine }
}

type Library = Awaited<ReturnType<typeof bring>>

/** Where there is room for the keys of a scientific calculator; the style has the same line. */
const wide = window.matchMedia(
  '(orientation: landscape) and (max-height: 32rem), (min-width: 60rem)',
)

/** The plain calculator, or the one for a phone on its side, whichever is to be seen. */
const createMachines = () => {
  let library: Library | null = null
  let machine: Machine = plainMachine()
  let degrees = true
  const choose = (plain = machine.plain()): void => {
    machine = library && wide.matches ? library.scienceMachine(plain, degrees) : plainMachine(plain)
  }
  return {
    machine: () => machine,
    choose,
    blank: () => {
      degrees = true
      choose(plainMachine().plain())
    },
    bring: (found: Library): void => {
      library = found
      if (wide.matches) choose()
    },
    degrees: () => degrees,
    turnDegrees: (): boolean => {
      degrees = !degrees
      machine.setDegrees?.(degrees)
      return degrees
    },
  }
}

/** Display, machine and the keys beyond the plain ones. */
const createDesk = () => {
  const local = figures(navigator.language)
  const panel = createPanel(tool(), local)
  const machines = createMachines()
  let extra: Extra | null = null
  let words: DisguiseWords | null = null
  const draw = (): void => panel.draw(machines.machine().view())
  wide.addEventListener('change', () => {
    machines.choose()
    draw()
  })
  whenIdle(() => {
    const arrived = bring().then((library) => {
      machines.bring(library)
      const desk = { ...machines, tool: tool(), figures: local, say: panel.say }
      extra = library.createExtra(desk)
      if (words) extra.speak(words)
    })
    void arrived.catch(() => undefined)
  })
  return {
    panel,
    machines,
    draw,
    extra: () => extra,
    speak: (tag: string, next: DisguiseWords): void => {
      words = next
      panel.speak(tag, next)
      extra?.speak(next)
      draw()
    },
  }
}

const calculator: MakeTool = (note) => {
  const { panel, machines, draw, extra, speak } = createDesk()
  let typed = ''
  const onKey = (name: string): void => {
    const taken = extra()?.press(name) === true || machines.machine().press(name)
    if (!taken) return
    draw()
    // A key that no code has: what is typed around it is none.
    const key = isKey(name) ? name : '%'
    if (key === '=') {
      extra()?.record(typed)
      panel.say(panel.text())
    }
    typed = noted(typed, key)
    note(key)
  }
  listenTo(tool(), (key) => (isShut() ? onKey(key) : undefined))
  return {
    reset: (opened) => {
      typed = ''
      machines.blank()
      extra()?.reset(opened)
      draw()
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
