import type { Figures } from '../figures.ts'
import type { Machine } from '../machine.ts'
import { lineText } from '../panel.ts'
import { part } from '../touch.ts'
import type { DisguiseWords } from '../words.ts'
import { createMemory } from './memory.ts'
import { recorded, without, type Tape } from './tape.ts'

// Memory, the tape of earlier sums and copying: what a calculator has beyond its keys.

/** As much of the page as these keys touch. */
export type Desk = {
  readonly tool: HTMLElement
  readonly figures: Figures
  readonly machine: Machine
  readonly say: (text: string) => void
  readonly degrees: () => boolean
  readonly turnDegrees: () => boolean
}

export type Extra = {
  /** False when the key is none of these. */
  readonly press: (key: string) => boolean
  /** Notes the sum that was just finished; `typed` are its keys. */
  readonly record: (typed: string) => void
  readonly reset: (opened: string | null) => void
  readonly speak: (words: DisguiseWords) => void
}

const button = (key: string, text: string): HTMLElement => {
  const made = document.createElement('button')
  made.type = 'button'
  made.dataset['key'] = key
  made.textContent = text
  return made
}

const createTape = ({ tool, figures, machine }: Desk) => {
  const list = part(tool, '#tape')
  let tape: Tape = []
  const open = (shown: boolean): void => {
    list.hidden = !shown
    part(tool, '[data-key="tape"]').ariaExpanded = String(shown)
    const lines = tape.map((line, at) => {
      const item = document.createElement('li')
      item.append(
        button(`T${at}`, `${lineText(line.pieces, figures)} ${figures.show(line.result)}`),
      )
      return item
    })
    list.replaceChildren(...(shown ? lines : []))
  }
  const take = (key: string): boolean => {
    const line = /^T\d+$/.test(key) ? tape[Number(key.slice(1))] : undefined
    if (line) machine.give(line.result)
    if (line || key !== 'tape') open(false)
    else open(list.hidden !== false)
    return line !== undefined || key === 'tape'
  }
  const record = (typed: string): void => {
    const { text, pieces, stuck } = machine.view()
    // A number alone is no sum.
    if (stuck || pieces.length < 3 || pieces.at(-1) !== '=') return
    tape = recorded(tape, { pieces, result: text, typed })
  }
  const reset = (opened: string | null): void => {
    if (opened !== null) tape = without(tape, opened)
    open(false)
  }
  return { take, record, reset }
}

export const createExtra = (desk: Desk): Extra => {
  const { tool, figures, machine } = desk
  const tape = createTape(desk)
  const memory = createMemory(machine, (kept) => tool.toggleAttribute('data-memory', kept))
  let words: DisguiseWords | null = null
  /** The number alone: what stands above it may be a code. */
  const copy = (): void => {
    const { text, stuck } = machine.view()
    const done = stuck ? undefined : navigator.clipboard?.writeText(figures.show(text))
    void done?.then(() => desk.say(words?.copied ?? '')).catch(() => undefined)
  }
  const showDegrees = (shown: boolean): void => {
    const key = part(tool, '[data-key="deg"]')
    key.textContent = shown ? 'Deg' : 'Rad'
    key.ariaLabel = `${key.textContent} ${words?.angle ?? ''}`
  }
  return {
    press: (key) => {
      if (tape.take(key) || memory.press(key)) return true
      if (key === 'copy') copy()
      else if (key === 'deg') showDegrees(desk.turnDegrees())
      else return false
      return true
    },
    record: tape.record,
    reset: (opened) => {
      memory.clear()
      showDegrees(true)
      tape.reset(opened)
    },
    speak: (next) => {
      words = next
      part(tool, '[data-key="tape"]').ariaLabel = next.tape
      part(tool, '[data-key="copy"]').ariaLabel = next.copy
      showDegrees(desk.degrees())
    },
  }
}
