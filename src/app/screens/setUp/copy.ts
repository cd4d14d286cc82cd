import type { Attachment } from '../../../record/hanging.ts'
import { readEntry } from '../../../record/read.ts'
import { leastFile, mostFile, mostWhole } from '../../../vault/copySize.ts'
import type { Contents, Item } from '../../../vault/messages.ts'

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
}

/** What came back, and the photos and files that did not. */
export type Brought = { readonly contents: Contents; readonly lost: readonly Attachment[] }

/** The end of a locale key: setUp.copy.why.<why>. */
export type CopyWhy = 'file' | 'digit' | 'unread' | 'again' | 'apart'

const counted = /^(contact|appointment|story|share)\//

/** How many entries came back, as she counts them: settings and unfinished writing aside. */
export const entriesIn = ({ names }: Contents): number =>
  names.filter((name) => counted.test(name)).length

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

export const attachmentsIn = (items: readonly Item[]): readonly Attachment[] =>
  items.flatMap(([, bytes]) => {
    const entry = readEntry(parsed(bytes))
    return entry?.kind === 'attachment' ? [entry] : []
  })
