import type { Appointment, Id } from './types.ts'

/** Whom it is with: the first, and whoever else is there. */
export const whoIn = ({ contact, others }: Pick<Appointment, 'contact' | 'others'>): Id[] => [
  ...new Set([...(contact ? [contact] : []), ...others]),
]

/** The same with another contact in the place of one, or with nobody in it. */
export const whoMoved = (one: Appointment, from: Id, to: Id): Appointment => {
  const [contact = null, ...others] = [...new Set(whoIn(one).map((id) => (id === from ? to : id)))]
  return { ...one, contact, others }
}
