import { shape } from './shape.ts'

/** Nothing about a child is ever chosen for her, and what a child has seen is asked for by itself. */
export const child = shape(
  'child',
  [
    { name: 'called', form: 'line', head: true, of: (one) => one.name },
    { name: 'born', form: 'exact', of: (one) => one.born },
    { name: 'school', form: 'line', care: 'place', of: (one) => one.school },
    { name: 'seen', form: 'note', care: 'child', of: (one) => one.seen },
  ],
  { careOf: () => 'child' },
)
