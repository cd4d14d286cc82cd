import { levels, areas } from '../areas.ts'
import type { LinkKind } from '../reach.ts'
import { statuses, type Contact } from '../types.ts'
import { shape, type Around } from './shape.ts'
import { nameOf } from './whom.ts'

/** Those whom it is tied to, as far as their own names go along. */
const tied = (kind: LinkKind) => (one: Contact, around: Around) =>
  one.links
    .filter((link) => link.kind === kind && link.to !== one.id)
    .map(({ to }) => [nameOf(to, around), ''] as const)

const onRequest = { usual: () => false }

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
    // The picture of everyone, in words.
    { name: 'level', form: 'word', words: levels, of: (one) => one.level, ...onRequest },
    {
      name: 'area',
      form: 'word',
      words: areas,
      of: (one) => one.needs.map((area) => [area, ''] as const),
      ...onRequest,
    },
    { name: 'talksTo', form: 'line', of: tied('talk'), ...onRequest },
    { name: 'sentTo', form: 'line', of: tied('referred'), ...onRequest },
    { name: 'waitsFor', form: 'line', of: tied('waits'), ...onRequest },
  ],
  { isKept: ({ sensitivity }) => sensitivity === 'never' },
)
