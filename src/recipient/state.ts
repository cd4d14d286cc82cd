import type { Summary } from '../record/summary.ts'
import type { Why } from '../share/client.ts'
import type { Link } from '../share/link.ts'
import { normalise } from '../share/passcode.ts'

// Where the page stands. Pure: the page draws it, and what was answered moves it on.

/** Why nothing was opened although the link may still be good. */
export type Problem = 'typed' | 'code' | 'offline' | 'slow' | 'full' | 'refused'
/** The same for a code that was read out: too long or short, a slip in it, or nothing under it. */
export type Misheard = Exclude<Problem, 'code'> | 'length' | 'slip' | 'unknown'

export type State =
  /** No link: the page was reloaded, or somebody typed its address. A code takes a link's place. */
  | {
      readonly at: 'empty'
      readonly busy: boolean
      readonly problem: Misheard | null
      /** Signs that were typed. */
      readonly count: number
    }
  | { readonly at: 'damaged' }
  | { readonly at: 'older' }
  | { readonly at: 'gone' }
  /** The relay gave out content that this browser has seen a newer version of. */
  | { readonly at: 'stale' }
  | {
      readonly at: 'closed'
      readonly link: Link
      /** Whether a code that was read out led here. */
      readonly spoken: boolean
      readonly busy: boolean
      readonly problem: Problem | null
    }
  | {
      readonly at: 'open'
      /** Where an answer goes. */
      readonly link: Link
      readonly summary: Summary
      /** Seconds since 1970. */
      readonly until: number
      /** When it was opened here, seconds since 1970. */
      readonly opened: number
    }

export type Empty = Extract<State, { at: 'empty' }>
export type Closed = Extract<State, { at: 'closed' }>
export type Open = Extract<State, { at: 'open' }>

type Result =
  | {
      readonly ok: true
      readonly summary: Summary
      readonly until: number
      readonly counter: number
    }
  | { readonly ok: false; readonly why: Why }

/** `fragment` tells an empty address from a damaged link. */
export const begin = (fragment: string, link: Link | null): State => {
  if (link) return { at: 'closed', link, spoken: false, busy: false, problem: null }
  const empty: Empty = { at: 'empty', busy: false, problem: null, count: 0 }
  return fragment.length > 1 ? { at: 'damaged' } : empty
}

/** A press of the button. Without a code that is needed, nothing is asked of the relay. */
export const press = (state: Closed, typed: string): Closed => {
  const missing = state.link.passcode && normalise(typed) === ''
  return missing
    ? { ...state, busy: false, problem: 'typed' }
    : { ...state, busy: true, problem: null }
}

/** Seconds that the clock of a reader may be ahead. */
const slack = 3_600

/** `newest`: the newest version that this browser has shown. */
const opened = (
  { link }: Closed,
  result: Extract<Result, { ok: true }>,
  newest: number,
  now: number,
): State => {
  const { summary, until, counter } = result
  if (counter < newest) return { at: 'stale' }
  // Its end is sealed with it: a relay that gives it out later cannot make it last.
  if (until + slack < now) return { at: 'gone' }
  return { at: 'open', link, summary, until, opened: now }
}

/** What the answer to a press makes of the page. Times in seconds since 1970. */
export const answered = (state: Closed, result: Result, newest: number, now: number): State => {
  if (result.ok) return opened(state, result, newest, now)
  const { why } = result
  if (why === 'damaged' || why === 'older') return { at: why }
  if (why !== 'gone') return { ...state, busy: false, problem: why }
  // A wrong code and a share that has ended get the same answer, so the page cannot know which.
  return state.link.passcode ? { ...state, busy: false, problem: 'code' } : { at: 'gone' }
}
