import { plain } from '../record/find.ts'
import type { Need } from '../record/need.ts'
import { stepsAhead } from '../record/plan.ts'
import { all, listOf, put } from '../record/record.ts'
import type { Reply } from '../record/reply.ts'
import type { Step } from '../record/step.ts'
import type { Change, ClientRecord, Time } from '../record/types.ts'
import { fated } from './replying.ts'

// Two things that an answer can say and that she may act on: something is taken care of, and something
// more would help. What they mean by it stands in their own words; she says which of hers it is.

/** A need or a step that still waits for somebody. */
export type Waiting = Need | Step

/** What may be meant: what they were given stands first. */
export const waitingFor = (record: ClientRecord, { share }: Reply): readonly Waiting[] => {
  const parts = record.share.get(share)?.grant.parts ?? []
  const given = (one: Waiting): boolean =>
    parts.some(({ kind, id }) => kind === one.kind && id === one.id)
  const needs = listOf(record, 'need').filter(({ state }) => state === 'open' || state === 'going')
  const waiting = [...needs, ...stepsAhead(record).filter(({ done }) => done === '')]
  return [...waiting.filter(given), ...waiting.filter((one) => !given(one))]
}

/** What they said it is about, by its place in what they were given; null when it waits no more, or none is named. */
export const meantBy = (record: ClientRecord, reply: Reply, at: number): Waiting | null => {
  const item = reply.items[at]
  if (item?.kind !== 'done' || item.part === undefined) return null
  const part = record.share.get(reply.share)?.grant.parts[item.part]
  const found = waitingFor(record, reply).find(
    ({ kind, id }) => kind === part?.kind && id === part.id,
  )
  return found ?? null
}

/** `said`: where it came from, as words. */
export type Mark = { readonly now: Time; readonly said: string }

const settled = (one: Waiting, { now, said }: Mark): Waiting =>
  one.kind === 'need'
    ? { ...one, state: 'met', edited: now }
    : { ...one, done: now, edited: now, note: [one.note, said].filter(Boolean).join('\n') }

/** She takes over that something is taken care of: her need is met, or her step done. */
export const settle = (reply: Reply, at: number, one: Waiting, mark: Mark): Change =>
  all(put(settled(one, mark)), put(fated(reply, at, 'kept')))

/** One item of one answer, as it stands in the name of a form. */
export const askedName = (reply: Reply, at: number): string => `${reply.id}.${at}`

/** The answer and the words with which it asks for one more part; null when either is gone. */
export const askedIn = (
  record: ClientRecord,
  name: string,
): { readonly reply: Reply; readonly text: string } | null => {
  const [id = '', at = ''] = name.split('.')
  const reply = record.reply.get(id)
  const item = reply?.items[Number(at)]
  return reply && item?.kind === 'ask' ? { reply, text: item.text } : null
}

/** How many of the longer words of what was asked for stand in a text. */
export const likeness = (asked: string, text: string): number => {
  const words = new Set(
    plain(asked)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 3),
  )
  const searched = plain(text)
  return [...words].filter((word) => searched.includes(word)).length
}
