import type { Giving } from './shape.ts'

/** What she added to an entry later: her own words, so it goes only where she says so. */
export const added: Giving<{ readonly id: string }> = {
  name: 'added',
  form: 'text',
  of: ({ id }, { record }) =>
    [...record.addendum.values()].filter(({ of }) => of?.id === id).map(({ text }) => [text, '']),
  usual: () => false,
}
