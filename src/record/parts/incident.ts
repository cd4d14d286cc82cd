import { added } from './added.ts'
import { shape } from './shape.ts'

/** Where it was shows where she may be; who saw it, and where it was told, is about others: asked each time. */
export const incident = shape('incident', [
  { name: 'on', form: 'day', head: true, of: (one) => one.on },
  { name: 'when', form: 'line', head: true, of: (one) => one.when },
  { name: 'happened', form: 'text', of: (one) => one.what },
  { name: 'place', form: 'line', care: 'place', of: (one) => one.place },
  { name: 'witnesses', form: 'note', of: (one) => one.witnesses, usual: () => false },
  { name: 'reported', form: 'note', of: (one) => one.reported, usual: () => false },
  added,
])
