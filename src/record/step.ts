import { areas, type Area } from './areas.ts'
import { oneOf, orNull, text, times, type Fields } from './fields.ts'

// A line of the plan. Ids and times are as in types.ts.

/** Whether it helped, by her own measure; empty until she has said. */
export const helps = ['', 'yes', 'some', 'no'] as const
export type Help = (typeof helps)[number]

/** What is to be done, towards which goal, by whom and by when. */
export type Step = {
  readonly kind: 'step'
  readonly id: string
  /** Empty when it belongs to no area of the map. */
  readonly area: Area | ''
  /** Whom it is for; null for herself. */
  readonly child: string | null
  readonly what: string
  readonly goal: string
  /** Who does it, a contact's id; null when she does it herself. */
  readonly contact: string | null
  /** A date on the wall; empty when there is none. */
  readonly by: string
  /** When to look at how it went; empty when she wants no such day. */
  readonly follow: string
  /** When it was done; empty until then. */
  readonly done: string
  readonly helped: Help
  /** Hers alone: never part of a summary. */
  readonly note: string
  readonly written: string
  readonly edited: string
}

export const readStep = (id: string, from: Fields): Step => ({
  kind: 'step',
  id,
  area: oneOf(from['area'], ['', ...areas], ''),
  child: orNull(from['child']),
  what: text(from['what']),
  goal: text(from['goal']),
  contact: orNull(from['contact']),
  by: text(from['by']),
  follow: text(from['follow']),
  done: text(from['done']),
  helped: oneOf(from['helped'], helps, ''),
  note: text(from['note']),
  ...times(from),
})
