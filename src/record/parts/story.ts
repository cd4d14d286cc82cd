import { topics, type Story } from '../types.ts'
import { added } from './added.ts'
import { shape, type Care } from './shape.ts'

const careOf = ({ topic }: Story): Care | null => {
  if (topic === 'children') return 'child'
  return topic === 'housing' ? 'place' : null
}

export const story = shape(
  'story',
  [
    { name: 'title', form: 'line', head: true, of: (one) => one.title },
    { name: 'topic', form: 'word', head: true, words: topics, of: (one) => one.topic },
    { name: 'brief', form: 'text', of: (one) => one.brief },
    // Where she has written it in short, that is enough until she says otherwise.
    { name: 'text', form: 'text', of: (one) => one.text, usual: ({ brief }) => brief === '' },
    { name: 'edited', form: 'time', of: (one) => one.edited },
    added,
  ],
  { careOf },
)
