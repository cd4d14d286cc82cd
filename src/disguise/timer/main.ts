import { isShut } from '../exit.ts'
import { figures } from '../figures.ts'
import { writeDigits } from '../panel.ts'
import { begin, type MakeTool } from '../shell.ts'
import { tool } from '../stage.ts'
import { listenTo } from '../touch.ts'
import { keyIn } from '../typing.ts'
import { createBell, type Bell } from './bell.ts'
import { createFace, type Mode } from './face.ts'
import {
  blankPile,
  endsIn,
  hasEnded,
  isDeaf,
  isGoing,
  pressOn,
  settledPile,
  without,
  type Pile,
} from './pile.ts'
import { blankWatch, isTimerKey, lap, startOrStop, type TimerKey, type Watch } from './timer.ts'

type Now = {
  readonly mode: Mode
  readonly pile: Pile
  readonly watch: Watch
  readonly over: boolean
}

const cold: Now = { mode: 'timer', pile: blankPile, watch: blankWatch, over: false }

const tick = 100

type Note = Parameters<MakeTool>[0]

/** What stands on the page, drawn anew as long as anything runs. */
const createHand = () => {
  const local = figures(navigator.language)
  const face = createFace(tool(), local)
  writeDigits(tool(), local)
  let state: Now = cold
  let beat: ReturnType<typeof setInterval> | undefined
  const show = (next: Now): void => {
    const now = Date.now()
    const pile = settledPile(next.pile, now)
    state = { ...next, pile, over: next.over || hasEnded(next.pile, pile) }
    face.draw({ ...state, now })
    if (isGoing(pile) || next.watch.run?.going === true)
      beat ??= setInterval(() => show(state), tick)
    else {
      clearInterval(beat)
      beat = undefined
    }
  }
  return { show, get: () => state, speak: face.speak }
}

/** What each key does, in the one and in the other. */
const createKeys = ({ show, get }: ReturnType<typeof createHand>, bell: Bell, note: Note) => {
  const onTimer = (key: TimerKey): void => {
    const { pile: was } = get()
    if (isDeaf(was, key)) return
    const pile = pressOn(was, key, Date.now())
    show({ ...get(), pile, over: false })
    // First, so that nothing that a browser makes of the bell can keep a code from being heard.
    note(key)
    if (key === '=' || key === 'C') bell.plan(endsIn(pile, Date.now()))
  }
  const onWatch = (key: string): void => {
    const { watch } = get()
    const now = Date.now()
    if (key === '=') show({ ...get(), watch: startOrStop(watch, now) })
    if (key === 'L') show({ ...get(), watch: lap(watch, now) })
    if (key === 'C') show({ ...get(), watch: blankWatch })
  }
  const onKey = (key: string): void => {
    if (key === 'timer' || key === 'watch') show({ ...get(), mode: key })
    else if (get().mode === 'watch') onWatch(key)
    else if (isTimerKey(key)) onTimer(key)
  }
  return (key: string): void => {
    if (key === '00') for (const zero of key) onKey(zero)
    else onKey(key)
  }
}

const timer: MakeTool = (note) => {
  const hand = createHand()
  const bell = createBell()
  const onKey = createKeys(hand, bell, note)
  listenTo(tool(), (key) => (isShut() ? onKey(key) : undefined))
  return {
    // What was running runs on: a tool that forgot it would be the one that was more than a tool.
    reset: (opened) => {
      const { pile: was, watch } = hand.get()
      const pile = without(was, opened)
      hand.show({ ...cold, pile, watch })
      bell.plan(endsIn(pile, Date.now()))
    },
    speak: (tag, words) => {
      hand.speak(tag, words)
      hand.show(hand.get())
    },
    onKeyboard: (event) => {
      const key = keyIn(event)
      if (key === null || !isTimerKey(key)) return false
      onKey(key)
      return true
    },
  }
}

begin('timer', timer)
