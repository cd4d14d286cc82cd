import { text, whole, type Fields } from './fields.ts'

/**
 * What she asked for that protects her, each empty when nothing waits: it stands here before the relay is asked, and is
 * asked for again until it is done. Times as everywhere in the record.
 */
export type Waiting = {
  /** When she wanted it stopped. */
  readonly stopping: string
  /** When she wanted it paused. */
  readonly pausing: string
  /** The earlier end that she wanted, by the phone's clock. */
  readonly sooner: string
  /** How often the relay refused it: one that was restored may hold something older for good. */
  readonly refusals: number
  /** Of the last pause, or end of one, that she asked for: the relay does nothing for one with a lower number. */
  readonly order: number
  /** The id of the share whose place this one takes, and which has to end before it is sent; empty for none. */
  readonly instead: string
}

export const nothingWaits: Omit<Waiting, 'order' | 'instead'> = {
  stopping: '',
  pausing: '',
  sooner: '',
  refusals: 0,
}

export const readWaiting = (from: Fields): Waiting => ({
  stopping: text(from['stopping']),
  pausing: text(from['pausing']),
  sooner: text(from['sooner']),
  refusals: whole(from['refusals'], 0),
  order: whole(from['order'], 0),
  instead: text(from['instead']),
})

/** Whether an end was refused so often that waiting alone may not bring it: she is told what else she can do. */
export const isHeldUp = ({ refusals }: Pick<Waiting, 'refusals'>): boolean => refusals >= 3
