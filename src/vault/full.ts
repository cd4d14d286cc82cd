import type { Why } from './messages.ts'

/** Whether a disk refused to write for want of room. */
export const isFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError'

/** A disk that refuses to write is full; anything else is a bug and is thrown on. */
export const whyOf = (error: unknown): Why => {
  if (isFull(error)) return 'full'
  throw error
}
