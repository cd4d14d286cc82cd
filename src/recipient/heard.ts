import type { Why } from '../share/client.ts'
import type { Link } from '../share/link.ts'
import { readSpoken } from '../share/spoken.ts'
import type { Empty, State } from './state.ts'

// A code that was read out over the telephone, from the typing to the link that it stands for. Pure.

type Heard = { readonly state: Empty; readonly code: string | null }

/** A press of the button. Nothing is asked of the relay before a code is whole. */
export const hear = (state: Empty, typed: string): Heard => {
  const heard = readSpoken(typed)
  if (heard.ok) return { state: { ...state, busy: true, problem: null }, code: heard.code }
  const count = heard.why === 'length' ? heard.count : 0
  const problem = heard.why === 'length' && count === 0 ? 'typed' : heard.why
  return { state: { ...state, busy: false, problem, count }, code: null }
}

type Result = { readonly ok: true; readonly link: Link } | { readonly ok: false; readonly why: Why }

/** What the answer makes of the page. */
export const found = (state: Empty, result: Result): State => {
  if (result.ok)
    return { at: 'closed', link: result.link, spoken: true, busy: false, problem: null }
  const { why } = result
  if (why === 'damaged' || why === 'older') return { at: why }
  return { ...state, busy: false, problem: why === 'gone' ? 'unknown' : why }
}
