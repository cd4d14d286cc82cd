import { areas } from '../areas.ts'
import { helps } from '../step.ts'
import { shape } from './shape.ts'
import { childOf, nameOf } from './whom.ts'

export const step = shape(
  'step',
  [
    { name: 'what', form: 'line', head: true, of: (one) => one.what },
    { name: 'area', form: 'word', words: areas, of: (one) => one.area },
    { name: 'goal', form: 'note', of: (one) => one.goal },
    { name: 'who', form: 'line', of: (one, around) => nameOf(one.contact, around) },
    { name: 'for', form: 'line', of: (one, around) => childOf(one.child, around) },
    { name: 'nextOn', form: 'day', of: (one) => one.by },
    { name: 'follow', form: 'day', of: (one) => one.follow },
    { name: 'done', form: 'time', of: (one) => one.done },
    {
      name: 'helped',
      form: 'word',
      words: helps.filter((help) => help !== ''),
      of: (one) => one.helped,
    },
  ],
  { careOf: (one) => (one.child === null ? null : 'child') },
)
