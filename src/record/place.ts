import { text, whole, type Fields } from './fields.ts'

/** Where she was when she left, sealed like all else, so that leaving costs her nothing. */
export type Place = {
  readonly kind: 'place'
  readonly id: 'place'
  /** The screens that led there, in the app's own words. */
  readonly path: string
  /** How far down the last one, in CSS pixels. */
  readonly scroll: number
}

export const readPlace = (from: Fields): Place => ({
  kind: 'place',
  id: 'place',
  path: text(from['path']),
  scroll: whole(from['scroll'], 0),
})
