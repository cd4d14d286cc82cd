import type { Pad } from './door.ts'
import type { Key } from './key.ts'

// What is typed on a disguise may be a code. It is only ever looked at here, after its ordinary
// result stands on the display, and nothing tells whether anyone looked.

/** A sum of fewer keys than this is too short to be a code. */
const leastKeys = 6

/** The set-up sum: a person can be told it by phone, and nobody needs its answer three times. */
const setUpSum: Readonly<Record<Pad, string>> = { sum: '1/0', plus: '0+0' }
const setUpTimes = 3

/** What a key was to the display. `A` clears all, `C` takes back a number, `(` is what no code has. */
export type Trace = Key | 'A' | '('

const number = /[\d.%]+$/

/** A number as the display takes it: no zero leads it, one point is in it, and it replaces a result. */
const figured = (typed: string, key: string): string => {
  const from = typed.endsWith('%') ? typed.replace(number, '') : typed
  const current = number.exec(from)?.[0] ?? ''
  if (key !== '.') return current === '0' ? from.slice(0, -1) + key : from + key
  if (current.includes('.')) return from
  return current === '' ? `${from}0.` : `${from}.`
}

/** The keys since the last "=" or all-clear, in canonical ASCII, as correcting keys leave them. */
export const noted = (typed: string, key: Trace): string => {
  if (key === '=' || key === 'A') return ''
  if (key === 'N') return typed
  if (key === 'B') return typed.slice(0, -1)
  // "C" takes back the number being typed; where there is none it takes everything.
  if (key === 'C') return number.test(typed) ? typed.replace(number, '') : ''
  if (/[\d.]/.test(key)) return figured(typed, key)
  // A second operator takes the place of the first, as on the display.
  return (/[-+*/]/.test(key) ? typed.replace(/[-+*/]+$/, '') : typed) + key
}

/** What a finished sum means beyond its result. */
export type Meaning =
  { readonly means: 'sum' | 'setUp' } | { readonly means: 'code'; readonly code: string }

export type Keyhole = { readonly typed: string; readonly asked: number }

export const untouched: Keyhole = { typed: '', asked: 0 }

/** The keyhole after one more key; a meaning when the key was "=". */
export const peep = (
  was: Keyhole,
  key: Trace,
  pad: Pad = 'sum',
): readonly [Keyhole, Meaning | null] => {
  const typed = noted(was.typed, key)
  if (key !== '=') return [{ ...was, typed }, null]
  const asked = was.typed === setUpSum[pad] ? was.asked + 1 : 0
  if (asked === setUpTimes) return [untouched, { means: 'setUp' }]
  if (was.typed.length < leastKeys) return [{ typed, asked }, { means: 'sum' }]
  return [
    { typed, asked },
    { means: 'code', code: was.typed },
  ]
}

/** What trying needs. `admit` says whether the room opened. */
export type Lock = {
  readonly admit: (bring: () => Promise<boolean>) => Promise<boolean>
  readonly isBusy: () => boolean
}

/** Tries one way in after the other; of those that come while one is on trial, only the last. */
export type Trial = {
  readonly attempt: (bring: () => Promise<boolean>) => Promise<void>
  /** Whoever leaves takes back what still waits for its turn. */
  readonly forget: () => void
}

export const createTrial = ({ admit, isBusy }: Lock): Trial => {
  let next: (() => Promise<boolean>) | null = null
  const take = () => {
    const now = next
    next = null
    return now
  }
  const attempt: Trial['attempt'] = async (bring) => {
    next = bring
    if (isBusy()) return
    for (let now = take(); now; now = take()) if (await admit(now)) return
  }
  return { attempt, forget: () => void take() }
}
