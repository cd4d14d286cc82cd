import { areas, type Area } from './areas.ts'
import { oneOf, orNull, text, times, type Fields } from './fields.ts'

// What she needs, as a map: eight areas of life by how soon. Ids and times are as in types.ts.

export const horizons = ['now', 'short', 'long'] as const
export type Horizon = (typeof horizons)[number]

/** `none`: nothing needed here. */
export const needStates = ['none', 'open', 'going', 'met'] as const
export type NeedState = (typeof needStates)[number]

/** One place of the map. It has one id for ever, so that no place can be filled twice. */
export type Need = {
  readonly kind: 'need'
  /** As `needId` makes it. */
  readonly id: string
  /** Whose need it is; null for her own. */
  readonly child: string | null
  readonly area: Area
  readonly horizon: Horizon
  readonly state: NeedState
  readonly text: string
  readonly written: string
  readonly edited: string
}

export const needId = (child: string | null, area: Area, horizon: Horizon): string =>
  [child ?? 'own', area, horizon].join('.')

export const readNeed = (id: string, from: Fields): Need => ({
  kind: 'need',
  id,
  child: orNull(from['child']),
  area: oneOf(from['area'], areas, 'protection'),
  horizon: oneOf(from['horizon'], horizons, 'now'),
  state: oneOf(from['state'], needStates, 'none'),
  text: text(from['text']),
  ...times(from),
})
