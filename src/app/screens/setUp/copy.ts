import { leastFile, mostFile } from '../../../vault/copySize.ts'
import type { Contents } from '../../../vault/messages.ts'

/** A copy that opened: what the vault needs to bring it back, and what is in it. */
export type Copy = {
  readonly file: Uint8Array
  readonly key: Uint8Array
  readonly contents: Contents
}

/** The end of a locale key: setUp.copy.why.<why>. */
export type CopyWhy = 'file' | 'digit' | 'unread' | 'again' | 'apart'

const counted = /^(contact|appointment|story|share)\//

/** How many entries came back, as she counts them: settings and unfinished writing aside. */
export const entriesIn = ({ names }: Contents): number =>
  names.filter((name) => counted.test(name)).length

/** The bytes of a picked file; null when it cannot be a copy, or not be read. */
export const bytesOf = async (file: Blob): Promise<Uint8Array | null> => {
  if (file.size < leastFile || file.size > mostFile) return null
  return file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  )
}
