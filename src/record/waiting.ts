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
  /** Of the last pause, or end of one, that she asked for: the relay does nothing for one with a lower number. */
  readonly order: number
  /** The id of the share whose place this one takes, and which has to end before it is sent; empty for none. */
  readonly instead: string
}

export const nothingWaits: Omit<Waiting, 'order' | 'instead'> = {
  stopping: '',
  pausing: '',
  sooner: '',
}

export const readWaiting = (from: Fields): Waiting => ({
  stopping: text(from['stopping']),
  pausing: text(from['pausing']),
  sooner: text(from['sooner']),
  order: whole(from['order'], 0),
  instead: text(from['instead']),
})
