import { clearsEntry, type Calculator } from './calculator.ts'
import { isKey } from './key.ts'
import type { Trace } from './keyhole.ts'

/**
 * What the keyhole is told of a key, so that it holds what the display holds; null for nothing. `(` stands
 * for what no code has and what stays, `%` for a number that came in another way than by its digits.
 */
export const traceOf = (was: Calculator, key: string, now: Calculator): Trace | null => {
  if (key === 'C') return clearsEntry(was) ? 'C' : 'A'
  if (key === 'B') return backTrace(was, now)
  if (key === 'N') return now.entry.typing || now === was ? null : '%'
  if (isKey(key)) return key
  if (now === was) return null
  return /^(\(|power|root)$/.test(key) ? '(' : '%'
}

const backTrace = (was: Calculator, now: Calculator): Trace | null => {
  if (was.stuck) return 'A'
  if (now === was) return null
  // The last digit is gone: nothing of the number is left, however many digits did not fit.
  return was.entry.typing && now.entry.said.length === 0 ? 'C' : 'B'
}
