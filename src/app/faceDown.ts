// A phone on its face on a table is one that she has put away. One held above her face in bed points
// the same way, so it must lie flat and still as only a table makes it.

/** A reading of how the phone lies: `beta` and `gamma` in degrees, `time` in ms. */
export type Lie = { readonly beta: number; readonly gamma: number; readonly time: number }

/** Degrees from flat, degrees of trembling, and for how many ms. */
const [slant, tremble, stillness] = [12, 1, 600]

const isFaceDown = ({ beta, gamma }: Lie): boolean =>
  180 - Math.abs(beta) < slant && Math.abs(gamma) < slant

const isStill = (from: Lie, now: Lie): boolean => {
  const turned = Math.abs(Math.abs(now.beta) - Math.abs(from.beta))
  return turned < tremble && Math.abs(now.gamma - from.gamma) < tremble
}

/** Since when it has lain on its face and still, given that and the next reading; null when not. */
export const lyingSince = (from: Lie | null, now: Lie): Lie | null => {
  if (!isFaceDown(now)) return null
  return from && isStill(from, now) ? from : now
}

/** Whether it lies so for long enough. */
export const isPutAway = (from: Lie | null, now: Lie): boolean =>
  from !== null && now.time - from.time >= stillness

/** Some systems ask before they tell how the phone lies; a question that she did not expect is none
 * to put to her, so there it is not offered. */
export const canTellFace = (): boolean =>
  'DeviceOrientationEvent' in window &&
  !Reflect.has(Object(Reflect.get(window, 'DeviceOrientationEvent')), 'requestPermission')

/** Calls `then` when the phone is put on its face. Returns a function that stops watching. */
export const watchFace = (then: () => void): (() => void) => {
  let since: Lie | null = null
  const note = ({ beta, gamma, timeStamp }: DeviceOrientationEvent): void => {
    if (beta === null || gamma === null) return
    const now = { beta, gamma, time: timeStamp }
    since = lyingSince(since, now)
    if (isPutAway(since, now)) then()
  }
  window.addEventListener('deviceorientation', note)
  return () => window.removeEventListener('deviceorientation', note)
}
