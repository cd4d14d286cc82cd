import { blank, press } from './calculator.ts'
import { isShut } from './exit.ts'
import { figures } from './figures.ts'
import { isKey, type Key } from './key.ts'
import { createPanel } from './panel.ts'
import { begin, type MakeTool } from './shell.ts'
import { tool } from './stage.ts'
import { listenTo } from './touch.ts'
import { keyIn } from './typing.ts'

/** The calculator on the screen. */
const calculator: MakeTool = (note) => {
  const panel = createPanel(tool(), figures(navigator.language))
  let now = blank
  const show = (next: typeof blank): void => {
    now = next
    panel.draw(next)
  }
  const onKey = (key: Key): void => {
    show(press(now, key))
    if (key === '=') panel.say(panel.text())
    note(key)
  }
  listenTo(tool(), (key) => (isShut() && isKey(key) ? onKey(key) : undefined))
  return {
    reset: () => show(blank),
    speak: (tag, words) => {
      panel.speak(tag, words)
      show(now)
    },
    onKeyboard: (event) => {
      const key = keyIn(event)
      if (key) onKey(key)
      return key !== null
    },
  }
}

begin('sum', calculator)
