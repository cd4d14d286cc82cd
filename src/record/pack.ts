import { text, times, type Fields } from './fields.ts'

/** A directory that she brought in from a file, as its text: read anew by whoever shows it. */
export type KeptPack = {
  readonly kind: 'pack'
  /** Country and region: "se-1488". */
  readonly id: string
  readonly text: string
  readonly written: string
  readonly edited: string
}

export const readKeptPack = (id: string, from: Fields): KeptPack => ({
  kind: 'pack',
  id,
  text: text(from['text']),
  ...times(from),
})
