import { oneOf, orNull, text, times, type Fields } from './fields.ts'

// A talk about risk: that there was one, and what she was told. No question of any instrument, and no
// sum: those belong to whoever holds the talk. Ids and times are as in types.ts.

/** Names by which she may have heard it called; anything else is as good. */
export const talkTools = ['FREDA', 'SARA', 'PATRIARK'] as const

/** How it feels to her, from none to the most; empty until she says. */
export const feelings = ['', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const
export type Feeling = (typeof feelings)[number]

export type Talk = {
  readonly kind: 'talk'
  readonly id: string
  /** A date on the wall; empty when not known. */
  readonly on: string
  /** Who held it, a contact's id; null for nobody named. */
  readonly contact: string | null
  /** What it was called. */
  readonly tool: string
  /** What they said it showed. */
  readonly told: string
  /** When to look again; empty when no day was agreed. */
  readonly review: string
  /** When somebody did look again; empty until then. */
  readonly reviewed: string
  /** Her own word on it, which nobody works out. */
  readonly own: Feeling
  /** Hers alone: never part of a summary. */
  readonly note: string
  readonly written: string
  readonly edited: string
}

export const readTalk = (id: string, from: Fields): Talk => ({
  kind: 'talk',
  id,
  on: text(from['on']),
  contact: orNull(from['contact']),
  tool: text(from['tool']),
  told: text(from['told']),
  review: text(from['review']),
  reviewed: text(from['reviewed']),
  own: oneOf(from['own'], feelings, ''),
  note: text(from['note']),
  ...times(from),
})
