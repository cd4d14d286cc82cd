import type { AskVault } from '../disguise/line.ts'
import { difference } from '../record/difference.ts'
import { encodeEntry, nameOf } from '../record/encode.ts'
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
    const outcome = await commit(ask, kept, next)
    busy = false
    if (outcome.ok) kept = next
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
