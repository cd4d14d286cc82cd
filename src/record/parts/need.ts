import { areas } from '../areas.ts'
import { horizons, needStates } from '../need.ts'
import { shape } from './shape.ts'
import { childOf } from './whom.ts'

/** A place of the map where nothing is needed says nothing. A child's need is about a child. */
export const need = shape(
  'need',
  [
    { name: 'area', form: 'word', words: areas, head: true, of: (one) => one.area },
    { name: 'horizon', form: 'word', words: horizons, head: true, of: (one) => one.horizon },
    { name: 'state', form: 'word', words: needStates, of: (one) => one.state },
    { name: 'for', form: 'line', of: (one, around) => childOf(one.child, around) },
    { name: 'inWords', form: 'note', of: (one) => one.text },
  ],
  { careOf: (one) => (one.child === null ? null : 'child'), isKept: (one) => one.state === 'none' },
)
