import fc from 'fast-check'
import type { Key } from '../../src/disguise/key.ts'

/** Any key, digits and operators more often, so that sums come about. */
export const keys = fc.oneof(
  { arbitrary: fc.constantFrom<Key>('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), weight: 5 },
  { arbitrary: fc.constantFrom<Key>('+', '-', '*', '/', '='), weight: 4 },
  { arbitrary: fc.constantFrom<Key>('.', '%', 'C', 'B', 'N'), weight: 2 },
)
