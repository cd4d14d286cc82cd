import type { Log, LogEvent } from './log.ts'
import { hour } from './seconds.ts'

/** Troubles show at once; how often people came is told when the hour is over, as in the log. */
const troubles: readonly LogEvent[] = ['busy', 'clock', 'full', 'failed']

export type Counts = {
  readonly log: Log
  /** Totals since the start, by event, in the text format that Prometheus reads. */
  readonly text: () => string
}

/** Counts what goes into `log` as well. A total that moved at once would tell when somebody was there. */
export const createCounts = (log: Log, now: () => number): Counts => {
  const totals = new Map<LogEvent, number>()
  let shown: ReadonlyMap<LogEvent, number> = new Map()
  let counting = Math.floor(now() / hour)

  const turn = (): void => {
    const current = Math.floor(now() / hour)
    if (current !== counting) shown = new Map(totals)
    counting = current
  }

  const note: Log['note'] = (event, count = 1) => {
    turn()
    totals.set(event, (totals.get(event) ?? 0) + count)
    log.note(event, count)
  }

  const text = (): string => {
    turn()
    const now = new Map([...shown, ...[...totals].filter(([event]) => troubles.includes(event))])
    const lines = [...now].map(
      ([event, count]) => `relay_events_total{event="${event}"} ${count}\n`,
    )
    return `# TYPE relay_events_total counter\n${lines.join('')}`
  }

  return { log: { note, flush: log.flush }, text }
}
