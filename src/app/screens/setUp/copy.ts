import { counted } from '../../../record/counted.ts'
import type { Attachment } from '../../../record/hanging.ts'
import { readEntry } from '../../../record/read.ts'
import { leastFile, mostFile, mostWhole } from '../../../vault/copySize.ts'
import type { Contents, Item } from '../../../vault/messages.ts'
import { itemOf } from '../../codes.ts'

/** A copy that opened: what the vault needs to bring it back, and what is in it. */
export type Copy = {
  readonly file: Blob
  /** As much of it as entries can take. */
  readonly front: Uint8Array
  readonly key: Uint8Array
  readonly contents: Contents
  /** Where the entries end in it, in bytes; photos and files may follow. */
  readonly behind: number
  readonly attachments: readonly Attachment[]
  /** What goes on otherwise on this phone than it stands in the file. */
  readonly settled: readonly Item[]
}

/** What came back, and the photos and files that did not. */
export type Brought = { readonly contents: Contents; readonly lost: readonly Attachment[] }

/** The end of a locale key: setUp.copy.why.<why>. */
export type CopyWhy = 'file' | 'digit' | 'unread' | 'again' | 'apart'

/** How many entries came back, as she counts them: settings and unfinished writing aside. */
export const entriesIn = ({ names }: Contents): number =>
  names.filter((name) => counted.some((kind) => name.startsWith(`${kind}/`))).length

/** The beginning of a picked file, where entries are; null when it cannot be a copy, or not be read. */
export const frontOf = async (file: Blob): Promise<Uint8Array | null> => {
  if (file.size < leastFile || file.size > mostWhole) return null
  return file
    .slice(0, mostFile)
    .arrayBuffer()
    .then(
      (buffer) => new Uint8Array(buffer),
      () => null,
    )
}

const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}

const entriesOf = (items: readonly Item[]) =>
  items.flatMap(([, bytes]) => readEntry(parsed(bytes)) ?? [])

export const attachmentsIn = (items: readonly Item[]): readonly Attachment[] =>
  entriesOf(items).flatMap((entry) => (entry.kind === 'attachment' ? [entry] : []))

/**
 * Her settings without the codes of the phone that the copy came from: they open nothing here, and a
 * code that is said to clear must clear. Of what is here no copy was made yet.
 */
export const settledIn = (items: readonly Item[]): readonly Item[] =>
  entriesOf(items).flatMap((entry) =>
    entry.kind === 'setting'
      ? [itemOf({ ...entry, decoyCode: '', shredCode: '', backedUp: '' })]
      : [],
  )
