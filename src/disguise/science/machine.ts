import { blank, type Calculator } from '../calculator.ts'
import type { Machine } from '../machine.ts'
import { shortened } from '../sum.ts'
import {
  clearsScience,
  given,
  isScienceKey,
  piecesOf,
  pressScience,
  turnedBack,
  turnedFrom,
} from './science.ts'

/** The calculator for a phone on its side, going on with what the plain one shows. */
export const scienceMachine = (from: Calculator, degrees: boolean): Machine => {
  let now = turnedFrom(from, degrees)
  return {
    press: (key) => {
      if (!isScienceKey(key)) return false
      now = pressScience(now, key)
      return true
    },
    give: (text) => {
      now = given(now, text)
    },
    view: () => ({
      text: now.entry.typing ? now.entry.text : shortened(now.entry.text),
      pieces: piecesOf(now),
      stuck: now.stuck,
      clears: clearsScience(now),
    }),
    plain: () => {
      const left = turnedBack(now)
      return left === null ? { ...blank, stuck: true } : { ...blank, left }
    },
    setDegrees: (wanted) => {
      now = { ...now, degrees: wanted }
    },
  }
}
