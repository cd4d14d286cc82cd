import type { AskVault } from '../disguise/line.ts'
import { difference } from '../record/difference.ts'
import { encodeEntry, nameOf } from '../record/encode.ts'
import { all, drop } from '../record/record.ts'
import type { ClientRecord } from '../record/types.ts'
import type { Answers } from '../vault/messages.ts'

export type Outcome = Answers['commit']

/** Brings what is on the phone up to the record on the screen. */
export type Keep = {
  /** Starts keeping; a record that comes meanwhile is kept right after. */
  readonly record: (wanted: ClientRecord) => void
  /** As she leaves: sends at once what is not kept yet, which the worker finishes before it locks. Nothing comes after it. */
  readonly flush: () => void
  /** When all that came so far is on the phone, or was refused. */
  readonly settled: () => Promise<void>
}

const commitOf = (before: ClientRecord, after: ClientRecord) => {
  const { put, drop } = difference(before, after)
  const encoder = new TextEncoder()
  return {
    ask: 'commit' as const,
    put: put.map(
      (entry) => [nameOf(entry.kind, entry.id), encoder.encode(encodeEntry(entry))] as const,
    ),
    drop: drop.map(({ kind, id }) => nameOf(kind, id)),
  }
}

/** One commit; its bytes are zeroed once the worker has answered. */
const commit = async (ask: AskVault, before: ClientRecord, after: ClientRecord) => {
  const question = commitOf(before, after)
  const outcome = await ask(question)
  for (const [, bytes] of question.put) bytes.fill(0)
  return outcome
}

/**
 * What is on the phone without what she lets go for good, to make room: the trash, and anything where nothing waits
 * that stands in its place or brings it back. The same record when there is no such thing.
 */
const lighter = (before: ClientRecord, after: ClientRecord): ClientRecord => {
  const { put, drop: gone } = difference(before, after)
  const isApart = put.every(({ kind }) => kind === 'setting' || kind === 'place')
  const forGood = gone.filter(({ kind }) => isApart || kind === 'past')
  return all(...forGood.map(({ kind, id }) => drop(kind, id)))(before)
}

/** Brings the phone from one record to the other: in a full place first what goes for good, then the rest. */
const bring = async (ask: AskVault, before: ClientRecord, after: ClientRecord) => {
  const outcome = await commit(ask, before, after)
  if (outcome.ok) return { outcome, kept: after }
  const light = outcome.why === 'full' ? lighter(before, after) : before
  if (light === before || !(await commit(ask, before, light)).ok) return { outcome, kept: before }
  const rest = await commit(ask, light, after)
  return { outcome: rest, kept: rest.ok ? after : light }
}

/** `told` hears of every outcome; what was refused is tried again with the next change. */
export const keeping = (
  ask: AskVault,
  first: ClientRecord,
  told: (outcome: Outcome) => void,
): Keep => {
  let kept = first
  let wanted = first
  let flushed = first
  let busy = false
  let working = Promise.resolve()

  const work = async (): Promise<void> => {
    busy = true
    const next = wanted
    const brought = await bring(ask, kept, next)
    const { outcome } = brought
    kept = brought.kept
    busy = false
    told(outcome)
    // What was flushed is on its way: asking again would come after the worker has locked.
    if (outcome.ok && wanted !== kept && wanted !== flushed) await work()
  }

  return {
    record: (record) => {
      wanted = record
      if (!busy && wanted !== kept) working = work()
    },
    flush: () => {
      flushed = wanted
      if (wanted !== kept) void commit(ask, kept, wanted)
    },
    settled: () => working,
  }
}
