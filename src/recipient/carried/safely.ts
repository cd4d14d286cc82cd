import { fileSort, type SharedFile } from '../../record/carried.ts'
import { endings } from '../../record/endings.ts'
import type { Bytes } from '../../share/bytes.ts'

// What came from outside is never opened for anybody. Pictures of dots are drawn, because a browser runs
// nothing in them; anything else can only be saved, as bytes of no kind.

const drawn: readonly string[] = ['image/jpeg', 'image/png', 'image/gif', 'image/webp']

export const isDrawn = ({ type }: Pick<SharedFile, 'type'>): boolean => drawn.includes(type)

/** Under a type of its own only what is drawn. */
export const blobOf = (file: SharedFile, parts: readonly Bytes[]): Blob =>
  new Blob([...parts], { type: isDrawn(file) ? file.type : 'application/octet-stream' })

/** "document-2.pdf": made here, so that no name from outside reaches a disk. */
export const saveName = ({ type }: Pick<SharedFile, 'type'>, number: number): string =>
  `${fileSort(type)}-${number}.${endings[type]}`
