import type { Time } from '../record/types.ts'
import type { Setting } from '../record/setting.ts'

/** How many of each are remembered. */
const most = 50

const toTheMinute = (time: Time): Time => `${time.slice(0, 17)}00Z`

/** The settings after one more opening. */
export const opened = (setting: Setting, now: Time): Setting => ({
  ...setting,
  openings: [...setting.openings, toTheMinute(now)].slice(-most),
})

const timeOf = (minute: number): Time => `${new Date(minute * 60_000).toISOString().slice(0, 19)}Z`

/** The settings with tries that came in since; given in minutes since 1970. */
export const tried = (setting: Setting, minutes: readonly number[]): Setting => ({
  ...setting,
  tries: [...setting.tries, ...minutes.map(timeOf)].slice(-most),
})

/** Which of `times` may be what was typed in `minute`: the screen is sometimes drawn in the next one. */
const drawnAt = (minute: number, times: readonly Time[]): Time | undefined =>
  [minute, minute + 1].map(timeOf).find((time) => times.includes(time))

/** Openings of hers that were not told to the decoy, the last one aside. One that was never told of any
 * may be younger than they are. */
const untold = (decoy: Setting, hers: Setting): Time[] => {
  const last = decoy.openings.at(-1)
  return last === undefined ? [] : hers.openings.slice(0, -1).filter((time) => time > last)
}

/**
 * The settings of the decoy as if it had been opened each time that her record was. `minutes`: tries that
 * it has not seen. Among them may be openings of hers in which the app was killed before it could tell;
 * the last of hers is now.
 */
export const openedBeside = (
  decoy: Setting,
  hers: Setting,
  minutes: readonly number[],
): Setting => {
  const late = untold(decoy, hers)
  const sorted = minutes.map((minute) => {
    const time = drawnAt(minute, late)
    if (time !== undefined) late.splice(late.indexOf(time), 1)
    return { minute, time }
  })
  const wrong = sorted.flatMap(({ minute, time }) => (time === undefined ? [minute] : []))
  const openings = [...sorted.flatMap(({ time }) => time ?? []), ...hers.openings.slice(-1)]
  return openings.reduce(opened, tried(decoy, wrong))
}
