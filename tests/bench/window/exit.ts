import * as exit from '../../../src/disguise/exit.ts'

// One page for every way of leaving: the same room of so many nodes under the same calculator, and
// the same button. The room is red in the middle, so that a picture says whether it is still seen.

type Way = (room: HTMLElement, tool: HTMLElement, button: HTMLElement) => void

const fill = (room: HTMLElement, nodes: number): void => {
  const rows = Array.from({ length: nodes / 3 }, (_, at) => {
    const row = document.createElement('p')
    row.append(document.createElement('b'), `Row ${at}, and a line of words that somebody wrote`)
    return row
  })
  room.firstElementChild?.append(...rows)
}

const aside = (tool: HTMLElement): void => tool.classList.add('aside')

const onPress = (button: HTMLElement, then: () => void): void =>
  button.addEventListener('pointerdown', then)

const cover = (text: string): HTMLElement => {
  const layer = document.createElement('div')
  layer.className = 'overlay'
  layer.textContent = text
  return layer
}

/** Techniques that others use, made anew; each acts on the press, though theirs wait for the click. */
const ways: Readonly<Record<string, Way>> = {
  // What no exit can be faster than: one painted layer, moved by one transform.
  'bare flip': (_, tool, button) => {
    aside(tool)
    onPress(button, () => tool.classList.remove('aside'))
  },
  ours: (room, tool, button) => {
    exit.watch({ lock: async () => undefined })
    void exit.admit(async () => true)
    if (button.parentElement?.parentElement)
      exit.bindExit(button, button.parentElement.parentElement)
    new MutationObserver(() =>
      document.documentElement.setAttribute('data-gone', `${Date.now()}`),
    ).observe(room, { childList: true })
    aside(tool)
  },
  // GOV.UK's component: everything is hidden by one rule, and a cover is added.
  'hide all, add a cover': (_, tool, button) => {
    aside(tool)
    onPress(button, () => {
      document.body.classList.add('hide-all')
      document.body.append(cover('Loading.'))
    })
  },
  // New South Wales' design system: the whole document is no longer displayed.
  'display none': (_, tool, button) => {
    aside(tool)
    onPress(button, () => {
      document.documentElement.style.display = 'none'
      document.title = '\u200b'
    })
  },
  // What most sites do: go somewhere else, here to a server that answers at once.
  'go elsewhere only': (_, tool, button) => {
    aside(tool)
    onPress(button, () => location.replace('/elsewhere'))
  },
}

/** Notes the milliseconds from the press until all that it asked for is styled and laid out. */
const noteWork = (tool: HTMLElement): void => {
  let pressed = 0
  const begin = (): void => void (pressed = performance.now())
  const end = (): void => {
    tool.getBoundingClientRect()
    document.documentElement.setAttribute('data-work', String(performance.now() - pressed))
  }
  window.addEventListener('pointerdown', begin, { capture: true, once: true })
  window.addEventListener('pointerdown', end, { once: true })
}

const byId = (id: string): HTMLElement => {
  const found = document.getElementById(id)
  if (!found) throw new Error(`the page has no #${id}`)
  return found
}

const asked = new URLSearchParams(location.search)
const [room, tool, button] = [byId('room'), byId('tool'), byId('button')]
fill(room, Number(asked.get('nodes')))
if (asked.has('work')) noteWork(tool)
ways[asked.get('way') ?? '']?.(room, tool, button)
// Two frames: what is measured begins from a page that stands still.
requestAnimationFrame(() => requestAnimationFrame(() => document.body.classList.add('ready')))
