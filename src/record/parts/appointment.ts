import { whoIn } from '../who.ts'
import type { Appointment } from '../types.ts'
import { added } from './added.ts'
import { shape, type Around } from './shape.ts'
import { nameOf } from './whom.ts'

/** Of what comes again they read the next time: the first one may be long past. */
const spanOf = (one: Appointment, { next }: Around): readonly [string, string] => {
  const { start, end, allDay } = next(one) ?? one
  return allDay ? [start.slice(0, 10), end.slice(0, 10)] : [start, end]
}

export const appointment = shape('appointment', [
  { name: 'when', form: 'span', of: (one, around) => [spanOf(one, around)] },
  { name: 'title', form: 'line', head: true, of: (one) => one.title },
  {
    name: 'with',
    form: 'line',
    of: (one, around) => whoIn(one).map((id) => [nameOf(id, around), ''] as const),
  },
  { name: 'place', form: 'line', care: 'place', of: (one) => one.place },
  { name: 'bring', form: 'note', of: (one) => one.bring },
  added,
])
