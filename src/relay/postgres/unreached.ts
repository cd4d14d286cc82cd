import { codeOf } from './codes.ts'

// A host who mistyped an address waits for as long as one whose server is on its way up. What was heard
// meanwhile says which it is.

const unknown = 'the name of its host is not known here'
const refused = 'it refuses the user or the password of DATABASE_URL'

const reasons: Readonly<Record<string, string>> = {
  '28000': refused,
  '28P01': refused,
  '3D000': 'there is no database of the name that DATABASE_URL has',
  EAI_AGAIN: unknown,
  ECONNREFUSED: 'nothing listens at the host and port of DATABASE_URL',
  ENOTFOUND: unknown,
}

/** What an attempt to reach PostgreSQL met with, for its host and without a secret; null where it says nothing. */
export const reasonOf = (error: unknown): string | null => reasons[codeOf(error)] ?? null
