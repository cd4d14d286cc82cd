import { statuses } from '../types.ts'
import { shape } from './shape.ts'

export const contact = shape(
  'contact',
  [
    { name: 'organisation', form: 'line', head: true, of: (one) => one.organisation },
    { name: 'person', form: 'line', head: true, of: (one) => one.person },
    { name: 'role', form: 'line', head: true, of: (one) => one.role },
    {
      name: 'caseNumber',
      form: 'exact',
      of: ({ cases }) => cases.map(({ number }) => [number, ''] as const),
    },
    {
      name: 'phone',
      form: 'phone',
      of: ({ phones }) => phones.map(({ number, label }) => [number, label] as const),
    },
    {
      name: 'email',
      form: 'email',
      of: ({ emails }) => emails.map((email) => [email, ''] as const),
    },
    {
      name: 'address',
      form: 'line',
      care: 'place',
      of: ({ addresses }) => addresses.map((text) => [text, ''] as const),
    },
    {
      name: 'status',
      form: 'word',
      words: statuses.filter((status) => status !== 'none'),
      of: ({ status }) => (status === 'none' ? '' : status),
    },
    { name: 'next', form: 'note', of: (one) => one.next },
    { name: 'nextOn', form: 'day', of: (one) => one.nextOn },
  ],
  { isKept: ({ sensitivity }) => sensitivity === 'never' },
)
