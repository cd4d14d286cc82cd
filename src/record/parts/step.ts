import { needs } from '../areas.ts'
import { helps, type Step } from '../step.ts'
import { shape, type Around } from './shape.ts'

/** Who does it is a fact about that contact: it goes along only if the contact's name does. */
const whoDoes = ({ contact: id }: Step, { record, parts }: Around): string => {
  const part = parts.find((one) => one.kind === 'contact' && one.id === id)
  const contact = part && record.contact.get(part.id)
  if (!contact || contact.sensitivity === 'never') return ''
  const organisation = part.fields.includes('organisation') ? contact.organisation : ''
  return organisation || (part.fields.includes('person') ? contact.person : '')
}

export const step = shape(
  'step',
  [
    { name: 'what', form: 'line', head: true, of: (one) => one.what },
    { name: 'area', form: 'word', words: needs, of: (one) => one.area },
    { name: 'goal', form: 'note', of: (one) => one.goal },
    { name: 'who', form: 'line', of: whoDoes },
    {
      name: 'for',
      form: 'line',
      care: 'child',
      of: (one, { record }) => record.child.get(one.child ?? '')?.name ?? '',
    },
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
