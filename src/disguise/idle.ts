/** Calls `then` when nothing was touched for some minutes. */
export type Idle = {
  readonly touch: () => void
  readonly setMinutes: (minutes: number) => void
}

const minute = 60_000

/** Starts with five minutes: long enough to read a page, short enough for a phone left on a table. */
export const createIdle = (then: () => void): Idle => {
  let minutes = 5
  let timer: ReturnType<typeof setTimeout> | undefined
  const touch = () => {
    clearTimeout(timer)
    if (minutes > 0) timer = setTimeout(then, minutes * minute)
  }
  const setMinutes = (chosen: number) => {
    minutes = chosen
    touch()
  }
  return { touch, setMinutes }
}
