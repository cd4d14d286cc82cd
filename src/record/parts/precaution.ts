import { precautionTopics, type Precaution } from '../precaution.ts'
import { shape, type Care } from './shape.ts'

/** These say where somebody is, or which way somebody goes. */
const placed: readonly Precaution['topic'][] = ['way', 'home', 'work', 'school']

const careOf = ({ topic }: Precaution): Care => (placed.includes(topic) ? 'place' : 'safety')

/** A line of the safety plan is never chosen for her, whichever it is. */
export const precaution = shape(
  'precaution',
  [
    { name: 'measure', form: 'line', head: true, of: (one) => one.text },
    { name: 'within', form: 'word', words: precautionTopics, of: (one) => one.topic },
    {
      name: 'ready',
      form: 'word',
      words: ['yes', 'no'],
      of: ({ ready }) => (ready === '' ? 'no' : 'yes'),
    },
  ],
  { careOf },
)
