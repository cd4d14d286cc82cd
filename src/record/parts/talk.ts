import { shape } from './shape.ts'
import { nameOf } from './whom.ts'

/** That there was a talk about risk, and what was said of it. Never chosen for her. */
export const talk = shape(
  'talk',
  [
    { name: 'tool', form: 'line', head: true, of: (one) => one.tool },
    { name: 'on', form: 'day', head: true, of: (one) => one.on },
    { name: 'with', form: 'line', of: (one, around) => nameOf(one.contact, around) },
    { name: 'told', form: 'note', of: (one) => one.told },
    { name: 'review', form: 'day', of: (one) => one.review },
    { name: 'feeling', form: 'exact', of: (one) => one.own, usual: () => false },
  ],
  { careOf: () => 'safety' },
)
