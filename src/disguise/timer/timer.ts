// A timer with intervals and a stopwatch, without a clock: `now` is always handed in, in
// milliseconds since 1970, so that both are right after any time in the background.

/** `before`: milliseconds that had passed when it was last started, at `since`. */
export type Run = { readonly before: number; readonly since: number; readonly going: boolean }

/**
 * All that a timer knows. `typed`: digits and plus, as "500+130" for 5:00 and then 1:30; while it runs
 * they are those of the next one.
 */
export type Timer = { readonly typed: string; readonly last: string; readonly run: Run | null }

export type Watch = { readonly run: Run | null; readonly laps: readonly number[] }

export const blankTimer: Timer = { typed: '', last: '', run: null }
export const blankWatch: Watch = { run: null, laps: [] }

/** More digits than this are not shown: nobody waits for years. */
const longest = 9

const started = (now: number): Run => ({ before: 0, since: now, going: true })

export const elapsed = ({ before, since, going }: Run, now: number): number =>
  before + (going ? Math.max(0, now - since) : 0)

/** Goes on where it stood, or stands where it is. */
const toggled = (run: Run, now: number): Run => ({
  before: elapsed(run, now),
  since: now,
  going: !run.going,
})

/** "530" is 5 minutes and 30 seconds; the last two digits are seconds, also when they are over 59. */
const lengthOf = (digits: string): number =>
  (Number(digits.slice(0, -2) || '0') * 60 + Number(digits.slice(-2) || '0')) * 1000

/** The lengths of the intervals in milliseconds; those of no length are left out. */
export const intervalsOf = (typed: string): readonly number[] =>
  typed
    .split('+')
    .map(lengthOf)
    .filter((length) => length > 0)

/** Where a run stands: which interval, from 0, and how much of it is left; null at the end. */
export const standing = (
  typed: string,
  passed: number,
): { readonly at: number; readonly left: number } | null => {
  let rest = passed
  for (const [at, length] of intervalsOf(typed).entries()) {
    if (rest < length) return { at, left: length - rest }
    rest -= length
  }
  return null
}

/** Milliseconds from now to the end of each interval that is still to end. */
export const endsFrom = ({ last, run }: Timer, now: number): readonly number[] => {
  if (!run?.going) return []
  let end = -elapsed(run, now)
  return intervalsOf(last)
    .map((length) => (end += length))
    .filter((left) => left > 0)
}

/** Stops a run that has come to its end. */
export const settled = (was: Timer, now: number): Timer =>
  was.run && !standing(was.last, elapsed(was.run, now)) ? { ...was, run: null } : was

export type TimerKey =
  '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '+' | 'B' | 'C' | '='

export const isTimerKey = (key: string): key is TimerKey => /^[\d+BC=]$/.test(key)

const begun = (was: Timer, now: number): Timer => {
  const wanted = was.typed === '' ? was.last : was.typed
  if (intervalsOf(wanted).length > 0) return { typed: '', last: wanted, run: started(now) }
  return was.run ? { ...was, typed: '' } : blankTimer
}

const appended = (typed: string, key: string): string => {
  const current = typed.slice(typed.lastIndexOf('+') + 1)
  if (key === '+') return current === '' ? typed : `${typed}+`
  if (current.length >= longest) return typed
  return current === '0' ? typed.slice(0, -1) + key : typed + key
}

const cleared = (was: Timer): Timer => {
  if (was.typed === '') return blankTimer
  const typed = /\d$/.test(was.typed) ? was.typed.replace(/\d+$/, '') : ''
  return was.run || typed !== '' ? { ...was, typed } : blankTimer
}

/** The timer after one more key. `C` takes back the interval being typed, then everything. */
export const press = (was: Timer, key: TimerKey, now: number): Timer => {
  if (key === 'C') return cleared(was)
  if (key === '=' && was.run && was.typed === '') return { ...was, run: toggled(was.run, now) }
  if (key === '=') return begun(was, now)
  if (key === 'B') return { ...was, typed: was.typed.slice(0, -1) }
  return { ...was, typed: appended(was.typed, key) }
}

export const startOrStop = (was: Watch, now: number): Watch => ({
  ...was,
  run: was.run ? toggled(was.run, now) : started(now),
})

/** Notes the time that has passed since the lap before. */
export const lap = (was: Watch, now: number): Watch => {
  if (!was.run?.going) return was
  const before = was.laps.reduce((sum, one) => sum + one, 0)
  return { ...was, laps: [...was.laps, elapsed(was.run, now) - before] }
}

const two = (number: number): string => String(number).padStart(2, '0')

/** "1:05:09", or "5:09" under an hour, of whole seconds. */
const clock = (seconds: number): string => {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const tail = two(seconds % 60)
  return hours > 0 ? `${hours}:${two(minutes)}:${tail}` : `${minutes}:${tail}`
}

/** What is left, as people count down: the last second is "0:01" until it is over. */
export const countdown = (left: number): string => clock(Math.ceil(left / 1000))

/** Tenths are enough for a thumb. */
export const precise = (passed: number, decimal: string): string =>
  `${clock(Math.floor(passed / 1000))}${decimal}${Math.floor(passed / 100) % 10}`

/** Digits as they are being typed: "1234" as "12:34", "5" as "0:05". */
export const half = (digits: string): string => {
  const padded = digits.padStart(3, '0')
  return `${Number(padded.slice(0, -2))}:${padded.slice(-2)}`
}
