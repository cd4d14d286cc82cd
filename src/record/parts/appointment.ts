import { nextOf } from '../repeat.ts'
import type { Appointment } from '../types.ts'
import { shape, type Around } from './shape.ts'

/** Whom she meets is a fact about that contact: it goes along only if the contact's name does. */
const withWhom = ({ contact: id }: Appointment, { record, parts }: Around): string => {
  const part = parts.find((one) => one.kind === 'contact' && one.id === id)
  const contact = part && record.contact.get(part.id)
  if (!contact || contact.sensitivity === 'never') return ''
  const organisation = part.fields.includes('organisation') ? contact.organisation : ''
  return organisation || (part.fields.includes('person') ? contact.person : '')
}

/** Of what comes again they read the next time: the first one may be long past. */
const spanOf = (one: Appointment, { now }: Around): readonly [string, string] => {
  const { start, end, allDay } = nextOf(one, now) ?? one
  return allDay ? [start.slice(0, 10), end.slice(0, 10)] : [start, end]
}

export const appointment = shape('appointment', [
  { name: 'when', form: 'span', of: (one, around) => [spanOf(one, around)] },
  { name: 'title', form: 'line', head: true, of: (one) => one.title },
  { name: 'with', form: 'line', of: withWhom },
  { name: 'place', form: 'line', care: 'place', of: (one) => one.place },
  { name: 'bring', form: 'note', of: (one) => one.bring },
])
