/** What PostgreSQL calls an error; empty where it was none of its own. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

export const isDiskFull = (error: unknown): boolean => codeOf(error) === '53100'

/** A row belongs to a day that has no partition yet. */
export const isNoPartition = (error: unknown): boolean => codeOf(error) === '23514'

/** The server is gone, on its way down or no primary any more; other errors are about one statement. */
export const isLost = (error: unknown): boolean =>
  /^(ABORT|CONNECT|E[A-Z]|57P0[1-3]|25006|08)/.test(codeOf(error))

/** The role lacks a right. */
export const isForbidden = (error: unknown): boolean => codeOf(error) === '42501'

/** Somebody has what a statement waited for. */
export const isInUse = (error: unknown): boolean => codeOf(error) === '55P03'

/** Two waited for each other, and this one was to give way. */
export const isDeadlock = (error: unknown): boolean => codeOf(error) === '40P01'

/** For what may be left for another time. */
export const passIfInUse = (error: unknown): void => {
  if (!isInUse(error)) throw error
}
