import { sharesInOrder } from './order.ts'
import type { ClientRecord, Part, Share } from './types.ts'

/** All that she ever gave, the newest first; what never left the phone is not among it. */
export const givenIn = (record: ClientRecord): Share[] =>
  sharesInOrder(record).filter(({ made }) => made !== '')

/** The shares that an entry went along in. */
export const sharedWith = (record: ClientRecord, which: Pick<Part, 'kind' | 'id'>): Share[] =>
  givenIn(record).filter(({ grant }) =>
    grant.parts.some(({ kind, id }) => kind === which.kind && id === which.id),
  )

/** How often somebody got her own words to read instead of hearing them from her. */
export const retellingsSpared = (record: ClientRecord): number =>
  givenIn(record).filter(({ grant }) => grant.parts.some(({ kind }) => kind === 'story')).length
