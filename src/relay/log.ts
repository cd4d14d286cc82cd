import { hour } from './seconds.ts'

/** All that the relay ever says about itself. */
export type LogEvent =
  | 'started'
  | 'stopped'
  | 'created'
  | 'replaced'
  | 'opened'
  | 'refused'
  | 'replied'
  | 'busy'
  | 'clock'
  | 'full'
  | 'ended'
  | 'forgotten'
  | 'failed'

/** A log that cannot take an address, an id or a text: its type has no place for one. */
export type Log = {
  readonly note: (event: LogEvent, count?: number) => void
  /** Writes what was counted so far. */
  readonly flush: () => void
}

/** `count`: hours since 1970. */
const hourName = (count: number): string =>
  `${new Date(count * hour * 1000).toISOString().slice(0, 13)}Z`

/**
 * Counts events by the hour and writes one line per hour and event, "2026-11-23T16Z created 12",
 * when the hour is over: a line per request would tell when somebody was there.
 */
export const createLog = (write: (line: string) => void, now: () => number): Log => {
  const counts = new Map<LogEvent, number>()
  let counting = Math.floor(now() / hour)

  const flush = (): void => {
    for (const [event, count] of counts) write(`${hourName(counting)} ${event} ${count}\n`)
    counts.clear()
  }

  const note = (event: LogEvent, count = 1): void => {
    const current = Math.floor(now() / hour)
    if (current !== counting) flush()
    counting = current
    if (count > 0) counts.set(event, (counts.get(event) ?? 0) + count)
  }

  return { note, flush }
}
