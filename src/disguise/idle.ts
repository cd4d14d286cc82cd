import { measure } from './lasting.ts'

/** Calls `then` when nothing was touched for some minutes. */
export type Idle = {
  /** A touch or a key; after the minutes it leaves instead of beginning them anew. */
  readonly touch: () => void
  /** Begins the minutes, however long nothing was touched before. */
  readonly begin: () => void
  readonly setMinutes: (minutes: number) => void
}

const minute = 60_000
/** A machine that slept is noticed so long after it woke, in ms: its timers slept as well. */
const step = 5_000

/** Starts with five minutes: long enough to read a page, short enough for a phone left on a table. */
export const createIdle = (then: () => void): Idle => {
  let minutes = 5
  let timer: ReturnType<typeof setTimeout> | undefined
  let lasted = measure()
  const left = (): number => minutes * minute - lasted()
  const look = (): void => {
    const rest = left()
    if (rest <= 0) then()
    else timer = setTimeout(look, Math.min(rest, step))
  }
  const begin = (): void => {
    clearTimeout(timer)
    lasted = measure()
    if (minutes > 0) look()
  }
  const touch = (): void => {
    const isOver = minutes > 0 && left() <= 0
    begin()
    if (isOver) then()
  }
  const setMinutes = (chosen: number): void => {
    minutes = chosen
    begin()
  }
  return { touch, begin, setMinutes }
}
