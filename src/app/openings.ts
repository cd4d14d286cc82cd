import type { Setting, Time } from '../record/types.ts'

/** How many of each are remembered. */
const most = 50

const toTheMinute = (time: Time): Time => `${time.slice(0, 17)}00Z`

/** The settings after one more opening. */
export const opened = (setting: Setting, now: Time): Setting => ({
  ...setting,
  openings: [...setting.openings, toTheMinute(now)].slice(-most),
})

/** The settings with tries that came in since; given in minutes since 1970. */
export const tried = (setting: Setting, minutes: readonly number[]): Setting => ({
  ...setting,
  tries: [
    ...setting.tries,
    ...minutes.map((minute) => `${new Date(minute * 60_000).toISOString().slice(0, 19)}Z`),
  ].slice(-most),
})
